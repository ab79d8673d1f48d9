import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { configuredPlace, transferListener } from './places.js'

export default defineCommand({
  name: 'migrate',
  alias: 'migrer',
  summary: (m) => m.db.migrateSummary,
  define: (command, m) => {
    command.option('--dry-run', m.db.migrateDryRun).option('--json', m.cli.jsonOption)
    addExample(command, m, '--dry-run')
  },
  run: async (context, _args, options) => {
    const { m, out, cwd } = context
    const { migrateDatabase, migrationOf } = await import('../../../app/database/migrate.js')
    const place = await configuredPlace(context)
    const dryRun = flagOption(options, 'dryRun')
    const done = dryRun ? await migrationOf(place) : await migrateDatabase(place, cwd, m, transferListener(context))
    out.progress('')
    if (flagOption(options, 'json')) {
      await out.print(`${JSON.stringify({ database: place.database, dryRun, ...done })}\n`)
      return EXIT.done
    }
    const { state, schema, missing, backup, points } = done
    if (state === 'current') await out.print(`${m.db.isCurrent(schema)}\n`)
    else if (state === 'empty') await out.print(`${dryRun ? m.db.wouldCreate : m.db.created}\n`)
    else if (dryRun) await out.print(`${m.db.wouldMigrate(missing.join(', '))}\n`)
    else await out.print(`${m.db.upgraded(done.from ?? '', schema)}\n`)
    if (backup !== null) await out.print(`${m.db.upgradeBackup(backup)}\n`)
    if (points) await out.print(`${m.db.geometry}\n`)
    return EXIT.done
  },
})
