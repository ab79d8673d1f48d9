import { basename } from 'node:path'
import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'
import { rangesOf } from '../lib/ranges.js'
import type { ImportedFrom } from '../model/problem.js'
import type { Value } from '../store/bulk.js'
import type { ImportedTable } from '../store/imported.js'
import type { FromFile } from '../reports/source-columns.js'
import { findSources } from '../store/sources.js'
import type { Session } from './session.js'
import { block } from './show-lines.js'

/** Where a fact comes from, by the cells of its key in the order of IMPORTED; null when no file tells it. */
export type Provenance = (...key: readonly Value[]) => ImportedFrom | null

/** Where the facts of a table come from that have some cells; of all of them without any. */
export async function provenanceOf(
  { store }: Pick<Session, 'store'>,
  table: ImportedTable,
  like: Readonly<Record<string, Value>> = {},
): Promise<Provenance> {
  const sources = new Map<string, ImportedFrom>()
  for (const { key, file, ...source } of await findSources(store.db, table, like))
    sources.set(JSON.stringify(key), { ...source, file: basename(file) })
  return (...key) => sources.get(JSON.stringify(key)) ?? null
}

/** A row with the file, the line and the date that it comes from. */
export function fromFile<Row extends object>(row: Row, from: ImportedFrom | null): Row & FromFile {
  return { ...row, file: from?.file ?? null, line: from?.line ?? null, importedAt: from?.importedAt ?? null }
}

/** A block that tells where facts come from: for each kind of fact and each import, its lines. */
export function provenanceLines(
  m: Messages,
  told: readonly (readonly [table: ImportedTable, from: readonly (ImportedFrom | null)[]])[],
): string[] {
  const lines = told.flatMap(([table, from]) => {
    const byImport = new Map<number, ImportedFrom[]>()
    for (const each of from) if (each !== null) byImport.set(each.import, [...(byImport.get(each.import) ?? []), each])
    return [...byImport.values()].map((all) => originText(m.words[`fact-${table}`], all, m))
  })
  return block(m, m.show.provenance, lines)
}

function originText(what: string, all: readonly ImportedFrom[], m: Messages): string {
  const [first] = all
  if (first === undefined) return ''
  const lines = rangesOf([...new Set(all.map(({ line }) => line))].sort((a, b) => a - b)).replaceAll(',', ', ')
  const day = m.format.dateTime(first.importedAt).slice(0, 'yyyy-mm-dd'.length)
  return m.show.origin(what, printable(first.file), lines, day, String(first.import))
}
