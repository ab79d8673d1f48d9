import fc from 'fast-check'
import t from 'tap'
import { deriveAccountability, deriveUnspent, type AccountedRun } from '../../src/derive/accountability.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { Spending } from '../../src/model/allocation.js'
import type { AllocationRule } from '../../src/model/equipment.js'

const [fr, en] = [messagesFor('fr'), messagesFor('en')]
const YEARS = ['2018-2019', '2019-2020', '2020-2021', '2021-2022'] as const
const SCHOOLS = ['911001', '911002', '911003'] as const
const schools = [{ code: '911001', name: 'École A', board: '911000' }]

function run(
  number: number,
  schoolYear: string,
  amounts: Readonly<Record<string, number>>,
  unspent: AllocationRule['unspent'] = 'keep',
): AccountedRun {
  const rows = Object.entries(amounts).map(([school, amountCents]) => ({
    ...{ school, name: `École ${school} d'alors`, board: '911000' },
    amountCents,
  }))
  return { run: number, part: 'equipment', schoolYear, unspent, categories: ['flotte', 'robotique'], rows }
}

function spent(school: string, schoolYear: string, amountCents: number, category: string | null = 'flotte'): Spending {
  return { school, schoolYear, part: 'equipment', category, amountCents, date: null, reference: null }
}

void t.test('what a school got, spent and has left, and what goes to the next year when the rule keeps it', (t) => {
  const runs = [run(1, '2018-2019', { '911001': 1000, '911002': 500 }), run(2, '2019-2020', { '911001': 2000 })]
  const spending = [
    spent('911001', '2018-2019', 700),
    spent('911001', '2018-2019', -100),
    // 2018-2019: 1000 − 600 = 400 left. 2019-2020: 2000 + 400 − 1800 = 600 left.
    spent('911001', '2019-2020', 1800, 'robotique'),
    // 2018-2019: 500 − 800: 300 too much, which takes nothing from the next year.
    spent('911002', '2018-2019', 800),
    // No run follows: what is left stays the school's.
    spent('911001', '2020-2021', 150),
  ]
  const { rows, categories, problems } = deriveAccountability({ runs, spending, schools }, en)
  const a = { school: '911001', name: 'École A', board: '911000', part: 'equipment' } as const
  const b = { ...a, school: '911002', name: "École 911002 d'alors" }
  t.strictSame(rows, [
    {
      ...{ ...a, schoolYear: '2018-2019', allocatedCents: 1000, carriedCents: 0 },
      ...{ spentCents: 600, unspentCents: 400, percent: 60 },
    },
    {
      ...{ ...a, schoolYear: '2019-2020', allocatedCents: 2000, carriedCents: 400 },
      ...{ spentCents: 1800, unspentCents: 600, percent: 75 },
    },
    {
      ...{ ...a, schoolYear: '2020-2021', allocatedCents: 0, carriedCents: 600 },
      ...{ spentCents: 150, unspentCents: 450, percent: 25 },
    },
    {
      ...{ ...b, schoolYear: '2018-2019', allocatedCents: 500, carriedCents: 0 },
      ...{ spentCents: 800, unspentCents: -300, percent: 160 },
    },
  ])
  t.match(categories, [
    { school: '911001', schoolYear: '2018-2019', category: 'flotte', spentCents: 600, percent: 100 },
    { school: '911001', schoolYear: '2019-2020', category: 'robotique', spentCents: 1800, percent: 100 },
    { school: '911001', schoolYear: '2020-2021', category: 'flotte', spentCents: 150, percent: 100 },
    { school: '911002', schoolYear: '2018-2019', category: 'flotte', spentCents: 800, percent: 100 },
  ])
  t.equal(categories.length, 4)
  t.match(problems, [{ school: null, kind: 'note', message: /^2020-2021, Equipment: 1 school has spent \$1\.50/ }])
  const asked = (schoolYear: string) => [...deriveUnspent({ runs, spending }, { schoolYear, part: 'equipment' })]
  t.strictSame(asked('2018-2019'), [])
  t.strictSame(asked('2019-2020'), [['911001', 400]], 'nobody has less than nothing left')
  t.strictSame(asked('2020-2021'), [['911001', 600]])
  t.strictSame(asked('2030-2031'), [['911001', 450]])
  t.strictSame([...deriveUnspent({ runs, spending }, { schoolYear: '2020-2021', part: 'training' })], [])
  t.end()
})

void t.test(
  'what is left ends where a run ignores it; one that recovers took it off its amounts; an adjustment stands',
  (t) => {
    for (const [unspent, carriedCents] of [
      ['recover', 600],
      ['ignore', 0],
    ] as const) {
      const runs = [
        run(1, '2018-2019', { '911001': 5000 }),
        // The adjustment of run 1: 1000 instead of 5000.
        run(3, '2018-2019', { '911001': 1000 }),
        run(2, '2019-2020', { '911001': 300 }, unspent),
      ]
      const spending = [spent('911001', '2018-2019', 400)]
      const { rows } = deriveAccountability({ runs, spending, schools }, en)
      t.match(rows, [
        { allocatedCents: 1000, spentCents: 400, unspentCents: 600 },
        { allocatedCents: 300, carriedCents, spentCents: 0, unspentCents: 300 + carriedCents, percent: 0 },
      ])
      const found = deriveUnspent({ runs, spending }, { schoolYear: '2019-2020', part: 'equipment' })
      t.strictSame([...found], [['911001', 600]], 'what there is to recover')
    }
    t.end()
  },
)

