import { byCode } from '../../lib/text.js'
import type { SecretRow } from '../../model/rows.js'
import { referencesOf, type SecretHost } from '../config/credentials.js'
import type { Config } from '../config/load.js'
import { unlockedVault } from './unlock.js'

/** The credentials of a configuration that take a secret from the vault. */
export function usersOf(name: string, { credentials }: Pick<Config, 'credentials'>): string[] {
  const refersTo = (reference: object): boolean => 'vault' in reference && reference.vault === name
  return credentials
    .filter((credential) => referencesOf(credential).some(refersTo))
    .map((credential) => credential.name)
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
  const asked = host.config.credentials.flatMap(referencesOf).flatMap((each) => ('vault' in each ? [each.vault] : []))
  const missing = [...new Set(asked)].filter((name) => rows.every((row) => row.name !== name))
  return { rows: rows.sort((a, b) => byCode(a.name, b.name)), missing: missing.sort(byCode) }
}
