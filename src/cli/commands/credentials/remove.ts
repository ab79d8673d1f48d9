import { UserError } from '../../../model/errors.js'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption } from '../../options.js'

export default defineCommand({
  name: 'remove',
  alias: 'retirer',
  summary: (m) => m.credentials.removeSummary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.name}>`, m.credentials.nameArgument)
      .option('--force', m.credentials.forceOption)
      .option('--dry-run', m.credentials.dryRunOption)
    addExample(command, m, 'lecture')
  },
  run: async (context, [name = ''], options) => {
    const { m, out } = context
    const { changeVault, refuseUnknown } = await import('../../../app/vault/change.js')
    const { usersOf } = await import('../../../app/vault/list.js')
    const { unlockedVault } = await import('../../../app/vault/unlock.js')
    const { secretHost } = await import('../../prompt.js')
    const host = await secretHost(context)
    const vault = await unlockedVault(host)
    refuseUnknown(name, vault.secrets, host)
    const users = usersOf(name, host.config)
    if (users.length > 0 && !flagOption(options, 'force')) {
      throw new UserError(m.vault.inUse(name, users.join(', ')), m.vault.inUseHint)
    }
    if (flagOption(options, 'dryRun')) {
      out.notice(m.credentials.wouldRemove(name, vault.path))
      return EXIT.done
    }
    await changeVault(vault, host, (secrets) => secrets.filter((each) => each.name !== name))
    out.notice(m.credentials.removed(name, vault.path))
    return EXIT.done
  },
})
