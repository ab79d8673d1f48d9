import { byCode } from '../../lib/text.js'
import type { SecretRow } from '../../model/rows.js'
import { referencesOf, type SecretHost } from '../config/credentials.js'
import type { Config } from '../config/load.js'
import { unlockedVault } from './unlock.js'

type Users = Pick<Config, 'credentials' | 'databasePassword'>

/** Everything of a configuration that takes secrets from the vault: credentials by name, and `database`. */
export function vaultUsers({ credentials, databasePassword }: Users): { user: string; secret: string }[] {
  return [
    ...credentials.flatMap((each) => referencesOf(each).map((reference) => ({ user: each.name, reference }))),
    ...(databasePassword === null ? [] : [{ user: 'database', reference: databasePassword }]),
  ].flatMap(({ user, reference }) => ('vault' in reference ? [{ user, secret: reference.vault }] : []))
}

/** What takes one secret from the vault, each once. */
export function usersOf(name: string, config: Users): string[] {
  return [...new Set(vaultUsers(config).flatMap(({ user, secret }) => (secret === name ? [user] : [])))]
}

/** What the vault holds, by name, and the names that the configuration asks of it in vain. */
export async function listSecrets(host: SecretHost): Promise<{ rows: SecretRow[]; missing: string[] }> {
  const { secrets } = await unlockedVault(host)
  const rows = secrets.map(({ name, addedAt, changedAt, scope }) => ({
    name,
    addedAt,
    changedAt,
    networks: scope,
    usedBy: usersOf(name, host.config),
  }))
  const asked = vaultUsers(host.config).map(({ secret }) => secret)
  const missing = [...new Set(asked)].filter((name) => rows.every((row) => row.name !== name))
  return { rows: rows.sort((a, b) => byCode(a.name, b.name)), missing: missing.sort(byCode) }
}
