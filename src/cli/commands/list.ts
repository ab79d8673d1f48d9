import { Argument, Option } from '#commander'
import { listPlugins, loadPlugin } from '../../lib/plugins.js'
import type { Report } from '../../model/report.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { REPORT_FORMATS } from '../options.js'

const FOLDER = 'src/reports/lists'

export default defineCommand({
  name: 'list',
  alias: 'lister',
  summary: (m) => m.lists.summary,
  define: (command, m) => {
    command
      .addArgument(new Argument('<noun>', m.lists.nounArgument).choices(listPlugins(FOLDER)))
      .option('--json', m.cli.jsonOption)
      .addOption(new Option(m.cli.formatFlag, m.cli.formatOption).choices(REPORT_FORMATS))
      .option('--out <file>', m.cli.outOption)
      .addHelpText('after', `\n${m.cli.example('cartable list devices')}`)
  },
  run: async (context, [noun = ''], options) => {
    const { LISTS } = await import('../../app/lists.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const report = await loadPlugin<Report<object>>(FOLDER, noun)
    const read = LISTS[noun]
    if (read === undefined) throw new Error(`list ${noun} has columns but no rows`)
    await withSession(await context.config(), context.m, false, async (session) => {
      await printReport(context, options, report, await read(session))
    })
    return EXIT.done
  },
})
