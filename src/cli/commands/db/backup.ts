import { resolve } from 'node:path'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { configuredPlace, megabytes, transferListener } from './places.js'

export default defineCommand({
  name: 'backup',
  alias: 'sauvegarder',
  summary: (m) => m.db.backupSummary,
  define: (command, m) => {
    command.argument(`[${m.placeholders.file}]`, m.db.backupFileArgument).option('--json', m.cli.jsonOption)
    addExample(command, m)
  },
  endsCleanly: true,
  run: async (context, [asked], options) => {
    const { m, out, cwd } = context
    const { backupDatabase, backupName } = await import('../../../app/database/backup.js')
    const place = await configuredPlace(context)
    const file = asked === undefined ? backupName(place, cwd, new Date().toISOString()) : resolve(cwd, asked)
    const backup = await backupDatabase(place, file, m, transferListener(context))
    out.progress('')
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify(backup)}\n`)
    else {
      await out.print(`${m.db.backedUp(backup.file, megabytes(backup.bytes, m))}\n`)
      if (backup.holdersLeftOut > 0) out.notice(m.db.withoutHolders(m.format.number(backup.holdersLeftOut)))
    }
    return EXIT.done
  },
})
