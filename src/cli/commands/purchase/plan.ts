import { Option } from '#commander'
import type { Purchases } from '../../../app/purchase.js'
import type { Messages } from '../../../i18n/translator.js'
import { sum } from '../../../lib/group.js'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { centsOption, textOption, yearOption } from '../../options.js'
import { reportOptions } from '../../shared-options.js'
import { someOf } from '../../some-of.js'

export default defineCommand({
  name: 'plan',
  alias: 'paniers',
  summary: (m) => m.purchase.planSummary,
  define: (command, m) => {
    command
      .option(`--envelope <${m.placeholders.dollars}>`, m.allocate.envelopeOption)
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
      .option(`--board <${m.placeholders.code}>`, m.purchase.boardOption)
      .addOption(new Option(`--by <${m.placeholders.form}>`, m.purchase.byOption).choices(['item', 'school']))
    reportOptions(command, m)
    addExample(command, m, '--envelope 100000 --by school')
  },
  run: async (context, _args, options) => {
    const { m, cwd, out } = context
    const asked = {
      envelopeCents: centsOption(options, 'envelope', m) ?? null,
      year: yearOption(options, m),
      board: textOption(options, 'board'),
    }
    const { readKnown } = await import('../../../app/known.js')
    const { planPurchases } = await import('../../../app/purchase.js')
    const { readRules } = await import('../../../app/reference.js')
    const { withSession } = await import('../../../app/session.js')
    const { printReport } = await import('../../print-report.js')
    const file = await readRules(textOption(options, 'rules'), await context.config(), cwd, m)
    return withSession(context, 'read', async (session) => {
      const purchases = await planPurchases(session, await readKnown(session.store.db), file, asked)
      out.notice(m.results.rulesTitle(file.rules.id, file.rules.source))
      if (textOption(options, 'by') === 'school') {
        const { default: plansReport } = await import('../../../reports/purchase-plans.js')
        await printReport(context, options, plansReport, purchases.plans)
      } else {
        const { default: linesReport } = await import('../../../reports/purchase-lines.js')
        const lines = purchases.plans.flatMap((plan) => plan.lines)
        await printReport(context, options, linesReport, lines)
      }
      for (const line of conclusions(purchases, m)) out.notice(line)
      return purchases.problems.unknown.length > 0 ? EXIT.incomplete : EXIT.done
    })
  },
})

/** What the baskets come to, what they leave, and what no basket could be made of. */
function conclusions({ plans, problems, amountCents, costCents }: Purchases, m: Messages): string[] {
  const { number, money, percent } = m.format
  const { purchase } = m
  const lacking = plans.filter(({ shortfall }) => shortfall > 0)
  const whole = lacking.filter(({ left }) => left === 0).length
  const gap = Math.max(0, ...plans.map((plan) => plan.gap))
  const left = sum(plans.map((plan) => plan.left))
  return [
    purchase.total(money(costCents), money(amountCents), money(amountCents - costCents)),
    lacking.length === 0
      ? purchase.nothingLacking
      : purchase.covered(number(whole), number(lacking.length), number(left)),
    gap === 0 ? purchase.proved : purchase.gap(percent(gap / 100)),
    ...(problems.withoutItem.length > 0 ? [purchase.withoutItem(someOf(problems.withoutItem))] : []),
    ...(problems.unpriced.length > 0 ? [purchase.unpriced(someOf(problems.unpriced.map(({ item }) => item)))] : []),
    ...(problems.ineligible.length > 0
      ? [purchase.ineligible(someOf(problems.ineligible.map(({ item }) => item)))]
      : []),
    ...(problems.unknown.length > 0 ? [purchase.unknown(someOf(problems.unknown))] : []),
  ]
}
