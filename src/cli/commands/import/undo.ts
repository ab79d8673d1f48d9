import { basename } from 'node:path'
import { UserError } from '../../../model/errors.js'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption, textOption } from '../../options.js'
import { personName } from '../../person.js'
import { printFacts } from './fact-table.js'

export default defineCommand({
  name: 'undo',
  alias: 'annuler',
  summary: (m) => m.importing.undoSummary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.number}>`, m.importing.undoArgument)
      .option(`--who <${m.placeholders.text}>`, m.overrides.whoOption)
      .option('--dry-run', m.importing.dryRunOption)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, '12 --dry-run')
  },
  run: async (context, [number = ''], options) => {
    const { m, out, env } = context
    if (!/^\d{1,15}$/.test(number))
      throw new UserError(m.importing.noSuchImport(number), m.importing.noSuchImportHint, { usage: true })
    const dryRun = flagOption(options, 'dryRun')
    const { undoImport } = await import('../../../app/imports/undo.js')
    const { withSession } = await import('../../../app/session.js')
    const by = personName(textOption(options, 'who'), env, m)
    const result = await withSession(context, 'read', (session) =>
      undoImport(session, { id: Number(number), by, dryRun }),
    )
    if (flagOption(options, 'json')) {
      await out.print(`${JSON.stringify(result)}\n`)
      return EXIT.done
    }
    const { undone, changes, holders } = result
    if (dryRun) await printFacts(context, changes, changes.length)
    const count = (what: string): string => m.format.number(changes.filter((each) => each.what === what).length)
    const what = m.importing.importOf(undone.import, undone.kind, basename(undone.file))
    out.notice(dryRun ? m.importing.wouldUndo(what) : m.importing.undone(what))
    out.notice(m.importing.undoneFacts(count('removed'), count('changed'), count('added')))
    if (holders > 0)
      out.notice((dryRun ? m.importing.wouldForget : m.importing.holdersErased)(m.format.number(holders)))
    return EXIT.done
  },
})
