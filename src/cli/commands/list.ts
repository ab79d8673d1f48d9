import { Argument } from 'commander'
import { LISTS } from '../../app/lists.js'
import { withSession } from '../../app/session.js'
import { loadPlugin } from '../../lib/plugins.js'
import type { Report } from '../../model/report.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { printReport, REPORT_FORMATS } from '../print-report.js'

export default defineCommand({
  name: 'list',
  alias: 'lister',
  summary: (m) => m.lists.summary,
  define: (command, m) => {
    command
      .addArgument(new Argument('<noun>', m.lists.nounArgument).choices(Object.keys(LISTS)))
      .option('--json', m.cli.jsonOption)
      .option('--format <format>', m.cli.formatOption(REPORT_FORMATS.join(', ')))
      .option('--out <file>', m.cli.outOption)
      .addHelpText('after', `\n${m.cli.example('cartable list devices')}`)
  },
  run: async (context, [noun = ''], options) => {
    const report = await loadPlugin<Report<object>>('src/reports/lists', noun)
    const read = LISTS[noun]
    if (read === undefined) throw new Error(`list ${noun} has columns but no rows`)
    await withSession(await context.config(), context.m, true, async (session) => {
      await printReport(context, options, report, await read(session))
    })
    return EXIT.done
  },
})
