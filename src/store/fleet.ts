import { sql } from '#kysely'
import { basename } from 'node:path'
import type { FleetRow, FleetStatus } from '../model/fleet.js'
import type { Tx } from './bulk.js'
import type { Db } from './database.js'

/**
 * Gives a board the fleet that was imported before the configuration named it, as `adoptBoard` does for what was
 * scanned: unless the board has a fleet of its own.
 */
export async function adoptFleet(tx: Tx, board: string): Promise<void> {
  if (board === '') return
  const { rows } = await sql`select 1 from fleet_device where board = ${board} limit 1`.execute(tx)
  if (rows.length > 0) return
  for (const table of ['fleet_device', 'fleet_holder'])
    await sql`update ${sql.table(table)} set board = ${board} where board = ''`.execute(tx)
}

/**
 * The inventory's rows as they stand now, in the order in which files first told them, which a later file that says the
 * same does not change: a board's with those that no board
 * owns, or every board's when `board` is null.
 */
export async function listFleet(db: Db, board: string | null): Promise<FleetRow[]> {
  return (await storedFleet(db, board)).map(fleetRow)
}

/** As `listFleet`, each row as it is stored, with its file. */
export async function storedFleet(db: Db, board: string | null) {
  let query = db
    .selectFrom('fleet_device as row')
    .innerJoin('source', 'source.id', 'row.source_id')
    .selectAll('row')
    .select('source.file')
    .where('row.until', 'is', null)
    .orderBy('row.id')
  if (board !== null) query = query.where('row.board', 'in', [board, ''])
  return query.execute()
}

/** A stored row in the model's words. */
export function fleetRow(row: Awaited<ReturnType<typeof storedFleet>>[number]): FleetRow {
  return {
    serial: row.serial || null,
    mac: row.mac === '' ? [] : row.mac.split(' '),
    assetTag: row.asset_tag || null,
    name: row.name || null,
    model: row.model,
    os: row.os,
    osVersion: row.os_version,
    lastContact: row.last_contact,
    school: row.school || null,
    status: row.status as FleetStatus,
    file: basename(row.file),
    line: row.source_line,
    toldAt: row.last_seen,
  }
}
