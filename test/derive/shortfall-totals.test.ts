import t from 'tap'
import fc from 'fast-check'
import { messagesFor } from '../../src/i18n/translator.js'
import { deriveRenewal } from '../../src/derive/renewal.js'
import { deriveShortfallTotals } from '../../src/derive/shortfall-totals.js'
import type { EquipmentLot } from '../../src/model/equipment.js'
import type { Shortfall } from '../../src/model/records.js'
import { building, pair, primary, school, vocational } from './network.js'
import { categoryOf, rulesOf } from './rules-of.js'

const french = messagesFor('fr')

const flotte = categoryOf({ floor: 10, perPupils: 5, lifeYears: 5 })
const rules = rulesOf({
  categories: {
    robotique: { floor: 1, perPupils: 100, lifeYears: 5 },
    flotte: { floor: 10, perPupils: 5, lifeYears: 5 },
  },
})

/** A row whose target and stock are given; null for a school whose pupils nobody knows. */
function row(code: string, target: number | null, inService: number, more: Partial<Shortfall> = {}): Shortfall {
  const shortfall = target === null ? null : Math.max(0, target - inService)
  return {
    ...{
      school: code,
      name: code,
      board: '1',
      category: 'flotte',
      schoolYear: '2018-2019',
      target,
      inService,
      shortfall,
    },
    ...{ pupils: target === null ? null : target * 5, pastLife: 0, broken: 0, percent: null, pupilsPerDevice: null },
    ...{ costCents: shortfall === null ? null : shortfall * 100, because: '' },
    ...more,
  }
}

const base = { boards: [], rules }

t.test('a school is divided among its buildings in whole units, and each lacks what it has not', (t) => {
  // Target 20 for parts of 50 %, 30 % and 20 %: 10, 6 and 4. It has 13, and lacks 7: in proportion to the targets 3.5, 2.1
  // and 1.4, so 3, 2, 1 and the one left to the largest fraction, X. In service 10 − 4, 6 − 2 and 4 − 1. 3 past life: 1.5,
  // 0.9, 0.6, so 1, 0, 0 and two left: Y, then Z.
  const totals = deriveShortfallTotals(
    {
      ...base,
      shortfalls: [row('A', 20, 13, { pastLife: 3 }), row('B', 2, 5)],
      buildings: ['X', 'Y', 'Z'].map((code) => building(code)),
      schoolBuildings: [
        pair('A', 'X', primary, 0.5),
        pair('A', 'Y', primary, 0.3),
        pair('A', 'Z', primary, 0.2),
        pair('B', 'Z'),
      ],
    },
    'building',
    french,
  )
  t.same(
    totals.map((each) => [
      each.code,
      each.schools,
      each.pupils,
      each.target,
      each.inService,
      each.shortfall,
      each.pastLife,
    ]),
    [
      ['X', 1, 50, 10, 6, 4, 1],
      ['Y', 1, 30, 6, 4, 2, 1],
      // B has 3 more than it should: they cover nothing of what A lacks there.
      ['Z', 2, 20 + 10, 4 + 2, 3 + 5, 1, 1],
    ],
  )
  t.same(
    totals.map(({ costCents, percent, board }) => [costCents, percent, board]),
    [
      [400, 60, '1'],
      [200, (4 / 6) * 100, '1'],
      [100, (5 / 6) * 100, '1'],
    ],
  )
  t.end()
})

t.test('by rule, all is in the building that has most pupils', (t) => {
  const own = { ...rules, categories: { flotte: { ...flotte, buildings: 'largest' as const } } }
  const totals = deriveShortfallTotals(
    {
      ...{ boards: [], rules: own, shortfalls: [row('A', 20, 13)], buildings: [building('X'), building('Y')] },
      schoolBuildings: [pair('A', 'X', primary, 0.4), pair('A', 'Y', primary, 0.6)],
    },
    'building',
    french,
  )
  t.same(
    totals.map(({ code, target, shortfall }) => [code, target, shortfall]),
    [['Y', 20, 7]],
  )
  t.end()
})