void t.test(
  'spending that nobody gave, or in a category that the rule does not name, is told in both languages',
  (t) => {
    const runs = [run(1, '2018-2019', { '911001': 1000, '911003': 0 })]
    const spending = [
      spent('911001', '2018-2019', 123_456, 'mobilier'),
      spent('911002', '2018-2019', 200),
      spent('911003', '2018-2019', 300, null),
    ]
    const messages = [fr, en].map((m) =>
      deriveAccountability({ runs, spending, schools }, m).problems.map(({ school, message }) => [school, message]),
    )
    const plain = JSON.parse(JSON.stringify(messages).replace(/[\u00a0\u202f]/g, ' ')) as unknown
    t.strictSame(plain, [
      [
        [
          '911001',
          '2018-2019, Équipement : 911001 (École A) a dépensé 1 234,56 $ en « mobilier », que la règle ne nomme pas',
        ],
        ['911002', "2018-2019, Équipement : 911002 (911002) a dépensé 2,00 $, et n'avait rien reçu"],
        ['911003', "2018-2019, Équipement : 911003 (École 911003 d'alors) a dépensé 3,00 $, et n'avait rien reçu"],
      ],
      [
        [
          '911001',
          '2018-2019, Equipment: 911001 (École A) has spent $1,234.56 on "mobilier", which the rule does not name',
        ],
        ['911002', '2018-2019, Equipment: 911002 (911002) has spent $2.00, and had received nothing'],
        ['911003', "2018-2019, Equipment: 911003 (École 911003 d'alors) has spent $3.00, and had received nothing"],
      ],
    ])
    t.end()
  },
)

const cents = fc.integer({ min: 0, max: 10_000_000 })
const someRuns = fc.array(
  fc.record({
    schoolYear: fc.constantFrom(...YEARS),
    part: fc.constantFrom('equipment' as const, 'training' as const),
    unspent: fc.constantFrom('keep' as const, 'recover' as const, 'ignore' as const),
    amounts: fc.dictionary(fc.constantFrom(...SCHOOLS), cents),
  }),
  { maxLength: 8 },
)
const someSpending = fc.array(
  fc.record({
    school: fc.constantFrom(...SCHOOLS),
    schoolYear: fc.constantFrom(...YEARS),
    part: fc.constantFrom('equipment' as const, 'training' as const),
    category: fc.constantFrom(null, 'flotte', 'mobilier'),
    amountCents: fc.integer({ min: -1_000_000, max: 10_000_000 }),
    date: fc.constant(null),
    reference: fc.constant(null),
  }),
  { maxLength: 30 },
)

void t.test(
  'allocated + carried = spent + unspent, per school and in all, and nothing is made or lost between years',
  (t) => {
    fc.assert(
      fc.property(someRuns, someSpending, (told, spending) => {
        const runs = told.map(({ amounts, part, ...one }, i) => ({
          ...run(i + 1, one.schoolYear, amounts, one.unspent),
          part,
        }))
        const { rows, categories } = deriveAccountability({ runs, spending, schools }, en)
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
        for (const row of rows) {
          if (row.allocatedCents + row.carriedCents !== row.spentCents + row.unspentCents) return false
          if (row.carriedCents < 0) return false
          const before = rows
            .filter((r) => r.school === row.school && r.part === row.part && r.schoolYear < row.schoolYear)
            .at(-1)
          const last = runs.filter((r) => r.part === row.part && r.schoolYear === row.schoolYear).at(-1)
          const mayCarry = last?.unspent !== 'ignore'
          // A school that a run left out and that carried nothing has no row; what it had before ended there.
          const ended = runs.some(
            (r) =>
              r.part === row.part &&
              r.unspent === 'ignore' &&
              r === runs.filter((o) => o.part === r.part && o.schoolYear === r.schoolYear).at(-1) &&
              r.schoolYear < row.schoolYear &&
              r.schoolYear > (before?.schoolYear ?? ''),
          )
          const expected = mayCarry && !ended ? Math.max(0, before?.unspentCents ?? 0) : 0
          if (row.carriedCents !== expected) return false
        }
        if (sum(rows.map((r) => r.spentCents)) !== sum(spending.map((s) => s.amountCents))) return false
        if (sum(categories.map((c) => c.spentCents)) !== sum(spending.map((s) => s.amountCents))) return false
        const allocated = sum(rows.map((r) => r.allocatedCents)) + sum(rows.map((r) => r.carriedCents))
        return allocated === sum(rows.map((r) => r.spentCents)) + sum(rows.map((r) => r.unspentCents))
      }),
      { numRuns: 400 },
    )
    t.pass('400 ledgers')
    t.end()
  },
)

void t.test('the order of runs and of lines changes nothing', (t) => {
  fc.assert(
    fc.property(someRuns, someSpending, fc.integer(), (told, spending, seed) => {
      const runs = told.map(({ amounts, part, ...one }, i) => ({
        ...run(i + 1, one.schoolYear, amounts, one.unspent),
        part,
      }))
      const shuffled = <T>(items: readonly T[]): T[] =>
        items
          .map((item, i) => ({ item, key: Math.imul(i + 1, seed | 1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item)
      const one = deriveAccountability({ runs, spending, schools }, fr)
      const other = deriveAccountability({ runs: shuffled(runs), spending: shuffled(spending), schools }, fr)
      return JSON.stringify(one) === JSON.stringify(other)
    }),
    { numRuns: 200 },
  )
  t.pass('200 orders')
  t.end()
})
