import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deriveKey, newSalt, sealVault } from '../../src/lib/vault/seal.js'
import { Secret } from '../../src/model/secret.js'

const KEY = 'une clé de coffre pour les essais'
/** A vault says itself what its key costs: one that is made for a test opens in a millisecond instead of half a second. */
const SMALL = { log2N: 10, r: 8, p: 1 }

/** Writes `acces.coffre` and `acces.cle` with some secrets, each limited to `scopes[name]` where that is given. */
export async function writeCheapVault(
  folder: string,
  secrets: Readonly<Record<string, string>>,
  scopes: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  const at = '2026-11-01T02:00:00.000Z'
  const stored = Object.entries(secrets).map(([name, value]) => ({
    name,
    value: new Secret(value),
    addedAt: at,
    changedAt: at,
    scope: scopes[name] ?? null,
  }))
  const key = await deriveKey(new Secret(KEY), newSalt(), SMALL)
  await writeFile(join(folder, 'acces.coffre'), sealVault(stored, key), { mode: 0o600 })
  await writeFile(join(folder, 'acces.cle'), `${KEY}\n`, { mode: 0o600 })
}
