import { Argument } from '#commander'
import { listPlugins, loadPlugin } from '../../lib/plugins.js'
import type { Report } from '../../model/report.js'
import { defineCommand } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption } from '../options.js'
import { reportOptions } from '../shared-options.js'

const FOLDER = 'src/reports/lists'

export default defineCommand({
  name: 'list',
  alias: 'lister',
  summary: (m) => m.lists.summary,
  define: (command, m) => {
    command.addArgument(new Argument(`<${m.placeholders.what}>`, m.lists.nounArgument).choices(listPlugins(FOLDER)))
    reportOptions(command, m).option('--all', m.overrides.viewAllOption)
    addExample(command, m, 'devices')
  },
  run: async (context, [noun = ''], options) => {
    const { LISTS } = await import('../../app/lists.js')
    const { withSession } = await import('../../app/session.js')
    const { printReport } = await import('../print-report.js')
    const report = await loadPlugin<Report<object>>(FOLDER, noun)
    const read = LISTS[noun]
    if (read === undefined) throw new Error(`list ${noun} has columns but no rows`)
    await withSession(context, 'read', async (session) => {
      await printReport(context, options, report, await read(session, flagOption(options, 'all') ? 'all' : 'kept'))
    })
    return EXIT.done
  },
})
