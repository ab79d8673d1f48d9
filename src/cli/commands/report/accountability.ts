import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { asked, documentOptions, outcomeForm, writeDocument } from './document.js'

export default defineCommand({
  name: 'accountability',
  alias: 'reddition',
  summary: (m) => m.report.accountabilitySummary,
  define: (command, m) => {
    documentOptions(command, m, { isRuled: false })
    addExample(command, m, `--out ${m.report.accountabilityFile}`)
  },
  run: async (context, _args, options) => {
    const form = outcomeForm(context, options)
    const wanted = asked(context, options)
    const { withSession } = await import('../../../app/session.js')
    const { accountabilityReport } = await import('../../../app/reports/accountability.js')
    await withSession(context, 'read', async (session) => {
      await writeDocument(context, form, await accountabilityReport(session, wanted))
    })
    return EXIT.done
  },
})
