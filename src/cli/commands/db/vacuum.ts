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
    command.option('--json', m.cli.jsonOption)
    addExample(command, m)
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const { vacuumDatabase } = await import('../../../app/database/vacuum.js')
    const { withSession } = await import('../../../app/session.js')
    const { before, after } = await withSession(context, 'read', vacuumDatabase)
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify({ before, after })}\n`)
    else await out.print(`${m.db.vacuumed(megabytes(before, m), megabytes(after, m))}\n`)
    return EXIT.done
  },
})
