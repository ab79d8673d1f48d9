import { readFile } from 'node:fs/promises'
import { shipped } from '../../../src/lib/paths.js'

let loaded: Promise<string> | null = null

/**
 * The name that the maker's MIB gives a sysObjectID (`1.3.6.1.4.1.9.1.615` → `catalyst3560G24TS`); null when no shipped
 * module names it. From data/reference/sysobjectids.tsv, read once.
 */
export async function findProductName(sysObjectID: string | null): Promise<string | null> {
  if (sysObjectID === null) return null
  loaded ??= readFile(shipped('data', 'reference', 'sysobjectids.tsv'), 'utf8')
  const table = await loaded
  const at = table.indexOf(`\n${sysObjectID}\t`)
  if (at === -1) return null
  const [, , name] = table.slice(at + 1, table.indexOf('\n', at + 1)).split('\t')
  return name ?? null
}
