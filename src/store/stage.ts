import { sql } from '#kysely'
import type { Tx } from './bulk.js'

/** Where new facts of a table wait until their file is read: a table of this connection alone. */
export function stageOf(table: string): string {
  return `staged_${table}`
}

/** Makes the place where facts wait, within the transaction that will settle them. */
export async function makeStage(tx: Tx, table: string, columns: readonly string[]): Promise<void> {
  await sql`create temporary table ${sql.table(stageOf(table))} as
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)} where 1 = 0`.execute(tx)
}

/**
 * Puts the facts that wait in their table, with the columns that all of them share. In the order of its index, an index is
 * written once, and what looks for neighbours in it finds them together.
 */
export async function settleStage(
  tx: Tx,
  table: string,
  {
    columns,
    order,
    source,
    at,
  }: {
    readonly columns: readonly string[]
    readonly order: readonly string[]
    readonly source: number
    readonly at: string
  },
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const stage = sql.table(stageOf(table))
  await sql`insert into ${sql.table(table)} (${names}, source_id, since, last_seen)
    select ${names}, ${source}, ${at}, ${at} from ${stage}
    order by ${sql.join(order.map((column) => sql.ref(column)))}`.execute(tx)
  await sql`drop table ${stage}`.execute(tx)
}
