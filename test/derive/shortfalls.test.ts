import t from 'tap'
import fc from 'fast-check'
import type { CategoryRule, EquipmentLot } from '../../src/model/equipment.js'
import type { Enrolment, Orders } from '../../src/model/organisation.js'
import type { Shortfall } from '../../src/model/records.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { deriveShortfalls, type ShortfallInput } from '../../src/derive/shortfalls.js'
import { adult, none, pair, primary, pupils, school, secondary, vocational } from './network.js'
import { categoryOf, rulesOf } from './rules-of.js'

const french = messagesFor('fr')
const english = messagesFor('en')

const rules = rulesOf({
  categories: {
    robotique: { floor: 1, perPupils: 100, lifeYears: 5 },
    flotte: { floor: 10, perPupils: 5, lifeYears: 5 },
  },
  progression: { '2017-2018': 0, '2018-2019': 0.25 },
})

function lot(schoolCode: string, quantity: number, more: Partial<EquipmentLot> = {}): EquipmentLot {
  return {
    ...{ school: schoolCode, category: 'flotte', item: 'portable', quantity, unitsEach: 1 },
    ...{ acquiredOn: '2017-09-01', condition: 'good', costCents: null },
    ...more,
  }
}

const base = { schoolBuildings: [], equipment: [], rules, schoolYear: '2018-2019' }

