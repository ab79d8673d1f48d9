import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { textOption, yearOption } from '../options.js'
import { reportOptions } from '../shared-options.js'

export default defineCommand({
  name: 'shortfalls',
  alias: 'manques',
  summary: (m) => m.results.shortfallsSummary,
  define: (command, m) => {
    command
      .option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
      .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
    reportOptions(command, m)
    addExample(command, m, '--rules regles-combo.yaml')
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
    const { rules } = await readRules(textOption(options, 'rules'), config, cwd, m)
    await withSession(context, 'read', async (session) => {
      const shortfalls = findShortfalls(session, await readKnown(session.store.db), rules, year)
      context.out.notice(m.results.rulesTitle(rules.id, rules.source))
      await printReport(context, options, shortfallsReport, shortfalls)
    })
    return EXIT.done
  },
})
