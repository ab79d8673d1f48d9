import type { DeviceReading } from '../model/device.js'
import type { Outcome } from '../model/outcome.js'
import { chunks, insertRows, type Tx, type Value } from './bulk.js'
import type { Db } from './database.js'
import { DEVICE_FACTS, DEVICE_TABLES, type DeviceTableName } from './device-facts.js'
import { writeGauges } from './gauges.js'
import { identify, type Reading } from './identify.js'
import { writeSightings } from './sightings.js'

/** What one address gave in a scan. */
export interface TargetResult {
  readonly address: string
  readonly outcome: Outcome<DeviceReading>
  readonly credential: string | null
  /** True when a row is wanted even if nothing answered: the address was named one by one, or it speaks SNMP. */
  readonly keep: boolean
  /** ISO 8601, UTC. */
  readonly at: string
  /** SNMP packets and bytes that reading it took; absent when nothing counted them. */
  readonly packetsSent?: number
  readonly bytesSent?: number
}

/** What became of the devices of a batch. */
export interface WriteCounts {
  devicesNew: number
  devicesChanged: number
}

/** The scan that results belong to. */
export interface ScanRef {
  readonly id: number
  readonly board: string
}

/**
 * Writes a batch of results in one transaction: once it returns, a `kill -9` loses none of them.
 *
 * An unchanged device costs one `last_seen`, and its gauges in place; a changed one closes and opens the rows that
 * differ. A reading that broke off closes no row, and leaves what it did not reach as it was known.
 */
export async function writeResults(db: Db, scan: ScanRef, results: readonly TargetResult[]): Promise<WriteCounts> {
  return db.transaction().execute(async (tx) => {
    const targets = await currentTargets(tx, scan.board, results)
    const lastAt = new Map([...targets.values()].map(({ address, device_id }) => [address, device_id]))
    const { readings, identityAt } = await identify(tx, scan.board, results, lastAt)
    const fresh = readings.filter(({ device }) => device === null)
    const deviceOf = await insertDevices(tx, scan.board, fresh)
    const counts = { devicesNew: fresh.length, devicesChanged: 0 }
    const same: Reading[] = []
    for (const reading of readings) {
      if (reading.device === null) continue
      deviceOf.set(reading.identity, reading.device.id)
      const unchanged =
        reading.complete &&
        reading.device.content_hash === reading.hash &&
        reading.device.identity === reading.identity &&
        reading.device.chassis_mac === reading.chassisMac
      if (unchanged) same.push(reading)
      else if (await updateDevice(tx, reading, reading.device.id)) counts.devicesChanged++
    }
    await touch(tx, same)
    const deviceAt = (address: string): number | null => deviceOf.get(identityAt.get(address) ?? '') ?? null
    await writeGauges(tx, readings, deviceOf)
    await writeSightings(tx, results, deviceAt)
    await writeTargets(tx, scan, results, targets, deviceAt)
    return counts
  })
}

async function currentTargets(tx: Tx, board: string, results: readonly TargetResult[]) {
  const rows = await tx
    .selectFrom('target')
    .selectAll()
    .where('until', 'is', null)
    .where('board', '=', board)
    .where(
      'address',
      'in',
      results.map(({ address }) => address),
    )
    .execute()
  return new Map(rows.map((row) => [row.address, row]))
}

type Targets = Awaited<ReturnType<typeof currentTargets>>

/** Unchanged devices: that they were seen, and no more. */
async function touch(tx: Tx, readings: readonly Reading[]): Promise<void> {
  const at = readings.at(-1)?.at
  if (at === undefined) return
  const ids = readings.flatMap(({ device }) => (device === null ? [] : [device.id]))
  await tx.updateTable('device').set({ last_seen: at, until: null }).where('id', 'in', ids).execute()
}

async function insertDevices(tx: Tx, board: string, readings: readonly Reading[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const part of chunks(readings, 200)) {
    const rows = await tx
      .insertInto('device')
      .values(
        part.map(({ identity, address, chassisMac, hash, at }) => ({
          board,
          identity,
          management_address: address,
          chassis_mac: chassisMac,
          content_hash: hash,
          first_seen: at,
          last_seen: at,
          until: null,
        })),
      )
      .returning(['id', 'identity'])
      .execute()
    for (const { id, identity } of rows) ids.set(identity, id)
    for (const table of DEVICE_TABLES) {
      const cells = part.flatMap(({ identity, facts, at }) =>
        facts[table].map((row) => [ids.get(identity) ?? null, ...row, at]),
      )
      await insertFacts(tx, table, cells)
    }
  }
  return ids
}

