import { UserError } from '../../../model/errors.js'
import { defineCommand } from '../../command.js'
import { EXIT } from '../../exit-codes.js'
import { addExample } from '../../help.js'
import { flagOption, textOption } from '../../options.js'
import { askNewSecret } from './ask.js'

export default defineCommand({
  name: 'add',
  alias: 'ajouter',
  summary: (m) => m.credentials.addSummary,
  define: (command, m) => {
    command
      .argument(`<${m.placeholders.name}>`, m.credentials.nameArgument)
      .option(`--networks <${m.placeholders.list}>`, m.credentials.networksOption)
      .option('--dry-run', m.credentials.dryRunOption)
    addExample(command, m, 'lecture --networks 10.20.9.0/24')
  },
  run: async (context, [name = ''], options) => {
    const { m, out } = context
    const { changeVault, checkName, openOrMakeVault, vaultExists } = await import('../../../app/vault/change.js')
    const { readNetworks } = await import('../../../app/vault/networks.js')
    const { usingLines } = await import('../../../app/vault/using-lines.js')
    const { unlockedVault, keyFileOf } = await import('../../../app/vault/unlock.js')
    const { secretHost } = await import('../../prompt.js')
    const host = await secretHost(context)
    const path = host.config.vault.file
    checkName(name, m)
    const networks = readNetworks(textOption(options, 'networks'), m)
    const refuseKnown = (secrets: readonly { readonly name: string }[]): void => {
      if (secrets.some((each) => each.name === name)) throw new UserError(m.vault.known(name), m.vault.knownHint(name))
    }
    const exists = await vaultExists(host)
    if (exists) refuseKnown((await unlockedVault(host)).secrets)
    if (flagOption(options, 'dryRun')) {
      out.notice(m.credentials.wouldAdd(name, path, exists))
      return EXIT.done
    }
    const value = await askNewSecret(name, context)
    const { vault, madeKey } = await openOrMakeVault(host)
    if (!exists) out.notice(m.credentials.made(path))
    if (madeKey !== null) out.notice(m.credentials.madeKey(madeKey))
    const at = new Date().toISOString()
    await changeVault(vault, host, (secrets) => {
      refuseKnown(secrets)
      return [...secrets, { name, value, addedAt: at, changedAt: at, scope: networks }]
    })
    out.notice(m.credentials.added(name, path))
    if (!exists && keyFileOf(host) === null) out.notice(m.credentials.typedKey)
    await out.print(usingLines(name, host))
    return EXIT.done
  },
})
