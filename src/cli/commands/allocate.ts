import { Option } from '#commander'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { centsOption, textOption, yearOption, REPORT_FORMATS } from '../options.js'

export default defineCommand({
  name: 'allocate',
  alias: 'repartir',
  summary: (m) => m.results.allocateSummary,
  define: (command, m) => {
    command
      .addOption(new Option('--envelope <dollars>', m.results.envelopeOption).makeOptionMandatory())
      .option('--rules <file>', m.results.rulesOption)
      .option('--year <year>', m.cli.yearOption)
      .option('--json', m.cli.jsonOption)
      .addOption(new Option(m.cli.formatFlag, m.cli.formatOption).choices(REPORT_FORMATS))
      .option('--out <file>', m.cli.outOption)
      .addHelpText('after', `\n${m.cli.example('cartable allocate --envelope 100000 --rules regles-combo.yaml')}`)
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
    const { shareEnvelope } = await import('../../app/results.js')
    const config = await context.config()
    const rules = await readRules(textOption(options, 'rules'), config, cwd, m)
    return withSession(config, m, false, async (session) => {
      const known = await readKnown(session.store.db)
      const { allocations, problems, stages } = shareEnvelope(session, known, rules, { envelopeCents, year })
      out.notice(m.results.rulesTitle(rules.id, rules.source))
      await printReport(context, options, allocationReport, allocations)
      for (const { stage, sumCents } of stages) out.notice(m.results.stageSum(stage, m.format.money(sumCents)))
      for (const { message } of problems) out.notice(message)
      return problems.length > 0 ? EXIT.incomplete : EXIT.done
    })
  },
})