async function insertFacts(tx: Tx, table: DeviceTableName, rows: readonly (readonly Value[])[]): Promise<void> {
  const { key, content } = DEVICE_FACTS[table]
  await insertRows(tx, table, ['device_id', ...key, ...content, 'since'], rows)
}

/** Closes and opens the rows that differ. Tells whether any did. */
async function updateDevice(tx: Tx, reading: Reading, id: number): Promise<boolean> {
  let differs = false
  for (const table of DEVICE_TABLES) differs = (await updateTable(tx, table, reading, id)) || differs
  await tx
    .updateTable('device')
    .set({
      identity: reading.identity,
      content_hash: reading.hash,
      last_seen: reading.at,
      until: null,
      ...(reading.chassisMac === null ? {} : { chassis_mac: reading.chassisMac }),
    })
    .where('id', '=', id)
    .execute()
  return differs
}

async function updateTable(
  tx: Tx,
  table: DeviceTableName,
  { facts, complete, at }: Reading,
  id: number,
): Promise<boolean> {
  const { key, content } = DEVICE_FACTS[table]
  const columns: readonly string[] = [...key, ...content]
  const current = await tx
    .selectFrom(table)
    .selectAll()
    .where('device_id', '=', id)
    .where('until', 'is', null)
    .execute()
  const before = new Map(
    current.map((row) => {
      const cells = columns.map((column) => ((row as Record<string, Value>)[column] ?? null) as Value)
      return [JSON.stringify(cells.slice(0, key.length)), { id: row.id, cells }]
    }),
  )
  const closed: number[] = []
  const opened: Value[][] = []
  for (const read of facts[table]) {
    const name = JSON.stringify(read.slice(0, key.length))
    const row = before.get(name)
    before.delete(name)
    const cells =
      row === undefined || complete
        ? [...read]
        : read.map((cell, i) => overKnown(columns[i] ?? '', cell, row.cells[i] ?? null))
    if (row !== undefined && JSON.stringify(row.cells) === JSON.stringify(cells)) continue
    if (row !== undefined) closed.push(row.id)
    opened.push([id, ...cells, at])
  }
  if (complete) closed.push(...[...before.values()].map((row) => row.id))
  for (const part of chunks(closed, 1000)) {
    await tx.updateTable(table).set({ until: at }).where('id', 'in', part).execute()
  }
  await insertFacts(tx, table, opened)
  return closed.length + opened.length > 0
}

/** What a reading that broke off says of a cell, over what was known: silence is no news. */
function overKnown(column: string, read: Value, known: Value): Value {
  if (column === 'evidence') return JSON.stringify({ ...JSON.parse(String(known)), ...JSON.parse(String(read)) })
  const silent =
    read === null ||
    (column === 'kind' && read === 'unknown') ||
    (['remote_addresses', 'remote_capabilities'].includes(column) && read === '[]')
  return silent ? known : read
}

const TARGET_COLUMNS = [
  'board',
  'address',
  'device_id',
  'status',
  'reason_code',
  'during',
  'credential',
  'scan_id',
  'since',
  'last_seen',
] as const

/** One current row for each address: the same outcome moves `last_seen`, another closes the row and opens one. */
async function writeTargets(
  tx: Tx,
  scan: ScanRef,
  results: readonly TargetResult[],
  current: Targets,
  deviceAt: (address: string) => number | null,
): Promise<void> {
  const at = results.at(-1)?.at
  if (at === undefined) return
  const seen: number[] = []
  const closed: number[] = []
  const opened: Value[][] = []
  for (const result of results) {
    const { address, outcome, keep } = result
    const before = current.get(address)
    if (outcome.status === 'failed' && !keep && before === undefined) continue
    const reason = outcome.status === 'answered' ? null : outcome.reason
    const device = outcome.status === 'failed' ? (before?.device_id ?? null) : deviceAt(address)
    const credential = result.credential ?? before?.credential ?? null
    const same =
      before !== undefined &&
      before.status === outcome.status &&
      before.reason_code === (reason?.code ?? null) &&
      before.device_id === device &&
      before.credential === credential
    if (same) {
      seen.push(before.id)
      continue
    }
    if (before !== undefined) closed.push(before.id)
    opened.push([
      scan.board,
      address,
      device,
      outcome.status,
      reason?.code ?? null,
      reason?.during ?? null,
      credential,
      scan.id,
      result.at,
      result.at,
    ])
  }
  for (const part of chunks(seen, 1000)) {
    await tx.updateTable('target').set({ last_seen: at, scan_id: scan.id }).where('id', 'in', part).execute()
  }
  for (const part of chunks(closed, 1000)) {
    await tx.updateTable('target').set({ until: at }).where('id', 'in', part).execute()
  }
  await insertRows(tx, 'target', TARGET_COLUMNS, opened)
}
