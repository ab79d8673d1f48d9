import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { asked, documentOptions, outcomeForm, writeDocument } from './document.js'

export default defineCommand({
  name: 'renewal',
  alias: 'renouvellement',
  summary: (m) => m.report.renewalSummary,
  define: (command, m) => {
    documentOptions(command, m)
    addExample(command, m, `--board 799000 --out ${m.report.renewalFile}`)
  },
  run: async (context, _args, options) => {
    const form = outcomeForm(context, options)
    const wanted = asked(context, options)
    const { withSession } = await import('../../../app/session.js')
    const { renewalReport } = await import('../../../app/reports/renewal.js')
    await withSession(context, 'read', async (session) => {
      await writeDocument(context, form, await renewalReport(session, wanted))
    })
    return EXIT.done
  },
})
