import { CompiledQuery } from '#kysely'
import type { AddressSighting, MacSighting } from '../model/device.js'
import { chunks, rowsPerStatement, type Tx, type Value } from './bulk.js'
import type { Db } from './database.js'
import type { ReadResult } from './scan-writer.js'

const KEYS = {
  mac_sighting: ['device_id', 'mac', 'vlan_id', 'if_index'],
  address_sighting: ['device_id', 'address', 'mac', 'if_index'],
} as const

/**
 * Writes what devices have seen behind their ports and resolved: a sighting that is known is seen again, another one is
 * added. Rows are many and change all day, so that they are no facts of the device and close nothing.
 */
export async function writeSightings(
  tx: Tx,
  results: readonly ReadResult[],
  deviceAt: (address: string) => number | null,
): Promise<void> {
  const macs: Value[][] = []
  const addresses: Value[][] = []
  for (const { outcome, address, at } of results) {
    const device = deviceAt(address)
    if (outcome.status === 'failed' || device === null) continue
    macs.push(...outcome.value.macSightings.map((one) => [device, ...macCells(one), at, at]))
    addresses.push(...outcome.value.addressSightings.map((one) => [device, ...addressCells(one), at, at]))
  }
  await upsert(tx, 'mac_sighting', macs)
  await upsert(tx, 'address_sighting', addresses)
}

function macCells({ mac, vlanId, ifIndex }: MacSighting): Value[] {
  return [mac, vlanId ?? 0, ifIndex]
}

function addressCells({ address, mac, ifIndex }: AddressSighting): Value[] {
  return [address, mac, ifIndex]
}

/** PostgreSQL refuses a statement that meets one key twice: each is there once. */
async function upsert(tx: Tx, table: keyof typeof KEYS, cells: readonly (readonly Value[])[]): Promise<void> {
  const key = KEYS[table]
  const columns = [...key, 'first_seen', 'last_seen']
  const rows = [...new Map(cells.map((row) => [row.slice(0, key.length).join(' '), row])).values()]
  const place = `(${columns.map(() => '?').join(', ')})`
  for (const part of chunks(rows, rowsPerStatement(columns.length))) {
    await tx.executeQuery(
      CompiledQuery.raw(
        `insert into "${table}" (${columns.join(', ')}) values ${part.map(() => place).join(', ')}
        on conflict (${key.join(', ')}) do update set last_seen = excluded.last_seen`,
        part.flat(),
      ),
    )
  }
}

/** How much a device sees. */
export interface SightingCounts {
  /** Different MACs behind its ports. */
  readonly macs: number
  /** Different addresses that it has resolved. */
  readonly addresses: number
  /** When any of them was seen last, ISO 8601 in UTC; null when none ever was. */
  readonly lastSeen: string | null
}

/** Counts what was seen by a device, ever. */
export async function countSightings(db: Db, device: number): Promise<SightingCounts> {
  const macs = await db
    .selectFrom('mac_sighting')
    .select(({ fn }) => [fn.count<number>('mac').distinct().as('count'), fn.max('last_seen').as('last')])
    .where('device_id', '=', device)
    .executeTakeFirstOrThrow()
  const addresses = await db
    .selectFrom('address_sighting')
    .select(({ fn }) => [fn.count<number>('address').distinct().as('count'), fn.max('last_seen').as('last')])
    .where('device_id', '=', device)
    .executeTakeFirstOrThrow()
  const last = [macs.last, addresses.last].filter((at): at is string => at !== null).sort()
  return { macs: Number(macs.count), addresses: Number(addresses.count), lastSeen: last.at(-1) ?? null }
}
