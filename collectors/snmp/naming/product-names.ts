import { readFile } from 'node:fs/promises'
import { shipped } from '../../../src/lib/paths.js'

let loaded: Promise<ReadonlyMap<string, string>> | null = null

/**
 * The name that the maker's MIB gives a sysObjectID (`1.3.6.1.4.1.9.1.615` → `catalyst3560G24TS`); null when no shipped
 * module names it. From data/reference/sysobjectids.tsv, read once.
 */
export async function findProductName(sysObjectID: string | null): Promise<string | null> {
  if (sysObjectID === null) return null
  loaded ??= load()
  return (await loaded).get(sysObjectID) ?? null
}

/** By sysObjectID: looking through the text for each device cost as much as decoding all its answers. */
async function load(): Promise<ReadonlyMap<string, string>> {
  const table = await readFile(shipped('data', 'reference', 'sysobjectids.tsv'), 'utf8')
  const names = new Map<string, string>()
  for (const line of table.split('\n')) {
    const [oid = '', , name] = line.split('\t')
    if (name !== undefined && !names.has(oid)) names.set(oid, name)
  }
  return names
}
