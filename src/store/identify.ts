import type { DeviceReading } from '../model/device.js'
import type { Gauge } from '../model/device-parts.js'
import type { Tx } from './bulk.js'
import { factsOf, hashOf, identitiesOf, type DeviceFacts } from './device-facts.js'
import { gaugesOf } from './gauges.js'
import type { Cost, ReadResult } from './scan-writer.js'

/** A reading to write, and the box that it is of. */
export interface Reading {
  readonly address: string
  readonly at: string
  /** False for a reading that broke off: what it did not reach may still be there. */
  readonly complete: boolean
  readonly identity: string
  readonly chassisMac: string | null
  readonly facts: DeviceFacts
  /** No part of the hash: they change all the time. */
  readonly gauges: readonly Gauge[]
  /** Empty for a reading that broke off, so that the next whole one is compared row by row. */
  readonly hash: string
  /** What it cost to read; null when that is not told. */
  readonly cost: Cost | null
  /** The known device that it is of, or null for a new one. */
  readonly device: KnownDevice | null
}

/** A device that the database holds. */
export interface KnownDevice {
  readonly id: number
  readonly identity: string
  readonly management_address: string
  readonly chassis_mac: string | null
  readonly content_hash: string
  readonly last_seen: string
  /** When it was gone, or told as vanished: null while it is neither. */
  readonly until: string | null
  readonly vanished_at: string | null
}

/** The device that answered at an address the last time. */
export type LastAt = ReadonlyMap<string, number | null>

/**
 * Says which box each reading is of. Two addresses of one box are one reading, the whole one when the other broke off.
 *
 * A box known by less (its address, its MAC) that now tells more (its serial) stays the same box. Two boxes that tell
 * the same serial, but other chassis MACs, are two: serials are cloned too. A reading without serial, at an address
 * where a box was known, is that box when it broke off before it could tell. A serial read otherwise, at the same
 * address and with the same chassis MAC, is a better reading of the same box. One that has neither, and is known by an
 * address, is the same at any other that was its own, whichever answers first.
 *
 * Gives the readings, and the box of each address.
 */
export async function identify(
  tx: Tx,
  board: string,
  results: readonly ReadResult[],
  lastAt: LastAt,
): Promise<{ readonly readings: readonly Reading[]; readonly identityAt: ReadonlyMap<string, string> }> {
  const answered = results.flatMap((result) =>
    result.outcome.status === 'failed'
      ? []
      : [{ ...result, value: result.outcome.value, complete: result.outcome.status === 'answered' }],
  )
  const known = await devicesFor(
    tx,
    board,
    answered.map(({ value, address }) => identitiesOf(value, address)).flat(),
    lastAt,
  )
  const readings = new Map<string, Reading>()
  const identityAt = new Map<string, string>()
  for (const { value, address, at, complete, cost } of answered) {
    const [surest, ...lesser] = identitiesOf(value, address)
    const here = known.byId.get(lastAt.get(address) ?? -1) ?? null
    const clashes = (mac: string | null | undefined): boolean =>
      !!mac && value.chassisMac !== null && mac !== value.chassisMac
    const named = known.byIdentity.get(surest) ?? null
    const cloned =
      (named !== null && named !== here && clashes(named.chassis_mac)) || clashes(readings.get(surest)?.chassisMac)
    const identity = cloned ? `${surest}:${value.chassisMac}` : surest
    const device =
      known.byIdentity.get(identity) ??
      lesser
        .map((each) => known.byIdentity.get(each))
        .find((each) => each !== undefined && (each === here || each.identity.startsWith('mac:'))) ??
      (isSameBox(here, value) || (surest.startsWith('address:') && isKnownBy(here, value)) ? here : null) ??
      (!complete && value.serialNumber === null ? here : null)
    const kept = device !== null && surest.startsWith('address:') ? device.identity : identity
    identityAt.set(address, kept)
    if (readings.has(kept) && (!complete || readings.get(kept)?.complete === true)) continue
    const facts = factsOf(value)
    readings.set(kept, {
      address,
      at,
      complete,
      identity: kept,
      chassisMac: value.chassisMac,
      facts,
      gauges: gaugesOf(value),
      hash: complete ? hashOf(facts) : '',
      cost: cost ?? null,
      device,
    })
  }
  return { readings: [...readings.values()], identityAt }
}

/** True when the box that was known at an address has the chassis MAC that is told there now. */
function isSameBox(here: KnownDevice | null, { chassisMac }: { readonly chassisMac: string | null }): boolean {
  return here !== null && chassisMac !== null && here.chassis_mac === chassisMac
}

/** True when the box that was known at an address is known by one that the box there now says is its own. */
function isKnownBy(here: KnownDevice | null, { addresses }: DeviceReading): boolean {
  return here !== null && addresses.some(({ address }) => here.identity === `address:${address}`)
}

/** The devices that some identities or addresses may be about. */
async function devicesFor(
  tx: Tx,
  board: string,
  identities: readonly string[],
  lastAt: LastAt,
): Promise<{ readonly byIdentity: ReadonlyMap<string, KnownDevice>; readonly byId: ReadonlyMap<number, KnownDevice> }> {
  const ids = [...new Set([...lastAt.values()].filter((id) => id !== null))]
  if (identities.length === 0 && ids.length === 0) return { byIdentity: new Map(), byId: new Map() }
  const rows = await tx
    .selectFrom('device')
    .select([
      'id',
      'identity',
      'management_address',
      'chassis_mac',
      'content_hash',
      'last_seen',
      'until',
      'vanished_at',
    ])
    .where('board', '=', board)
    .where((where) =>
      where.or([
        ...(identities.length === 0 ? [] : [where('identity', 'in', identities)]),
        ...(ids.length === 0 ? [] : [where('id', 'in', ids)]),
      ]),
    )
    .execute()
  return {
    byIdentity: new Map(rows.map((row) => [row.identity, row])),
    byId: new Map(rows.map((row) => [row.id, row])),
  }
}
