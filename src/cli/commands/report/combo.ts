import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { centsOption } from '../../options.js'
import { asked, documentOptions, outcomeForm, writeDocument } from './document.js'

export default defineCommand({
  name: 'combo',
  alias: 'repartition',
  summary: (m) => m.report.comboSummary,
  define: (command, m) => {
    command
      .option(`--envelope <${m.placeholders.dollars}>`, m.report.envelopeOption)
      .option(`--training <${m.placeholders.dollars}>`, m.report.trainingOption)
    documentOptions(command, m)
    addExample(command, m, `--envelope 45000000 --out ${m.report.comboFile}`)
  },
  run: async (context, _args, options) => {
    const { m } = context
    const form = outcomeForm(context, options)
    const wanted = {
      ...asked(context, options),
      envelopeCents: centsOption(options, 'envelope', m) ?? null,
      trainingCents: centsOption(options, 'training', m),
    }
    const { withSession } = await import('../../../app/session.js')
    const { comboReport } = await import('../../../app/reports/combo.js')
    return withSession(context, 'read', async (session) => {
      const { document, isComplete } = await comboReport(session, wanted)
      await writeDocument(context, form, document)
      return isComplete ? EXIT.done : EXIT.incomplete
    })
  },
})
