import { Option } from 'commander'
import { readKnown } from '../../app/known.js'
import { withSession } from '../../app/session.js'
import allocationReport from '../../reports/allocation.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { centsOption, textOption, yearOption } from '../options.js'
import { printReport, REPORT_FORMATS } from '../print-report.js'

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
      .option('--format <format>', m.cli.formatOption(REPORT_FORMATS.join(', ')))
      .option('--out <file>', m.cli.outOption)
      .addHelpText('after', `\n${m.cli.example('cartable allocate --envelope 100000 --rules regles-combo.yaml')}`)
  },
  run: async (context, _args, options) => {
    const { m, cwd, out } = context
    const year = yearOption(options, m)
    const envelopeCents = centsOption(options, 'envelope', m) ?? 0
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
