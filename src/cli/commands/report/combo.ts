import type { Messages } from '../../../i18n/translator.js'
import { UserError } from '../../../model/errors.js'
import { defineCommand, type Options } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { centsOption, textOption } from '../../options.js'
import { asked, documentOptions, outcomeForm, writeDocument } from './document.js'

export default defineCommand({
  name: 'combo',
  alias: 'repartition',
  summary: (m) => m.report.comboSummary,
  define: (command, m) => {
    command
      .option(`--envelope <${m.placeholders.dollars}>`, m.report.envelopeOption)
      .option(`--training <${m.placeholders.dollars}>`, m.report.trainingOption)
      .option(`--run <${m.placeholders.number}>`, m.report.runOption)
    documentOptions(command, m)
    addExample(command, m, `--envelope 45000000 --out ${m.report.comboFile}`)
  },
  run: async (context, _args, options) => {
    const { m } = context
    const form = outcomeForm(context, options)
    const run = runOption(options, m)
    const wanted = {
      ...asked(context, options),
      envelopeCents: centsOption(options, 'envelope', m) ?? null,
      trainingCents: centsOption(options, 'training', m),
    }
    const { withSession } = await import('../../../app/session.js')
    const { comboReport, frozenReport } = await import('../../../app/reports/combo.js')
    return withSession(context, 'read', async (session) => {
      const { document, isComplete } =
        run === null ? await comboReport(session, wanted) : await frozenReport(session, { ...wanted, run })
      await writeDocument(context, form, document)
      return isComplete ? EXIT.done : EXIT.incomplete
    })
  },
})

/** The number of a frozen allocation, which nothing else says anything of; null without one. @throws UserError */
function runOption(options: Options, m: Messages): number | null {
  const text = textOption(options, 'run')
  if (text === undefined) return null
  if (['envelope', 'training', 'rules', 'year'].some((name) => options[name] !== undefined)) {
    throw new UserError(m.report.runAlone, m.report.runAloneHint, { usage: true })
  }
  if (!/^\d{1,9}$/.test(text)) throw new UserError(m.report.badRun(text), m.report.badRunHint, { usage: true })
  return Number(text)
}
