import type { DeviceReading } from '../model/device.js'
import type { Outcome } from '../model/outcome.js'
import type { ScanCheckpoint } from '../model/scan-checkpoint.js'
import { CompiledQuery } from '#kysely'
import { chunks, insertRows, rowsPerStatement, type Tx, type Value } from './bulk.js'
import { writeChanges, type History, type NewChange } from './changes.js'
import type { Db } from './database.js'
import { DEVICE_FACTS, DEVICE_TABLES, type DeviceTableName } from './device-facts.js'
import { stateOf, type Cells } from './device-state.js'
import { writeGauges } from './gauges.js'
import { identify, type KnownDevice, type Reading } from './identify.js'
import { writeSightings } from './sightings.js'
import { writeCheckpoint } from './scan-progress.js'
import { currentTargets, writeTargets } from './target-writer.js'

/** What asking an address cost. */
export interface Cost {
  readonly packetsSent: number
  readonly bytesSent: number
  readonly readMs: number
}

interface AnyResult {
  readonly address: string
  readonly credential: string | null
  /** True when a row is wanted even if nothing answered: the address was named one by one, or it speaks SNMP. */
  readonly keep: boolean
  /** ISO 8601, UTC. */
  readonly at: string
  /** The address of the device that named this one; absent or null for an address that was asked for. */
  readonly namedBy?: string | null
  readonly cost?: Cost
}

/** What one address gave in a scan. */
export interface ReadResult extends AnyResult {
  readonly outcome: Outcome<DeviceReading>
  readonly readAt?: never
}

/** An address of a box that the same scan has read at another one, and has written before, or in the same batch. */
export interface RepeatResult extends AnyResult {
  readonly outcome: { readonly status: 'answered'; readonly value: null }
  /** The address at which it was read. */
  readonly readAt: string
}

export type TargetResult = ReadResult | RepeatResult

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

/** What is written beside the facts. */
export interface WriteContext {
  /** Given, what differs is told as changes too. */
  readonly history?: History | null
  /** Given, tells how far the scan has come once this batch is written. */
  readonly checkpoint?: ((counts: WriteCounts) => ScanCheckpoint) | null
}

/**
 * Writes a batch of results in one transaction: once it returns, a `kill -9` loses none of them.
 *
 * An unchanged device costs one `last_seen`, and its gauges in place; a changed one closes and opens the rows that
 * differ. A reading that broke off closes no row, and leaves what it did not reach as it was known.
 */
export async function writeResults(
  db: Db,
  scan: ScanRef,
  results: readonly TargetResult[],
  { history = null, checkpoint = null }: WriteContext = {},
): Promise<WriteCounts> {
  return db.transaction().execute(async (tx) => {
    const targets = await currentTargets(tx, scan.board, results)
    const lastAt = new Map([...targets.values()].map(({ address, device_id }) => [address, device_id]))
    const reads = results.filter((result) => result.readAt === undefined)
    const { readings, identityAt } = await identify(tx, scan.board, reads, lastAt)
    const fresh = readings.filter(({ device }) => device === null)
    const deviceOf = await insertDevices(tx, scan.board, fresh, history)
    const changes = fresh.map((reading) => appeared(reading, deviceOf.get(reading.identity) ?? 0))
    const counts = { devicesNew: fresh.length, devicesChanged: 0 }
    const same: Reading[] = []
    for (const reading of readings) {
      if (reading.device === null) continue
      deviceOf.set(reading.identity, reading.device.id)
      changes.push(...returned(reading, reading.device))
      const unchanged =
        reading.complete &&
        reading.device.content_hash === reading.hash &&
        reading.device.identity === reading.identity &&
        reading.device.chassis_mac === reading.chassisMac
      if (unchanged) same.push(reading)
      else {
        const update = await updateDevice(tx, reading, reading.device, history)
        if (update.differs) counts.devicesChanged++
        changes.push(...update.changes)
      }
    }
    await touch(tx, same)
    if (history !== null) await writeChanges(tx, scan, changes)
    const deviceAt = (address: string): number | null => deviceOf.get(identityAt.get(address) ?? '') ?? null
    await writeGauges(tx, readings, deviceOf)
    await writeSightings(tx, reads, deviceAt)
    await writeTargets(tx, scan, results, targets, ({ address, readAt }) =>
      readAt === undefined ? deviceAt(address) : (deviceAt(readAt) ?? targets.get(readAt)?.device_id ?? null),
    )
    if (checkpoint !== null) await writeCheckpoint(tx, scan.id, checkpoint(counts))
    return counts
  })
}

/** A box that nobody knew, told with its model. */
function appeared({ address, at, facts }: Reading, device: number): NewChange {
  const model = facts.device_system[0]?.[DEVICE_FACTS.device_system.content.indexOf('model')]
  return {
    kind: 'appeared',
    device,
    address,
    at,
    subject: null,
    before: null,
    after: typeof model === 'string' ? model : null,
  }
}

/** A box that was gone, or told as vanished, answers: told with when it was last seen. */
function returned({ address, at }: Reading, { id, until, vanished_at, last_seen }: KnownDevice): NewChange[] {
  if (until === null && vanished_at === null) return []
  return [{ kind: 'returned', device: id, address, at, subject: null, before: last_seen, after: null }]
}

