import { sql, type RawBuilder } from '#kysely'
import type { FleetRow, Holder } from '../model/fleet.js'
import { chunks, insertRows, keyIn, type Tx, type Value } from './bulk.js'
import type { Db } from './database.js'
import { fleetRow, storedFleet } from './fleet.js'
import { IMPORTED } from './imported.js'
import { overwriteDeleted } from './sqlite.js'

/**
 * Who has the devices: personal information (Loi 25). It is in no list of tables that are copied, backed up or
 * exported; it has no history; and it is overwritten on the disk when it is removed.
 */
const KEY = IMPORTED.fleet_device.key

/** A row of a fleet by the cells of its key, with the line that tells it, and who has it; null when the line names nobody. */
export interface ToldHolder {
  readonly line: number
  readonly cells: Readonly<Record<string, Value>>
  readonly holder: Holder | null
}

/** How many devices have another holder than before, or one where there was none; and how many have none any more. */
export interface HolderCounts {
  kept: number
  erased: number
}

/** Writes who has the devices of one file, over what was known of the same devices. */
export class HolderWriter {
  readonly counts: HolderCounts = { kept: 0, erased: 0 }
  readonly #tx: Tx
  readonly #source: number
  readonly #at: string

  constructor(tx: Tx, source: number, at: string) {
    this.#tx = tx
    this.#source = source
    this.#at = at
  }

  async write(told: readonly ToldHolder[]): Promise<void> {
    for (const part of chunks(told, 500)) await this.#writePart(part)
  }

  async #writePart(told: readonly ToldHolder[]): Promise<void> {
    const keyOf = (row: Readonly<Record<string, Value>>): Value[] => KEY.map((column) => row[column] ?? null)
    const where = keyIn(
      KEY,
      told.map(({ cells }) => keyOf(cells)),
    )
    const { rows } = await sql<Record<string, Value>>`select * from fleet_holder where ${where}`.execute(this.#tx)
    const before = new Map(rows.map((row) => [JSON.stringify(keyOf(row)), wordsOf(row)]))
    for (const { cells, holder } of told) {
      const was = before.get(JSON.stringify(keyOf(cells)))
      const is = holder === null ? undefined : JSON.stringify([holder.user, holder.email, holder.phone])
      if (is === undefined && was !== undefined) this.counts.erased++
      if (is !== undefined && is !== was) this.counts.kept++
    }
    if (rows.length > 0) await removeWhere(this.#tx, where)
    await insertRows(
      this.#tx,
      'fleet_holder',
      [...KEY, 'user_name', 'email', 'phone', 'source_line'],
      told.flatMap(({ line, cells, holder }) =>
        holder === null ? [] : [[...keyOf(cells), holder.user, holder.email, holder.phone, line]],
      ),
      { shared: { source_id: this.#source, told_at: this.#at } },
    )
  }

  /** Removes the holders of devices that no file tells any more. */
  async removeGone(): Promise<void> {
    const same = KEY.map((column) => sql`${sql.ref(`device.${column}`)} = ${sql.ref(`fleet_holder.${column}`)}`)
    this.counts.erased += await removeWhere(
      this.#tx,
      sql`not exists (select 1 from fleet_device as device where device.until is null and ${sql.join(same, sql` and `)})`,
    )
  }

  /** Removes all that is known of a board: a fleet was told without its holders. */
  async removeAll(board: string): Promise<void> {
    this.counts.erased += await removeWhere(this.#tx, sql`board in (${board}, '')`)
  }
}

function wordsOf(row: Readonly<Record<string, Value>>): string {
  return JSON.stringify([row['user_name'], row['email'], row['phone']])
}

/** The inventory's rows, each with who has the device: null when that is not kept. For `show` alone. */
export async function listHeldFleet(
  db: Db,
  board: string | null,
): Promise<(FleetRow & { readonly holder: Holder | null })[]> {
  const keyOf = (row: Readonly<Record<(typeof KEY)[number], string | number>>): string =>
    JSON.stringify(KEY.map((column) => row[column]))
  const rows = await db.selectFrom('fleet_holder').selectAll().execute()
  const holders = new Map(rows.map((row) => [keyOf(row), { user: row.user_name, email: row.email, phone: row.phone }]))
  return (await storedFleet(db, board)).map((row) => ({ ...fleetRow(row), holder: holders.get(keyOf(row)) ?? null }))
}

/** Which holders are meant: those that an import told, those last told before an instant; all of them without either. */
interface Which {
  readonly source?: number
  readonly before?: string
}

/** How many devices have a known holder. */
export async function countHolders(db: Tx, which: Which = {}): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from fleet_holder where ${meant(which)}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** As `countHolders`, of a database that may be an earlier version's: 0 where it has no such table. */
export async function countHoldersIn(db: Db): Promise<number> {
  const tables = await db.introspection.getTables()
  return tables.some(({ name }) => name === 'fleet_holder') ? countHolders(db) : 0
}

/** Removes holders of devices; gives how many they were. */
export async function removeHolders(db: Tx, which: Which = {}): Promise<number> {
  return removeWhere(db, meant(which))
}

function meant({ source, before }: Which): RawBuilder<unknown> {
  if (source !== undefined) return sql`source_id = ${source}`
  return before === undefined ? sql`1 = 1` : sql`told_at < ${before}`
}

async function removeWhere(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  await overwriteDeleted(tx)
  const { numAffectedRows } = await sql`delete from fleet_holder where ${where}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
