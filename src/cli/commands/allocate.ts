import { Option } from '#commander'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { centsOption, textOption, yearOption } from '../options.js'
import { reportOptions } from '../shared-options.js'

export default defineCommand({
  name: 'allocate',
  alias: 'repartir',
  summary: (m) => m.results.allocateSummary,
  define: (command, m) => {
    command
      .addOption(new Option(`--envelope <${m.placeholders.dollars}>`, m.results.envelopeOption).makeOptionMandatory())
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
    reportOptions(command, m)
    addExample(command, m, '--envelope 100000 --rules regles-combo.yaml')
  },
  run: async (context, _args, options) => {
    const { m, cwd, out } = context
    const year = yearOption(options, m)
    const envelopeCents = centsOption(options, 'envelope', m) ?? 0
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const { default: allocationReport } = await import('../../reports/allocation.js')
    const { readRules } = await import('../../app/reference.js')
    const { allocate } = await import('../../app/allocate.js')
    const config = await context.config()
    const file = await readRules(textOption(options, 'rules'), config, cwd, m)
    return withSession(context, 'read', async (session) => {
      const known = await readKnown(session.store.db)
      const asked = { rules: file, part: 'equipment', envelopeCents, year } as const
      const { allocations, dueCents, problems, stages } = await allocate(session, known, asked)
      out.notice(m.results.rulesTitle(file.rules.id, file.rules.source))
      await printReport(context, options, allocationReport, allocations)
      if (dueCents > envelopeCents) {
        out.notice(m.results.floorsExceed(m.format.money(dueCents), m.format.money(envelopeCents)))
      }
      for (const { stage, sumCents } of stages) out.notice(m.results.stageSum(stage, m.format.money(sumCents)))
      for (const { message } of problems) out.notice(message)
      return problems.length > 0 ? EXIT.incomplete : EXIT.done
    })
  },
})
