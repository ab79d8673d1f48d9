import { sql, type RawBuilder } from '#kysely'
import { numbersOf } from '../lib/ranges.js'
import type { ImportRow } from '../model/rows.js'
import { chunks, type Tx, type Value } from './bulk.js'
import { factChange, IMPORTED, IN_PLACE, type FactChange, type ImportedTable } from './imported.js'
import { REFERENCES } from './sources.js'

const TABLES = Object.keys(IMPORTED) as ImportedTable[]

type Row = Readonly<Record<string, Value>>

/** Facts that an import opened and that are its own, by table alias. */
function opened(source: ImportRow, alias: string): RawBuilder<unknown> {
  return sql`${sql.ref(`${alias}.source_id`)} = ${source.import} and ${sql.ref(`${alias}.since`)} = ${source.importedAt}`
}

function sameKey(table: ImportedTable, a: string, b: string): RawBuilder<unknown> {
  const pairs = IMPORTED[table].key.map((column) => sql`${sql.ref(`${a}.${column}`)} = ${sql.ref(`${b}.${column}`)}`)
  return sql.join(pairs, sql` and `)
}

/**
 * The instant of the last import that stands on another: that closed or found again what it brought, told anew what it
 * withdrew, or names something that only it made known. Null when none does.
 */
export async function findStanding(tx: Tx, source: ImportRow): Promise<string | null> {
  const { import: id, importedAt: at } = source
  const latest = [
    sql`select max(later.imported_at) as at from import_before as before
    join source as later on later.id = before.source_id
    where before.fact_source_id = ${id} and later.undone_at is null`,
  ]
  for (const table of TABLES) {
    const name = sql.table(table)
    latest.push(
      sql`select max(coalesce(until, last_seen)) as at from ${name}
        where source_id = ${id} and (until is not null or last_seen > ${at})`,
      sql`select max(after.since) as at from ${name} as gone join ${name} as after on ${sameKey(table, 'gone', 'after')}
        where gone.until = ${at} and after.since > ${at}`,
      ...standingOnNames(table, source),
    )
  }
  const { rows } = await sql<{ at: string | null }>`
    select max(at) as at from (${sql.join(latest, sql` union all `)}) as standing`.execute(tx)
  return rows[0]?.at ?? null
}

/** Facts of other files whose school, building, board or POP would be known no more. */
function standingOnNames(table: ImportedTable, source: ImportRow): RawBuilder<unknown>[] {
  const { importedAt: at } = source
  return (REFERENCES[table] ?? []).flatMap(({ column, in: places }) => {
    const stays = places.map(
      ([other, key]) => sql`select ${sql.ref(key)} from ${sql.table(other)} as kept
        where (until is null and not (${opened(source, 'kept')})) or until = ${at}`,
    )
    return places.map(
      ([other, key]) => sql`select max(teller.imported_at) as at from ${sql.table(table)} as fact
        join source as teller on teller.id = fact.source_id
        where fact.until is null and fact.source_id <> ${source.import}
          and ${sql.ref(`fact.${column}`)} in (
            select ${sql.ref(key)} from ${sql.table(other)} as gone where until is null and ${opened(source, 'gone')})
          and ${sql.ref(`fact.${column}`)} not in (${sql.join(stays, sql` union all `)})`,
    )
  })
}

