import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'

export default defineCommand({
  name: 'forget',
  alias: 'oublier',
  summary: (m) => m.importing.forgetSummary,
  define: (command, m) => {
    command.option('--dry-run', m.importing.dryRunOption).option('--json', m.cli.jsonOption)
    addExample(command, m, '--dry-run')
  },
  run: async (context, _args, options) => {
    const { m, out } = context
    const dryRun = flagOption(options, 'dryRun')
    const { forgetHolders } = await import('../../../app/imports/forget.js')
    const { withSession } = await import('../../../app/session.js')
    const devices = await withSession(context, 'read', (session) => forgetHolders(session, dryRun))
    if (flagOption(options, 'json')) await out.print(`${JSON.stringify({ devices, dryRun })}\n`)
    else if (devices === 0) await out.print(`${m.importing.nothingToForget}\n`)
    else await out.print(`${(dryRun ? m.importing.wouldForget : m.importing.forgotten)(m.format.number(devices))}\n`)
    return EXIT.done
  },
})
