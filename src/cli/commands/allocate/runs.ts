import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption, textOption } from '../../options.js'
import { reportOptions } from '../../shared-options.js'

export default defineCommand({
  name: 'runs',
  alias: 'historique',
  summary: (m) => m.runs.runsSummary,
  define: (command, m) => {
    reportOptions(command, m)
    addExample(command, m)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const { withSession } = await import('../../../app/session.js')
    const { listRuns } = await import('../../../store/allocation-runs.js')
    const { printReport } = await import('../../print-report.js')
    const { default: report } = await import('../../../reports/allocation-runs.js')
    const runs = await withSession(context, 'read', ({ store }) => listRuns(store.db))
    const isForFile = flagOption(options, 'json') || ['out', 'format'].some((name) => textOption(options, name))
    const rows = runs.map(({ who: _, inputs: _inputs, ...run }) => run)
    const day = { at: ({ at }: { readonly at: string }) => m.format.dateTime(at).slice(0, 'yyyy-mm-dd'.length) }
    if (rows.length === 0 && !isForFile) {
      out.notice(m.runs.none)
      out.notice(m.runs.noneHint)
      return EXIT.done
    }
    await printReport(context, options, report, rows, isForFile ? {} : day)
    return EXIT.done
  },
})
