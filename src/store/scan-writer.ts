import type { DeviceReading } from '../model/device.js'
import type { Outcome } from '../model/outcome.js'
import { chunks, insertRows, type Tx } from './bulk.js'
import type { Db } from './database.js'
import { DEVICE_FACTS, DEVICE_TABLES, factsOf, hashOf, identityOf, type DeviceFacts } from './device-facts.js'

/** What one address gave in a scan. */
export interface TargetResult {
  readonly address: string
  readonly outcome: Outcome<DeviceReading>
  readonly credential: string | null
  /** True when a row is wanted even if nothing answered: the address was named one by one, or answered ping. */
  readonly keep: boolean
  /** ISO 8601, UTC. */
  readonly at: string
}

/** What became of the devices of a batch. */
export interface WriteCounts {
  devicesNew: number
  devicesChanged: number
}

interface Reading {
  readonly result: TargetResult
  readonly complete: boolean
  readonly identity: string
  readonly facts: DeviceFacts
  readonly hash: string
}

interface KnownDevice {
  readonly id: number
  readonly identity: string
  readonly content_hash: string
}

/**
 * Writes a batch of results in one transaction: once it returns, a `kill -9` loses none of them.
 *
 * An unchanged device costs one `last_seen`; a changed one closes and opens the rows that differ; a reading that broke
 * off adds and changes rows but closes none, as what it did not reach may still be there.
 */
export async function writeResults(
  db: Db,
  scan: { readonly id: number; readonly board: string },
  results: readonly TargetResult[],
): Promise<WriteCounts> {
  return db.transaction().execute(async (tx) => {
    const targets = await currentTargets(tx, scan.board, results)
    const readings = readingsOf(results)
    const known = await knownDevices(tx, scan.board, readings, targets)
    const counts = { devicesNew: 0, devicesChanged: 0 }
    const deviceOf = new Map<string, number>()
    const fresh: Reading[] = []
    const changed: { reading: Reading; id: number }[] = []
    const same: { id: number; at: string }[] = []
    for (const reading of readings.values()) {
      const device = known.get(reading.identity)
      if (device === undefined) fresh.push(reading)
      else {
        deviceOf.set(reading.identity, device.id)
        if (device.content_hash === reading.hash) same.push({ id: device.id, at: reading.result.at })
        else changed.push({ reading, id: device.id })
      }
    }
    await touch(tx, same)
    for (const [identity, id] of await insertDevices(tx, scan.board, fresh)) deviceOf.set(identity, id)
    counts.devicesNew = fresh.length
    for (const { reading, id } of changed) if (await updateDevice(tx, reading, id)) counts.devicesChanged++
    await writeTargets(tx, scan, results, targets, deviceOf)
    return counts
  })
}

/** The readings of a batch by identity: two addresses of one box are one reading, the first. */
function readingsOf(results: readonly TargetResult[]): Map<string, Reading> {
  const readings = new Map<string, Reading>()
  for (const result of results) {
    if (result.outcome.status === 'failed') continue
    const identity = identityOf(result.outcome.value, result.address)
    if (readings.has(identity)) continue
    const facts = factsOf(result.outcome.value)
    const complete = result.outcome.status === 'answered'
    readings.set(identity, { result, complete, identity, facts, hash: complete ? hashOf(facts) : '' })
  }
  return readings
}

type TargetRow = Awaited<ReturnType<typeof currentTargets>> extends Map<string, infer Row> ? Row : never

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

/**
 * Devices that the batch may be about, by identity. A device that was known by its address alone, and now tells a
 * serial or a MAC, is the same box: it takes the new identity.
 */
async function knownDevices(
  tx: Tx,
  board: string,
  readings: ReadonlyMap<string, Reading>,
  targets: ReadonlyMap<string, TargetRow>,
): Promise<Map<string, KnownDevice>> {
  if (readings.size === 0) return new Map()
  const known = new Map<string, KnownDevice>()
  const wanted = [...readings.keys(), ...[...readings.values()].map(({ result }) => `address:${result.address}`)]
  const rows = await tx
    .selectFrom('device')
    .select(['id', 'identity', 'content_hash'])
    .where('board', '=', board)
    .where('identity', 'in', wanted)
    .execute()
  for (const row of rows) known.set(row.identity, row)
  for (const { identity, result } of readings.values()) {
    const byAddress = known.get(`address:${result.address}`)
    if (known.has(identity) || byAddress === undefined || targets.get(result.address)?.device_id !== byAddress.id)
      continue
    await tx.updateTable('device').set({ identity }).where('id', '=', byAddress.id).execute()
    known.set(identity, { ...byAddress, identity })
  }
  return known
}