/** The same text with ordinary spaces: typography has its own tests. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ')
}

await t.test('target = floor + a quarter of the prorata, less what is in service', async (t) => {
  // 10 + 25 % × 212 ÷ 5 = 10 + 10.6 = 20.6, so 21 devices. Two carts of 4 count, the lot of 2013-09-30 has ended its
  // five years on 30 September 2018 itself, the one of 2013-10-01 has one day left, 3 are broken, 50 are retired.
  const shortfalls = deriveShortfalls(
    {
      ...base,
      schools: [school('A')],
      enrolment: [pupils('A', 200), pupils('A', 12, 'adult'), pupils('A', 999, 'vocational')],
      equipment: [
        lot('A', 2, { unitsEach: 4 }),
        lot('A', 5, { acquiredOn: '2013-09-30' }),
        lot('A', 1, { acquiredOn: '2013-10-01' }),
        lot('A', 3, { condition: 'broken' }),
        lot('A', 50, { condition: 'retired' }),
        lot('A', 7, { category: 'robotique', acquiredOn: null }),
        lot('B', 100),
      ],
    },
    french,
  )
  t.same(
    shortfalls.map(({ because, ...figures }) => ({ ...figures, because: plain(because) })),
    [
      {
        ...{ school: 'A', name: 'École A', board: '900000', category: 'robotique', schoolYear: '2018-2019' },
        ...{ pupils: 212, target: 2, inService: 7, pastLife: 0, broken: 0, shortfall: 0, percent: 350 },
        ...{ pupilsPerDevice: 212 / 7, costCents: null },
        because:
          "Cible de 2 (plancher de 1 + 25 % × 212 élèves ÷ 100 = 1,53, arrondi vers le haut), 7 en service, dont 7 sans date d'acquisition : il en manque 0.",
      },
      {
        ...{ school: 'A', name: 'École A', board: '900000', category: 'flotte', schoolYear: '2018-2019' },
        ...{ pupils: 212, target: 21, inService: 9, pastLife: 5, broken: 3, shortfall: 12, percent: (9 / 21) * 100 },
        ...{ pupilsPerDevice: 212 / 9, costCents: null },
        because:
          'Cible de 21 (plancher de 10 + 25 % × 212 élèves ÷ 5 = 20,6, arrondi vers le haut), 9 en service, sans compter 5 en fin de vie ni 3 en panne : il en manque 12.',
      },
    ],
  )
})

await t.test(
  'a year that the progression does not list is due in full; a whole number is not rounded up',
  async (t) => {
    const of = (schoolYear: string, count: number): number | null | undefined =>
      deriveShortfalls(
        { ...base, schoolYear, schools: [school('A')], enrolment: [{ ...pupils('A', count), schoolYear }] },
        english,
      )[1]?.target
    t.equal(of('2025-2026', 100), 30)
    t.equal(of('2025-2026', 101), 31)
    t.equal(of('2017-2018', 100), 10, 'the floor alone')
    // 0.1 + 0.2 and its kin: 7 × 3 pupils of 10 with a progression of 0.1 must not become one more.
    const third = {
      ...rules,
      progression: { x: 0.1 },
      categories: { flotte: categoryOf({ floor: 0, perPupils: 0.3, lifeYears: 5 }) },
    }
    const [shortfall] = deriveShortfalls(
      {
        ...base,
        rules: third,
        schoolYear: 'x',
        schools: [school('A')],
        enrolment: [{ ...pupils('A', 9), schoolYear: 'x' }],
      },
      english,
    )
    t.equal(shortfall?.target, 3, '0.1 × 9 ÷ 0.3 is 3')
  },
)

await t.test('without enrolment there is no target, and nothing is zero', async (t) => {
  const [, fleet] = deriveShortfalls(
    { ...base, schools: [school('A')], enrolment: [pupils('A', 9, 'vocational')], equipment: [lot('A', 4)] },
    french,
  )
  t.match(fleet, { pupils: null, target: null, shortfall: null, percent: null, inService: 4 })
  t.equal(
    plain(fleet?.because ?? ''),
    "Effectif inconnu, donc ni cible ni manque; 4 en service. Importez l'effectif (cartable importer enrolment <fichier>).",
  )
})

await t.test('a centre of vocational training alone is out of the combo when the rule says so', async (t) => {
  const schools = [school('V', vocational), school('VA', { ...adult, vocational: true }), school('PAIRS', none)]
  const input = { ...base, schools, schoolBuildings: [pair('PAIRS', 'B', vocational)], enrolment: [] }
  const codes = (excludeVocationalOnly: boolean): string[] => {
    const own = {
      ...rules,
      eligible: { ...rules.eligible, excludeVocationalOnly },
      categories: { a: categoryOf({ floor: 0, perPupils: 1, lifeYears: 1 }) },
    }
    return deriveShortfalls({ ...input, rules: own }, french).map((shortfall) => shortfall.school)
  }
  t.same(codes(true), ['VA'])
  t.same(codes(false), ['PAIRS', 'V', 'VA'])
})

await t.test('a known zero is a zero: the floor alone; an unknown sector makes the target a minimum', async (t) => {
  const [, zero] = deriveShortfalls({ ...base, schools: [school('A')], enrolment: [pupils('A', 0)] }, english)
  t.match(zero, { pupils: 0, target: 10, shortfall: 10, percent: 0 })
  const [, bound] = deriveShortfalls(
    { ...base, schools: [school('A', { ...primary, adult: true })], enrolment: [pupils('A', 100)] },
    english,
  )
  t.match(bound?.because, /missing; the target is a minimum, enrolment unknown: adult general education\.$/)
})

await t.test('the order of rows changes nothing', async (t) => {
  const input = {
    ...base,
    schools: [school('B'), school('A')],
    enrolment: [pupils('A', 10), pupils('B', 20), pupils('A', 3, 'adult')],
    equipment: [lot('B', 2), lot('A', 1), lot('A', 1, { condition: 'broken' })],
  }
  const turned = {
    ...input,
    schools: input.schools.toReversed(),
    enrolment: input.enrolment.toReversed(),
    equipment: input.equipment.toReversed(),
  }
  t.same(deriveShortfalls(turned, english), deriveShortfalls(input, english))
  t.same(
    deriveShortfalls(input, english).map((row) => `${row.school} ${row.category}`),
    ['A robotique', 'A flotte', 'B robotique', 'B flotte'],
  )
})

/** The first category's row of one school by a rule of one category, `flotte`. */
function fleetOf(rule: Partial<CategoryRule>, more: Partial<ShortfallInput> = {}, messages = french): Shortfall {
  const category = { ...categoryOf({ floor: 0, perPupils: 5, lifeYears: 5 }), ...rule }
  const own = { ...rulesOf(), categories: { flotte: category }, ...more.rules }
  const [found] = deriveShortfalls(
    { ...base, schools: [school('A')], enrolment: [pupils('A', 100)], ...more, rules: own },
    messages,
  )
  if (found === undefined) throw new Error('no row')
  return found
}

