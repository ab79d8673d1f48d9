import { resolve } from 'node:path'
import type { NextKey } from '../../../app/vault/rotate.js'
import { UserError } from '../../../model/errors.js'
import { defineCommand, type Context, type Options } from '../../command.js'
import { EXIT, type ExitCode } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption, textOption } from '../../options.js'
import { askNewSecret } from './ask.js'

export default defineCommand({
  name: 'rotate',
  alias: 'renouveler',
  summary: (m) => m.credentials.rotateSummary,
  define: (command, m) => {
    command
      .argument(`[${m.placeholders.name}]`, m.credentials.nameArgument)
      .option(`--networks <${m.placeholders.list}>`, m.credentials.newNetworksOption)
      .option('--key', m.credentials.keyOption)
      .option(`--key-file <${m.placeholders.file}>`, m.credentials.keyFileOption)
      .option('--key-prompt', m.credentials.keyPromptOption)
      .option('--dry-run', m.credentials.dryRunOption)
    addExample(command, m, 'lecture')
  },
  run: async (context, [name], options) => {
    const { m } = context
    const next = nextKey(context, options)
    if ((name === undefined) === (next === null)) {
      throw new UserError(m.credentials.nameOrKey, m.credentials.nameOrKeyHint, { usage: true })
    }
    return name === undefined || next !== null
      ? rotateVault(context, next, options)
      : rotateSecret(context, name, options)
  },
})

/** What `--key` and its two ways ask for; null for a secret of the vault. @throws UserError when both ways are asked. */
function nextKey({ m, cwd }: Context, options: Options): NextKey | null {
  const file = textOption(options, 'keyFile')
  const prompt = flagOption(options, 'keyPrompt')
  if (file !== undefined && prompt) {
    throw new UserError(m.credentials.oneWay, m.credentials.nameOrKeyHint, { usage: true })
  }
  if (file !== undefined) return { from: 'file', path: resolve(cwd, file) }
  if (prompt) return { from: 'prompt' }
  return flagOption(options, 'key') ? { from: 'same' } : null
}

async function rotateSecret(context: Context, name: string, options: Options): Promise<ExitCode> {
  const { m, out } = context
  const { changeVault, refuseUnknown } = await import('../../../app/vault/change.js')
  const { readNetworks } = await import('../../../app/vault/networks.js')
  const { unlockedVault } = await import('../../../app/vault/unlock.js')
  const { secretHost } = await import('../../prompt.js')
  const host = await secretHost(context)
  const written = textOption(options, 'networks')
  const networks = readNetworks(written, m)
  const vault = await unlockedVault(host)
  refuseUnknown(name, vault.secrets, host)
  if (flagOption(options, 'dryRun')) {
    out.notice(m.credentials.wouldRotate(name, vault.path))
    return EXIT.done
  }
  const value = await askNewSecret(name, context)
  const changedAt = new Date().toISOString()
  await changeVault(vault, host, (secrets) => {
    refuseUnknown(name, secrets, host)
    return secrets.map((each) =>
      each.name === name ? { ...each, value, changedAt, scope: written === undefined ? each.scope : networks } : each,
    )
  })
  out.notice(m.credentials.rotated(name, vault.path))
  return EXIT.done
}

async function rotateVault(context: Context, next: NextKey | null, options: Options): Promise<ExitCode> {
  const { m, out } = context
  const { rotateKey } = await import('../../../app/vault/rotate.js')
  const { unlockVault } = await import('../../../app/vault/unlock.js')
  const { secretHost } = await import('../../prompt.js')
  const host = await secretHost(context)
  const path = host.config.vault.file
  if (flagOption(options, 'dryRun')) {
    const { secrets } = await unlockVault(host)
    out.notice(m.credentials.wouldRotateKey(path, m.format.number(secrets.length)))
    return EXIT.done
  }
  const { keyFile, moved, oldKey } = await rotateKey(host, next ?? { from: 'same' })
  out.notice(m.credentials.rotatedKey(path))
  if (moved) {
    out.notice(m.credentials.keyMoved)
    const { vaultLines } = await import('../../../app/vault/using-lines.js')
    await out.print(vaultLines(host.config, keyFile))
  }
  if (oldKey !== null) out.notice(m.credentials.oldKeyFile(oldKey))
  return EXIT.done
}