async function touch(tx: Tx, devices: readonly { readonly id: number; readonly at: string }[]): Promise<void> {
  const at = devices.at(-1)?.at
  if (at === undefined) return
  await tx
    .updateTable('device')
    .set({ last_seen: at })
    .where(
      'id',
      'in',
      devices.map(({ id }) => id),
    )
    .execute()
}

async function insertDevices(tx: Tx, board: string, readings: readonly Reading[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const part of chunks(readings, 200)) {
    const rows = await tx
      .insertInto('device')
      .values(
        part.map(({ identity, result, hash }) => ({
          board,
          identity,
          management_address: result.address,
          content_hash: hash,
          first_seen: result.at,
          last_seen: result.at,
        })),
      )
      .returning(['id', 'identity'])
      .execute()
    for (const { id, identity } of rows) ids.set(identity, id)
    for (const table of DEVICE_TABLES) {
      await insertFacts(
        tx,
        table,
        part.flatMap(({ identity, facts, result }) =>
          facts[table].map((cells) => [ids.get(identity) ?? null, ...cells, result.at]),
        ),
      )
    }
  }
  return ids
}

async function insertFacts(
  tx: Tx,
  table: keyof typeof DEVICE_FACTS,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const { key, content } = DEVICE_FACTS[table]
  await insertRows(tx, table, ['device_id', ...key, ...content, 'since'], rows)
}

/** Closes and opens the rows that differ. Tells whether any did. */
async function updateDevice(tx: Tx, reading: Reading, id: number): Promise<boolean> {
  const { at } = reading.result
  let differs = false
  for (const table of DEVICE_TABLES) {
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
        const cells = columns.map((column) => (row as Record<string, unknown>)[column] ?? null)
        return [JSON.stringify(cells.slice(0, key.length)), { id: row.id, content: JSON.stringify(cells) }]
      }),
    )
    const closed: number[] = []
    const opened: (string | number | null)[][] = []
    for (const cells of reading.facts[table]) {
      const name = JSON.stringify(cells.slice(0, key.length))
      const row = before.get(name)
      before.delete(name)
      if (row?.content === JSON.stringify(cells)) continue
      if (row !== undefined) closed.push(row.id)
      opened.push([id, ...cells, at])
    }
    if (reading.complete) closed.push(...[...before.values()].map((row) => row.id))
    for (const part of chunks(closed, 1000)) {
      await tx.updateTable(table).set({ until: at }).where('id', 'in', part).execute()
    }
    await insertFacts(tx, table, opened)
    differs ||= closed.length > 0 || opened.length > 0
  }
  await tx.updateTable('device').set({ content_hash: reading.hash, last_seen: at }).where('id', '=', id).execute()
  return differs
}

/** One current row for each address: the same outcome moves `last_seen`, another closes the row and opens one. */
async function writeTargets(
  tx: Tx,
  scan: { readonly id: number; readonly board: string },
  results: readonly TargetResult[],
  current: ReadonlyMap<string, TargetRow>,
  deviceOf: ReadonlyMap<string, number>,
): Promise<void> {
  const seen: number[] = []
  const closed: { id: number; at: string }[] = []
  const opened: (string | number | null)[][] = []
  for (const { address, outcome, credential, keep, at } of results) {
    const before = current.get(address)
    if (outcome.status === 'failed' && !keep && before === undefined) continue
    const reason = outcome.status === 'answered' ? null : outcome.reason
    const device =
      outcome.status === 'failed'
        ? (before?.device_id ?? null)
        : (deviceOf.get(identityOf(outcome.value, address)) ?? null)
    const same =
      before !== undefined &&
      before.status === outcome.status &&
      before.reason_code === (reason?.code ?? null) &&
      before.device_id === device
    if (same) {
      seen.push(before.id)
      continue
    }
    if (before !== undefined) closed.push({ id: before.id, at })
    opened.push([
      scan.board,
      address,
      device,
      outcome.status,
      reason?.code ?? null,
      reason?.during ?? null,
      credential ?? before?.credential ?? null,
      scan.id,
      at,
      at,
    ])
  }
  const at = results.at(-1)?.at
  if (at === undefined) return
  for (const part of chunks(seen, 1000)) {
    await tx.updateTable('target').set({ last_seen: at, scan_id: scan.id }).where('id', 'in', part).execute()
  }
  for (const part of chunks(closed, 1000)) {
    await tx
      .updateTable('target')
      .set({ until: at })
      .where(
        'id',
        'in',
        part.map(({ id }) => id),
      )
      .execute()
  }
  await insertRows(
    tx,
    'target',
    ['board', 'address', 'device_id', 'status', 'reason_code', 'during', 'credential', 'scan_id', 'since', 'last_seen'],
    opened,
  )
}