const BY_ORDER = { preschool: 10, primary: 5, secondary: 4, adult: 8 }
const whole = { ...primary, preschool: true, secondary: true, adult: true, vocational: true }

await t.test('a ratio by order of teaching: the most favourable where nothing tells youth apart', async (t) => {
  // Floor 3. Preschool 25 ÷ 10 = 2.5; youth, primary or secondary, 103 ÷ 4 = 25.75 (primary's 5 is less favourable); adult
  // 12 ÷ 8 = 1.5; vocational, absent from the rule, is due none: 3 + 29.75 = 32.75, so 33.
  const row = fleetOf(
    { floor: 3, perPupils: BY_ORDER, sectors: ['preschool', 'youth', 'adult', 'vocational'] },
    {
      schools: [school('A', whole)],
      enrolment: [
        ...[pupils('A', 25, 'preschool'), pupils('A', 103), pupils('A', 12, 'adult'), pupils('A', 50, 'vocational')],
      ],
    },
  )
  t.match(row, { pupils: 190, target: 33 })
  t.equal(
    plain(row.because),
    "Cible de 33 (plancher de 3 + 25 élèves (préscolaire) ÷ 10 + 103 élèves (primaire, secondaire) ÷ 4 + 12 élèves (adultes) ÷ 8 = 32,75, arrondi vers le haut), 0 en service : il en manque 33; l'effectif ne distingue pas ces ordres d'enseignement, et le ratio le plus favorable vaut pour tous; la règle n'a pas de ratio pour 50 élèves (professionnelle).",
  )
  const target = (orders: Orders, enrolment: Enrolment[], perPupils: CategoryRule['perPupils'] = BY_ORDER) =>
    fleetOf({ perPupils, sectors: ['preschool', 'youth'] }, { schools: [school('A', orders)], enrolment }).target
  t.equal(target(primary, [pupils('A', 100)]), 20, 'primary alone: 100 ÷ 5')
  t.equal(target({ ...primary, preschool: true }, [pupils('A', 100)]), 20, 'youth holds preschool: 5 is better than 10')
  t.equal(target({ ...none, preschool: true }, [pupils('A', 100)]), 10, 'preschool alone, in the rows of youth')
  t.equal(target({ ...none, preschool: true }, [pupils('A', 100, 'preschool')]), 10, 'and in rows of its own')
  t.equal(target(none, [pupils('A', 100)]), 25, 'no order is known: the best of all that youth may be')
  t.equal(target(secondary, [pupils('A', 100)], { primary: 5 }), 0, 'secondary is absent: due none')
})