t.test('a school is in the region of its largest building, and unknown ones are counted apart', (t) => {
  const input = {
    ...base,
    boards: [{ code: '1', name: 'Organisme 1', language: null, municipality: null }],
    shortfalls: [row('A', 20, 13), row('B', null, 6), row('C', 10, 30), row('D', 3, 0, { board: '2' })],
    buildings: [building('X', { region: 'Nord' }), building('Y', { region: 'Sud' }), building('Z')],
    schoolBuildings: [pair('A', 'X', primary, 0.4), pair('A', 'Y', primary, 0.6), pair('B', 'Y'), pair('C', 'Z')],
  }
  const told = (by: 'board' | 'region'): unknown =>
    deriveShortfallTotals(input, by, french).map((each) => [
      ...[each.code, each.name, each.board, each.schools, each.unknownSchools],
      ...[each.target, each.inService, each.shortfall, each.pupilsPerDevice],
    ])
  t.same(told('region'), [
    ['', 'Région inconnue', null, 2, 0, 13, 30, 3, 65 / 30],
    // B's 6 are in service; they say nothing of pupils per device, as nobody knows its pupils.
    ['Sud', 'Sud', null, 2, 1, 20, 19, 7, 100 / 13],
  ])
  t.same(told('board'), [
    ['1', 'Organisme 1', null, 3, 1, 30, 49, 7, 150 / 43],
    ['2', '2', null, 1, 0, 3, 0, 3, null],
  ])
  t.end()
})

t.test('nobody known, nothing is zero', (t) => {
  const [total] = deriveShortfallTotals(
    { ...base, shortfalls: [row('A', null, 4)], buildings: [], schoolBuildings: [] },
    'board',
    french,
  )
  t.match(total, { target: null, shortfall: null, pupils: null, percent: null, costCents: null, inService: 4 })
  t.end()
})

const count = fc.integer({ min: 0, max: 40 })
const anySchool = fc.record({
  ...{ target: fc.option(count), inService: count, pastLife: count, broken: count },
  shares: fc.array(
    fc.tuple(fc.constantFrom('W', 'X', 'Y', 'Z'), fc.option(fc.double({ min: 0, max: 1, noNaN: true }))),
    {
      maxLength: 4,
    },
  ),
})

t.test('whatever the buildings, the figures of all totals add up to those of the schools', (t) => {
  const keys = ['target', 'inService', 'shortfall', 'pupils', 'pastLife', 'broken', 'costCents'] as const
  fc.assert(
    fc.property(
      fc.array(anySchool, { maxLength: 6 }),
      fc.constantFrom('building', 'board', 'region'),
      (schools, by) => {
        const shortfalls = schools.map(({ target, inService, pastLife, broken }, i) =>
          row(`S${i}`, target, inService, { pastLife, broken, board: String(i % 2) }),
        )
        const input = {
          ...{ ...base, shortfalls, buildings: ['W', 'X', 'Y', 'Z'].map((code) => building(code, { region: code })) },
          schoolBuildings: schools.flatMap(({ shares }, i) =>
            [...new Map(shares)].map(([code, share]) => pair(`S${i}`, code, primary, share)),
          ),
        }
        const totals = deriveShortfallTotals(input, by, french)
        for (const key of keys)
          t.equal(
            totals.reduce((sum, each) => sum + (each[key] ?? 0), 0),
            shortfalls.reduce((sum, each) => sum + (each[key] ?? 0), 0),
            key,
          )
        for (const { target, shortfall, percent, inService } of totals) {
          t.ok((shortfall ?? 0) <= (target ?? 0) && (shortfall ?? 0) >= 0 && inService >= 0)
          t.ok(percent === null || (percent >= 0 && percent <= 100))
        }
      },
    ),
    { numRuns: 60 },
  )
  t.end()
})

function lot(code: string, quantity: number, more: Partial<EquipmentLot> = {}): EquipmentLot {
  return {
    ...{ school: code, category: 'flotte', item: 'Portable', quantity, unitsEach: 1 },
    ...{ acquiredOn: '2017-09-01', condition: 'good', costCents: null },
    ...more,
  }
}

