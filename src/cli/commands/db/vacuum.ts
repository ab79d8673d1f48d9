import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'
import { megabytes } from './places.js'

export default defineCommand({
  name: 'vacuum',
  alias: 'tasser',
  summary: (m) => m.db.vacuumSummary,
  define: (command, m) => {
    command.option('--dry-run', m.db.vacuumDryRunOption).option('--json', m.cli.jsonOption)
    addExample(command, m)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const { vacuumDatabase } = await import('../../../app/database/vacuum.js')
    const { withSession } = await import('../../../app/session.js')
    const isTried = flagOption(options, 'dryRun')
    const done = await withSession(context, 'read', (session) => vacuumDatabase(session, isTried))
    if (flagOption(options, 'json')) {
      await out.print(`${JSON.stringify(done)}\n`)
      return EXIT.done
    }
    const { before, after, keepDays, removed } = done
    const { number } = m.format
    const counts = [removed.facts, removed.changes, removed.addresses].map((count) => number(count)) as [
      string,
      string,
      string,
    ]
    const tell = isTried ? m.db.wouldRemove : m.db.removed
    const isAny = removed.facts + removed.changes + removed.addresses > 0
    if (isAny || isTried) await out.print(`${tell(number(keepDays), ...counts)}\n`)
    if (removed.holders > 0) {
      const told = isTried ? m.db.holdersWouldBeRemoved : m.db.holdersRemoved
      await out.print(`${told(number(keepDays), number(removed.holders))}\n`)
    }
    if (after !== null) await out.print(`${m.db.vacuumed(megabytes(before, m), megabytes(after, m))}\n`)
    return EXIT.done
  },
})
