import type { Messages } from '../../i18n/translator.js'
import { CHANGE_KINDS, type ChangeKind } from '../../model/change.js'
import { UserError } from '../../model/errors.js'
import { defineCommand, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'
import { reportOptions } from '../shared-options.js'

export default defineCommand({
  name: 'changes',
  alias: 'changements',
  summary: (m) => m.changes.summary,
  define: (command, m) => {
    const { values, byDefault } = m.cli
    command
      .option(`--since <${m.placeholders.instant}>`, `${m.changes.sinceOption} (${byDefault(m.changes.sinceDefault)})`)
      .option(
        `--kind <${m.placeholders.kinds}>`,
        `${m.changes.kindOption} (${values(CHANGE_KINDS.length, CHANGE_KINDS.join(', '))}; ${byDefault(m.changes.kindDefault)})`,
      )
      .option(`--building <${m.placeholders.code}>`, m.changes.buildingOption)
    reportOptions(command, m)
    addExample(command, m, '--since 7d')
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const asked = {
      since: textOption(options, 'since'),
      kinds: kindsOption(options, m),
      building: textOption(options, 'building'),
    }
    const isForFile = flagOption(options, 'json') || ['out', 'format'].some((name) => textOption(options, name))
    const { changeLines, findChanges } = await import('../../app/changes.js')
    const { withSession } = await import('../../app/session.js')
    await withSession(context, 'read', async (session) => {
      const found = await findChanges(session, asked, !isForFile)
      if (isForFile) {
        const { printReport } = await import('../print-report.js')
        const { default: report } = await import('../../reports/lists/changes.js')
        await printReport(context, options, report, found.rows)
      } else {
        await out.print(`${(await changeLines(session, found, out.columns)).join('\n')}\n`)
      }
    })
    return EXIT.done
  },
})

/** The kinds that are asked for; undefined when all are. @throws UserError */
function kindsOption(options: Options, m: Messages): readonly ChangeKind[] | undefined {
  const text = textOption(options, 'kind')
  return text?.split(',').map((word) => {
    const known = CHANGE_KINDS.find((each) => each === word.trim())
    if (known !== undefined) return known
    throw new UserError(m.changes.badKind(word.trim()), m.changes.badKindHint(CHANGE_KINDS.join(', ')), { usage: true })
  })
}