await t.test('rounding, then the minimum and the maximum, and the sentence says so', async (t) => {
  // 100 ÷ 8 = 12.5 and 101 ÷ 8 = 12.625, 99 ÷ 8 = 12.375.
  const units = (count: number, rule: Partial<CategoryRule>): number | null =>
    fleetOf({ perPupils: 8, ...rule }, { enrolment: [pupils('A', count)] }).target
  t.same(
    [99, 100, 101, 104].map((count) => units(count, { rounding: 'nearest' })),
    [12, 13, 13, 13],
  )
  t.same(
    [99, 100, 103, 104].map((count) => units(count, { rounding: 'down' })),
    [12, 12, 12, 13],
  )
  const bounds = { minimum: 5, maximum: 12 }
  t.same(
    [0, 40, 41, 96, 97, 5000].map((count) => units(count, bounds)),
    [5, 5, 6, 12, 12, 12],
  )
  const told = (count: number): string =>
    plain(fleetOf({ perPupils: 8, ...bounds }, { enrolment: [pupils('A', count)] }, english).because)
  t.match(told(100), /^Target of 12 \(floor of 0 \+ 100 pupils ÷ 8 = 12\.5, rounded up, cut to the rule's maximum\)/)
  t.match(told(1), /^Target of 5 \(floor of 0 \+ 1 pupil ÷ 8 = 0\.13, rounded up, raised to the rule's minimum\)/)
  t.notMatch(told(96), /maximum|minimum/)
  t.match(
    plain(fleetOf({ rounding: 'down', maximum: 2 }).because),
    /arrondi vers le bas, ramené au maximum de la règle/,
  )
})

await t.test(
  'items that the rule lists are worth what it says, others nothing, and conditions are its own',
  async (t) => {
    const rule: Partial<CategoryRule> = {
      items: { 'Chariot de 24 tablettes': 24, Portable: 1 },
      conditions: ['good', 'broken'],
      unitCostCents: 45_000,
    }
    // 24 + 24 + 3 in service, 2 of them broken; 7 are chairs; 5 came in 2019-2020; the lot of 2013 is past its life.
    const row = fleetOf(rule, {
      equipment: [
        lot('A', 1, { item: 'CHARIOT  de 24 tablettes', unitsEach: 1 }),
        lot('A', 1, { item: 'chariot de 24 tablettes', unitsEach: 20, acquiredOn: null }),
        lot('A', 1, { item: 'portable' }),
        lot('A', 2, { item: 'Portable', condition: 'broken' }),
        lot('A', 4, { item: 'Portable', condition: 'broken', acquiredOn: '2013-09-30' }),
        lot('A', 7, { item: 'Chaise' }),
        lot('A', 5, { item: 'Portable', acquiredOn: '2019-07-01' }),
        lot('A', 9, { item: 'Portable', condition: 'retired' }),
      ],
      enrolment: [pupils('A', 300)],
    })
    t.match(row, { target: 60, inService: 51, pastLife: 4, broken: 0, shortfall: 9, costCents: 9 * 45_000 })
    t.equal(row.pupilsPerDevice, 300 / 51)
    t.equal(
      plain(row.because),
      "Cible de 60 (plancher de 0 + 300 élèves ÷ 5 = 60, arrondi vers le haut), 51 en service, dont 24 sans date d'acquisition, sans compter 4 en fin de vie ni 7 d'articles que la règle ne nomme pas (Chaise) ni 5 acquis après 2018-2019 : il en manque 9.",
    )
    t.equal(fleetOf({}, { equipment: [lot('A', 5, { acquiredOn: '2019-06-30' })] }).inService, 5, 'in the year itself')
  },
)

await t.test('pupils of the year before, equipment of the year itself', async (t) => {
  const rules = { ...rulesOf(), enrolment: 'previous' as const }
  const lots = [lot('A', 3, { acquiredOn: '2013-10-01' }), lot('A', 4, { acquiredOn: '2013-09-30' })]
  const enrolment = [pupils('A', 100), { ...pupils('A', 50), schoolYear: '2017-2018' }]
  const row = deriveShortfalls({ ...base, rules, schools: [school('A')], enrolment, equipment: lots }, english)
  t.match(row, [{ schoolYear: '2018-2019', pupils: 50, target: 20, inService: 3, pastLife: 4 }])
  const [unknown] = deriveShortfalls({ ...base, rules, schools: [school('A')], enrolment: [pupils('A', 100)] }, english)
  t.match(unknown, { pupils: null, target: null }, 'this year\u2019s pupils are not those of the year before')
})

await t.test('a category counts its own sectors, and owes nothing to who teaches none of them', async (t) => {
  const counted = { floor: 2, sectors: ['adult'] as const }
  const row = (orders: Orders, enrolment: Enrolment[]): Shortfall =>
    fleetOf(counted, { schools: [school('A', orders)], enrolment, equipment: [lot('A', 3)] })
  t.match(row({ ...primary, adult: true }, [pupils('A', 100), pupils('A', 40, 'adult')]), { pupils: 40, target: 10 })
  t.match(row(adult, []), { pupils: null, target: null, shortfall: null })
  const none = row(primary, [pupils('A', 100)])
  t.match(none, { pupils: 0, target: 0, shortfall: 0, percent: null, inService: 3 })
  t.match(
    plain(none.because),
    /^L'école n'enseigne rien de ce que compte cette catégorie \(formation générale des adultes\)/,
  )
})

await t.test(
  'preschool counted apart is left out by a rule that names youth alone; a school lacks no row of it',
  async (t) => {
    const kindergarten = { ...none, preschool: true }
    const row = (sectors: CategoryRule['sectors'], orders: Orders, enrolment: Enrolment[]): Shortfall =>
      fleetOf({ floor: 1, sectors }, { schools: [school('A', orders)], enrolment }, english)
    const both = [pupils('A', 30, 'preschool'), pupils('A', 100)]
    t.match(row(['youth'], { ...primary, preschool: true }, both), { pupils: 100, target: 21 })
    t.match(row(['preschool', 'youth'], { ...primary, preschool: true }, both), { pupils: 130, target: 27 })
    const alone = row(['youth', 'preschool'], kindergarten, [pupils('A', 30, 'preschool')])
    t.match(alone, { pupils: 30, target: 7 })
    t.notMatch(alone.because, /unknown/)
    t.match(row(['youth'], kindergarten, [pupils('A', 30, 'preschool')]), { pupils: 0, target: 1 })
    // Without a row of preschool, youth may hold it: preschool by itself is then not known.
    t.match(row(['preschool'], { ...primary, preschool: true }, [pupils('A', 100)]), { pupils: null, target: null })
  },
)

await t.test('of lots and devices that both count, the larger holds; without lots, devices alone', async (t) => {
  const of = (school: string, count: number) => new Map([['flotte', new Map([[school, count]])]])
  const devices = { fleet: of('A', 7), scanned: of('A', 2) }
  const equipment = [lot('A', 8, { acquiredOn: null }), lot('A', 1, { condition: 'broken' })]
  const counts = ['lots', 'fleet', 'scanned'] as const
  const both = fleetOf({ counts }, { equipment, devices })
  t.match(both, { inService: 9, broken: 1, shortfall: 11 })
  t.match(
    plain(both.because),
    /9 en service \(le plus grand de 8 par les lots et de 7 de l'inventaire du parc plus 2 vus par balayage\), sans compter 1 en panne : il en manque 11/,
  )
  const more = fleetOf({ counts }, { equipment: [lot('A', 10, { acquiredOn: null })], devices })
  t.match(more, { inService: 10 })
  t.match(plain(more.because), /dont 10 sans date d'acquisition/)
  t.match(fleetOf({ counts: ['fleet'] }, { equipment, devices }), { inService: 7, broken: 0 })
  t.match(
    plain(fleetOf({ counts: ['fleet', 'scanned'] }, { equipment, devices }, english).because),
    /9 in service \(7 of the device inventory and 2 seen by scans\)/,
  )
  t.match(fleetOf({}, { equipment, devices }), { inService: 8 }, 'a rule that names lots alone')
})

await t.test('whatever the rule, one more pupil never lowers a target, and bounds hold', async () => {
  const ratio = fc.integer({ min: 1, max: 40 })
  const rule = fc.record({
    floor: fc.integer({ min: 0, max: 20 }),
    perPupils: fc.oneof(
      ratio,
      fc.record({ preschool: ratio, primary: ratio, secondary: ratio, adult: ratio }, { requiredKeys: [] }),
    ),
    rounding: fc.constantFrom('up' as const, 'nearest' as const, 'down' as const),
    minimum: fc.option(fc.integer({ min: 0, max: 10 })),
    maximum: fc.option(fc.integer({ min: 10, max: 60 })),
  })
  const orders = fc.record({
    ...{ preschool: fc.boolean(), primary: fc.boolean(), secondary: fc.boolean(), adult: fc.boolean() },
    vocational: fc.constant(false),
  })
  const sector = fc.constantFrom('preschool' as const, 'youth' as const, 'adult' as const)
  const rows = fc.uniqueArray(fc.tuple(sector, fc.integer({ min: 0, max: 300 })), {
    selector: ([key]) => key,
    minLength: 1,
  })
  fc.assert(
    fc.property(rule, orders, rows, fc.nat(), (own, taught, counts, at) => {
      const target = (more: number): number => {
        const enrolment = counts.map(([key, count], i) =>
          pupils('A', count + (i === at % counts.length ? more : 0), key),
        )
        const row = fleetOf(
          { ...own, sectors: ['preschool', 'youth', 'adult'] },
          { schools: [school('A', { ...taught, primary: true })], enrolment },
        )
        return row.target ?? NaN
      }
      const [before, after] = [target(0), target(1)]
      const isWithin = after >= (own.minimum ?? 0) && after <= (own.maximum ?? Infinity)
      return after >= before && isWithin && Number.isInteger(after)
    }),
    { numRuns: 100 },
  )
})
