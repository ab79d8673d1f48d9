import type { ReasonCode, Status } from '../model/outcome.js'
import type { ScanSummary } from '../model/records.js'
import type { ScanCheckpoint } from '../model/scan-checkpoint.js'
import type { Tx } from './bulk.js'
import type { Db } from './database.js'

/** Keeps how far a scan has come, in the transaction of the results that it tells of. */
export async function writeCheckpoint(tx: Tx, scan: number, checkpoint: ScanCheckpoint): Promise<void> {
  await tx
    .updateTable('scan')
    .set({ checkpoint: JSON.stringify(checkpoint) })
    .where('id', '=', scan)
    .execute()
}

/** A scan that did not ask everything that it was to ask. */
export interface UnfinishedScan {
  readonly id: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly targets: string
  readonly checkpoint: ScanCheckpoint
}

/**
 * The last scan of a board, when it was killed, interrupted, or stopped by blackout hours; null when it went to its end,
 * or when there was none.
 */
export async function unfinishedScan(db: Db, board: string): Promise<UnfinishedScan | null> {
  const row = await db
    .selectFrom('scan')
    .selectAll()
    .where('board', '=', board)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.checkpoint === null) return null
  const summary = row.summary === null ? null : (JSON.parse(row.summary) as ScanSummary)
  const left = (summary?.byReason['cancelled'] ?? 0) + (summary?.byReason['blackout'] ?? 0)
  if (summary !== null && left === 0) return null
  const checkpoint = JSON.parse(row.checkpoint) as ScanCheckpoint
  return { id: row.id, startedAt: row.started_at, targets: row.targets, checkpoint }
}

/** Opens a scan again that was closed before its end. */
export async function reopenScan(db: Db, scan: number): Promise<void> {
  await db.updateTable('scan').set({ ended_at: null, summary: null }).where('id', '=', scan).execute()
}

/** What an address gave in a scan. */
export interface AskedBefore {
  readonly status: Status
  readonly reasonCode: ReasonCode | null
  readonly device: number | null
}

/** The addresses that have a row of this scan: those that answered, were named, or were known. Silent ranges have none. */
export async function askedBefore(db: Db, scan: number): Promise<Map<string, AskedBefore>> {
  const rows = await db
    .selectFrom('target')
    .select(['address', 'status', 'reason_code', 'device_id'])
    .where('scan_id', '=', scan)
    .where('until', 'is', null)
    .execute()
  return new Map(
    rows.map(({ address, status, reason_code, device_id }) => [
      address,
      { status: status as Status, reasonCode: reason_code as ReasonCode | null, device: device_id },
    ]),
  )
}

/** The last instant that a board's rows tell; null for a board that was never scanned. */
export async function lastInstant(db: Db, board: string): Promise<string | null> {
  const { at } = await db
    .selectFrom('target')
    .select(({ fn }) => fn.max('last_seen').as('at'))
    .where('board', '=', board)
    .executeTakeFirstOrThrow()
  const scan = await db
    .selectFrom('scan')
    .select(({ fn }) => [fn.max('started_at').as('begun'), fn.max('ended_at').as('ended')])
    .where('board', '=', board)
    .executeTakeFirstOrThrow()
  return (
    [at, scan.begun, scan.ended]
      .filter((each) => each !== null)
      .sort()
      .at(-1) ?? null
  )
}

/** What a device that a scan has read names: its neighbours' addresses, and those that it has resolved. */
export interface NamedBefore {
  readonly by: string
  readonly neighbours: readonly { readonly remoteAddresses: readonly string[] }[]
  readonly addressSightings: readonly { readonly address: string }[]
}

/** What the devices that a scan has read so far name, by the address at which each was read. */
export async function namedBefore(db: Db, scan: number, startedAt: string): Promise<NamedBefore[]> {
  const read = db
    .selectFrom('target')
    .where('target.scan_id', '=', scan)
    .where('target.until', 'is', null)
    .where('target.status', '!=', 'failed')
  const neighbours = await read
    .innerJoin('neighbour', (join) =>
      join.onRef('neighbour.device_id', '=', 'target.device_id').on('neighbour.until', 'is', null),
    )
    .select(['target.address as by', 'neighbour.remote_addresses as named'])
    .execute()
  const sightings = await read
    .innerJoin('address_sighting as sighting', 'sighting.device_id', 'target.device_id')
    .where('sighting.last_seen', '>=', startedAt)
    .select(['target.address as by', 'sighting.address as address'])
    .execute()
  return [
    ...neighbours.map(({ by, named }) => ({
      by,
      neighbours: [{ remoteAddresses: JSON.parse(named) as string[] }],
      addressSightings: [],
    })),
    ...sightings.map(({ by, address }) => ({ by, neighbours: [], addressSightings: [{ address }] })),
  ]
}
