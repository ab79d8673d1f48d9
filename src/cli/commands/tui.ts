import { UserError } from '../../model/errors.js'
import type { Config } from '../../app/config/load.js'
import { defineCommand, type Context } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'

export default defineCommand({
  name: 'tui',
  alias: 'interface',
  summary: (m) => m.tui.summary,
  define: (command, m) => addExample(command, m),
  endsCleanly: true,
  run: async (context) => {
    const { m, out, env, signal, streams } = context
    if (streams.stdin.isTTY !== true || streams.stdout.isTTY !== true) {
      throw new UserError(m.tui.noTerminal, m.tui.noTerminalHint, { usage: true })
    }
    if (env['TERM'] === 'dumb') throw new UserError(m.tui.dumbTerminal, m.tui.noTerminalHint, { usage: true })
    const config = await context.config()
    await openVaultFirst(context, config)
    // React's checks for developers would double the time of every frame.
    process.env['NODE_ENV'] ??= 'production'
    const { runInterface } = await import('../../tui/run.js')
    await runInterface({ m, env, config, signal, colour: out.colour })
    return EXIT.done
  },
})

/**
 * Asks for the key of a vault that no key file opens, while the screen is still the shell's: a scan from the interface
 * needs it. Without it one can look, unless the database's own password is in the vault.
 *
 * @throws UserError when nobody can be asked, or the vault does not open.
 */
async function openVaultFirst(context: Context, config: Config): Promise<void> {
  const { m, env, out } = context
  const { vaultUsers } = await import('../../app/vault/list.js')
  if (vaultUsers(config).length === 0) return
  const { keyFileOf, unlockedVault } = await import('../../app/vault/unlock.js')
  const { vaultExists } = await import('../../app/vault/change.js')
  if (keyFileOf({ config, env }) !== null || !(await vaultExists({ config }))) return
  const { askSecret, askSecretOrNothing, hasTerminal } = await import('../prompt.js')
  if (!hasTerminal(context.streams)) throw new UserError(m.vault.keyUnasked(config.vault.file), m.vault.keyUnaskedHint)
  const isNeeded = config.databasePassword !== null && 'vault' in config.databasePassword
  if (!isNeeded) out.notice(m.tui.vaultKeyWhy)
  const key = await (isNeeded ? askSecret : askSecretOrNothing)(m.credentials.askKey, context)
  if (key !== null) await unlockedVault({ config, env, m, askVaultKey: async () => key })
}