/** How many values an import replaced in place whose earlier ones are kept no more: it cannot be undone. */
export async function countLost(tx: Tx, source: ImportRow): Promise<number> {
  const kept = (await beforeRows(tx, source.import)).filter(({ in_place }) => in_place !== null)
  let lost = 0
  for (const table of Object.keys(IN_PLACE) as ImportedTable[]) {
    const ids = new Set(kept.flatMap((row) => (row.fact_table === table ? numbersOf(row.fact_ids) : [])))
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)}
      where source_id = ${source.import} and since < ${source.importedAt}`.execute(tx)
    lost += rows.filter(({ id }) => !ids.has(id)).length
  }
  return lost
}

/** What undoing an import does to facts, by table then key. `added`: withdrawn by it, and there again. */
export async function undoneChanges(tx: Tx, source: ImportRow): Promise<FactChange[]> {
  const changes: FactChange[] = []
  for (const table of TABLES) {
    const { key } = IMPORTED[table]
    const keyOf = (row: Row): string => JSON.stringify(key.map((column) => row[column]))
    const order = sql.join(key.map((column) => sql.ref(column)))
    const mine = await sql<Record<string, Value>>`select * from ${sql.table(table)} as fact
      where ${opened(source, 'fact')} order by ${order}`.execute(tx)
    const closed = await sql<Record<string, Value>>`select * from ${sql.table(table)}
      where until = ${source.importedAt} order by ${order}`.execute(tx)
    const back = new Map(closed.rows.map((row) => [keyOf(row), row]))
    for (const row of mine.rows) {
      const after = back.get(keyOf(row)) ?? null
      back.delete(keyOf(row))
      changes.push(factChange(table, row, after, null))
    }
    for (const row of back.values()) changes.push(factChange(table, null, row, Number(row['source_line'])))
  }
  return changes
}

/** Takes back what an import wrote: nothing may stand on it. Its own row stays, marked with who did it and when. */
export async function undoSource(
  tx: Tx,
  source: ImportRow,
  undone: { readonly at: string; readonly by: string },
): Promise<void> {
  await restoreInPlace(tx, source)
  for (const table of TABLES) {
    const name = sql.table(table)
    await sql`delete from ${name} where source_id = ${source.import} and since = ${source.importedAt}`.execute(tx)
    await sql`update ${name} set until = null where until = ${source.importedAt}`.execute(tx)
  }
  await tx
    .updateTable('source')
    .set({ undone_at: undone.at, undone_by: undone.by })
    .where('id', '=', source.import)
    .execute()
  // A fact may have been found by several imports that are undone: it was last seen before the first of them.
  const all = await tx
    .selectFrom('source')
    .select(['id', 'imported_at'])
    .where('undone_at', 'is not', null)
    .orderBy('id', 'desc')
    .execute()
  for (const { id, imported_at } of all) await restoreLastSeen(tx, id, imported_at)
}

async function restoreInPlace(tx: Tx, source: ImportRow): Promise<void> {
  for (const row of await beforeRows(tx, source.import)) {
    if (row.in_place === null) continue
    const table = row.fact_table as ImportedTable
    const columns = IN_PLACE[table] ?? []
    const lines = numbersOf(row.fact_lines ?? '')
    const cells = JSON.parse(row.in_place) as readonly (readonly Value[])[]
    const facts = numbersOf(row.fact_ids).map((id, i) => ({ id, line: lines[i] ?? null, cells: cells[i] ?? [] }))
    const set = columns.map((column, i) => sql`, ${sql.ref(column)} = told.${sql.ref(`column${i + 3}`)}`)
    for (const part of chunks(facts, 500)) {
      const values = part.map(({ id, line, cells }) => {
        const texts = cells.map((cell) => sql`, cast(${cell} as text)`)
        return sql`(cast(${id} as bigint), cast(${line} as bigint)${sql.join(texts, sql``)})`
      })
      await sql`update ${sql.table(table)} set last_seen = ${row.last_seen}, source_id = ${row.fact_source_id},
        source_line = told.column2${sql.join(set, sql``)}
        from (values ${sql.join(values)}) as told where id = told.column1 and source_id = ${source.import}`.execute(tx)
    }
  }
}

async function restoreLastSeen(tx: Tx, source: number, at: string): Promise<void> {
  for (const { fact_table, fact_ids, last_seen, in_place } of await beforeRows(tx, source)) {
    if (in_place !== null) continue
    for (const ids of chunks(numbersOf(fact_ids), 500))
      await sql`update ${sql.table(fact_table)} set last_seen = ${last_seen}
        where last_seen = ${at} and id in (${sql.join(ids)})`.execute(tx)
  }
}

function beforeRows(tx: Tx, source: number) {
  return tx.selectFrom('import_before').selectAll().where('source_id', '=', source).orderBy('id').execute()
}