/** What a device's row says once it has answered, whatever was missed before. */
const ANSWERING = { until: null, misses: 0, vanished_at: null } as const

/** Unchanged devices: that they were seen, and what it cost, in one statement. */
async function touch(tx: Tx, readings: readonly Reading[]): Promise<void> {
  const rows = readings.flatMap(({ device, at, cost }) =>
    device === null ? [] : [[device.id, at, cost?.packetsSent ?? null, cost?.bytesSent ?? null, cost?.readMs ?? null]],
  )
  for (const part of chunks(rows, rowsPerStatement(5))) {
    const places = part.map(() => '(?, ?, ?, ?, ?)').join(', ')
    await tx.executeQuery(
      CompiledQuery.raw(
        `with seen (id, at, packets, bytes, ms) as (values ${places})
        update device set last_seen = seen.at, until = null, misses = 0, vanished_at = null,
          packets_sent = cast(seen.packets as bigint), bytes_sent = cast(seen.bytes as bigint),
          read_ms = cast(seen.ms as bigint)
        from seen where device.id = cast(seen.id as bigint)`,
        part.flat(),
      ),
    )
  }
}

/** What a device's row tells of its last reading's cost. */
function costCells({ cost }: Reading) {
  return {
    packets_sent: cost?.packetsSent ?? null,
    bytes_sent: cost?.bytesSent ?? null,
    read_ms: cost?.readMs ?? null,
  }
}

async function insertDevices(
  tx: Tx,
  board: string,
  readings: readonly Reading[],
  history: History | null,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const part of chunks(readings, 200)) {
    const rows = await tx
      .insertInto('device')
      .values(
        part.map((reading) => ({
          board,
          identity: reading.identity,
          management_address: reading.address,
          chassis_mac: reading.chassisMac,
          content_hash: reading.hash,
          first_seen: reading.at,
          last_seen: reading.at,
          until: null,
          building: history?.locate(reading.address, board) ?? null,
          ...costCells(reading),
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

/** Closes and opens the rows that differ. Tells whether any did, and what that changes. */
async function updateDevice(
  tx: Tx,
  reading: Reading,
  { id, until, management_address }: KnownDevice,
  history: History | null,
): Promise<{ readonly differs: boolean; readonly changes: readonly NewChange[] }> {
  let differs = false
  const before = new Map<DeviceTableName, Cells>()
  const after = new Map<DeviceTableName, Cells>()
  for (const table of DEVICE_TABLES) {
    const update = await updateTable(tx, table, reading, id)
    before.set(table, update.before)
    after.set(table, update.after)
    differs = update.differs || differs
  }
  await tx
    .updateTable('device')
    .set({
      identity: reading.identity,
      content_hash: reading.hash,
      last_seen: reading.at,
      ...ANSWERING,
      ...costCells(reading),
      ...(reading.chassisMac === null ? {} : { chassis_mac: reading.chassisMac }),
    })
    .where('id', '=', id)
    .execute()
  const wanLinkAt = (ifIndex: number): string | null => history?.wanLinkAt?.(id, ifIndex) ?? null
  const changes = differs && history !== null ? history.derive(stateOf(before), stateOf(after), wanLinkAt) : []
  const address = until === null ? management_address : reading.address
  return { differs, changes: changes.map((change) => ({ ...change, device: id, address, at: reading.at })) }
}

/** What became of a device's rows of one table. */
interface TableUpdate {
  readonly differs: boolean
  readonly before: Cells
  readonly after: Cells
}

async function updateTable(
  tx: Tx,
  table: DeviceTableName,
  { facts, complete, at }: Reading,
  id: number,
): Promise<TableUpdate> {
  const { key, content } = DEVICE_FACTS[table]
  const columns: readonly string[] = [...key, ...content]
  const current = await tx
    .selectFrom(table)
    .selectAll()
    .where('device_id', '=', id)
    .where('until', 'is', null)
    .execute()
  const known = current.map((row) => ({
    id: row.id,
    cells: columns.map((column) => ((row as Record<string, Value>)[column] ?? null) as Value),
  }))
  const unread = new Map(known.map((row) => [JSON.stringify(row.cells.slice(0, key.length)), row]))
  const closed: number[] = []
  const opened: Value[][] = []
  const after: Value[][] = []
  for (const read of facts[table]) {
    const name = JSON.stringify(read.slice(0, key.length))
    const row = unread.get(name)
    unread.delete(name)
    const cells =
      row === undefined || complete
        ? [...read]
        : read.map((cell, i) => overKnown(columns[i] ?? '', cell, row.cells[i] ?? null))
    after.push(cells)
    if (row !== undefined && JSON.stringify(row.cells) === JSON.stringify(cells)) continue
    if (row !== undefined) closed.push(row.id)
    opened.push([id, ...cells, at])
  }
  if (complete) closed.push(...[...unread.values()].map((row) => row.id))
  else after.push(...[...unread.values()].map((row) => row.cells))
  for (const part of chunks(closed, 1000)) {
    await tx.updateTable(table).set({ until: at }).where('id', 'in', part).execute()
  }
  await insertFacts(tx, table, opened)
  return { differs: closed.length + opened.length > 0, before: known.map(({ cells }) => cells), after }
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
