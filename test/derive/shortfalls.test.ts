import t from 'tap'
import type { EquipmentLot } from '../../src/model/equipment.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { deriveShortfalls } from '../../src/derive/shortfalls.js'
import { adult, none, pair, primary, pupils, school, vocational } from './network.js'
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
  t.match(
    bound?.because,
    /10 missing; the target is a minimum, enrolment unknown: adult general education\.|missing; the target is a minimum/,
  )
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
