import { Option } from '#commander'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { textOption, yearOption, REPORT_FORMATS } from '../options.js'

export default defineCommand({
  name: 'shortfalls',
  alias: 'manques',
  summary: (m) => m.results.shortfallsSummary,
  define: (command, m) => {
    command
      .option('--rules <file>', m.results.rulesOption)
      .option('--year <year>', m.cli.yearOption)
      .option('--json', m.cli.jsonOption)
      .addOption(new Option(m.cli.formatFlag, m.cli.formatOption).choices(REPORT_FORMATS))
      .option('--out <file>', m.cli.outOption)
      .addHelpText('after', `\n${m.cli.example('cartable shortfalls --rules regles-combo.yaml')}`)
  },
  run: async (context, _args, options) => {
    const { m, cwd } = context
    const year = yearOption(options, m)
    const { readKnown } = await import('../../app/known.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const { default: shortfallsReport } = await import('../../reports/shortfalls.js')
    const { readRules } = await import('../../app/reference.js')
    const { findShortfalls } = await import('../../app/results.js')
    const config = await context.config()
    const rules = await readRules(textOption(options, 'rules'), config, cwd, m)
    await withSession(config, m, false, async (session) => {
      const shortfalls = findShortfalls(session, await readKnown(session.store.db), rules, year)
      context.out.notice(m.results.rulesTitle(rules.id, rules.source))
      await printReport(context, options, shortfallsReport, shortfalls)
    })
    return EXIT.done
  },
})