t.test('what reaches its end when, and what as many cost', (t) => {
  // Five years: bought on 1 July 2016, it ends on 1 July 2021, the first day of 2021-2022; a day before is 2020-2021. On
  // 30 September 2021 both are overdue, and so is what ends on that very day; the day after is not.
  const equipment = [
    lot('A', 1, { acquiredOn: '2016-06-30', costCents: 70_000 }),
    lot('A', 2, { acquiredOn: '2016-07-01', costCents: 90_000 }),
    lot('A', 4, { acquiredOn: '2016-09-30', costCents: 1 }),
    lot('A', 8, { acquiredOn: '2016-10-01', costCents: 50_000 }),
    lot('A', 16, { acquiredOn: '2016-12-01' }),
    lot('A', 32, { acquiredOn: null, unitsEach: 2, costCents: 3 }),
    lot('A', 64, { condition: 'broken' }),
    lot('A', 128, { condition: 'retired' }),
    lot('A', 1, { category: 'robotique', acquiredOn: '2020-02-29' }),
    lot('V', 1),
    lot('?', 1),
  ]
  const input = {
    schools: [school('V', vocational), school('A')],
    schoolBuildings: [],
    equipment,
    rules,
    asOf: '2021-09-30',
  }
  t.same(
    deriveRenewal(input).map((each) => [each.category, each.schoolYear, each.overdue, each.units, each.costCents]),
    [
      ['robotique', '2024-2025', false, 1, null],
      ['flotte', '2020-2021', true, 1, 70_000],
      ['flotte', '2021-2022', true, 2 + 4, 90_001],
      // The lot of 16 has no cost: what all of them cost is not known.
      ['flotte', '2021-2022', false, 8 + 16, null],
      ['flotte', null, false, 64, 3],
    ],
  )
  const own = { ...rules, categories: { flotte: { ...flotte, unitCostCents: 500 } } }
  t.same(
    deriveRenewal({ ...input, rules: own }).map(({ units, costCents }) => [units, costCents]),
    [1, 6, 24, 64].map((units) => [units, units * 500]),
  )
  const [first] = deriveRenewal(input)
  t.same([first?.board, first?.school, first?.name], ['900000', 'A', 'École A'])
  t.end()
})

t.test('whatever the lots, the units of a renewal are those of the lots that count', (t) => {
  const items = { Chariot: 24, 'Clé  USB': 0, Portable: 1 }
  const anyLot = fc.record({
    quantity: fc.integer({ min: 0, max: 9 }),
    unitsEach: fc.integer({ min: 1, max: 3 }),
    item: fc.constantFrom('chariot', 'PORTABLE', 'cle usb', 'Autre'),
    acquiredOn: fc.constantFrom(null, '2012-02-29', '2017-06-30', '2017-07-01', '2030-01-01'),
    condition: fc.constantFrom('good', 'broken', 'retired'),
  })
  const worth: Record<string, number> = { chariot: 24, PORTABLE: 1 }
  fc.assert(
    fc.property(fc.array(anyLot), fc.boolean(), fc.boolean(), (lots, listed, brokenToo) => {
      const conditions = brokenToo ? (['good', 'broken'] as const) : (['good'] as const)
      const own = { ...rules, categories: { flotte: { ...flotte, items: listed ? items : null, conditions } } }
      const equipment = lots.map((each) => lot('A', 1, each))
      const rows = deriveRenewal({
        schools: [school('A')],
        schoolBuildings: [],
        equipment,
        rules: own,
        asOf: '2021-01-01',
      })
      const counted = lots
        .filter(({ condition }) => condition === 'good' || (brokenToo && condition === 'broken'))
        .reduce((sum, each) => sum + each.quantity * (listed ? (worth[each.item] ?? 0) : each.unitsEach), 0)
      t.equal(
        rows.reduce((sum, { units }) => sum + units, 0),
        counted,
      )
      t.equal(new Set(rows.map((each) => `${each.schoolYear} ${each.overdue}`)).size, rows.length)
    }),
    { numRuns: 60 },
  )
  t.end()
})
