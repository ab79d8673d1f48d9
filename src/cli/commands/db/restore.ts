import { resolve } from 'node:path'
import { UserError } from '../../../model/errors.js'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { configuredPlace, transferListener } from './places.js'

export default defineCommand({
  name: 'restore',
  alias: 'restaurer',
  summary: (m) => m.db.restoreSummary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.backup}>`, m.db.restoreFileArgument)
      .option('--yes', m.db.restoreYes)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, 'cartable.db.bak --yes')
  },
  endsCleanly: true,
  run: async (context, [asked = ''], options) => {
    const { m, out, cwd } = context
    const { backupName, restoreDatabase } = await import('../../../app/database/backup.js')
    const place = await configuredPlace(context)
    const file = resolve(cwd, asked)
    if (!flagOption(options, 'yes')) {
      throw new UserError(m.db.wouldRestore(file, place.database), m.db.wouldRestoreHint, { usage: true })
    }
    const aside = backupName(place, cwd, new Date().toISOString())
    const restored = await restoreDatabase(file, place, aside, m, transferListener(context))
    out.progress('')
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(restored)}\n`)
    else {
      await out.print(`${m.db.restored(m.format.number(restored.rows), place.database)}\n`)
      if (restored.before !== null) await out.print(`${m.db.setAside(restored.before)}\n`)
    }
    return EXIT.done
  },
})
