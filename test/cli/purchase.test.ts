import t from 'tap'
import type { PurchaseLine, PurchasePlan } from '../../src/model/purchase.js'
import { boardFor, sample } from './board.js'

const rules = ['--rules', sample('regles-combo.yaml')]
const plan = ['purchase', 'plan', '--envelope', '100000', ...rules]

t.test('a basket for each school fits what it gets, from the catalogue, in both languages', async (t) => {
  const { ran } = await boardFor(t)
  const before = await ran(...plan)
  t.match(before, { code: 1, out: '', err: /Aucun catalogue n'est importé\nImportez les articles et leurs prix/ })
  for (const [kind, file] of [
    ['boards', 'commissions.csv'],
    ['equipment', 'equipement.csv'],
    ['catalogue', 'catalogue.csv'],
  ] as const)
    t.not((await ran('import', kind, sample(file))).code, 1, kind)

  const allocations = JSON.parse((await ran('allocate', '--envelope', '100000', ...rules, '--json')).out) as {
    school: string
    amountCents: number
  }[]
  const plans = JSON.parse((await ran(...plan, '--by', 'school', '--json')).out) as PurchasePlan[]
  t.same(
    plans.map(({ school, amountCents }) => ({ school, amountCents })),
    allocations.map(({ school, amountCents }) => ({ school, amountCents })),
  )
  for (const { costCents, leftCents, amountCents, lines, gap } of plans) {
    t.equal(costCents + leftCents, amountCents)
    t.ok(leftCents >= 0 && gap === 0)
    t.equal(
      lines.reduce((sum, line) => sum + line.quantity * line.priceCents, 0),
      costCents,
    )
  }
  const lines = JSON.parse((await ran(...plan, '--json')).out) as PurchaseLine[]
  t.same(
    lines,
    plans.flatMap((one) => one.lines),
    'the same, item by item',
  )

  const table = await ran(...plan)
  t.equal(table.code, 3, 'a school without a known enrolment is named, and that is not all done')
  t.match(table.err, /Sans effectif connu, donc sans panier\u00a0: 798011\./)
  t.ok(
    table.out.split('\n').every((line) => line.length <= 80),
    'in 80 columns',
  )
  const english = await ran('--lang', 'en', ...plan, '--by', 'school')
  t.match(english.err, /Baskets: \$[\d,]+\.\d\d of \$100,000\.00; .*\n.*this is proved/s)
  const other = await ran(...plan, '--board', '111000')
  t.match(other, { code: 2, out: '', err: /L'organisme «\u00a0111000\u00a0» n'est pas connu/ })
})
