import { groupedBy } from '../lib/group.js'
import { folded } from '../lib/text.js'
import type { FleetRow, SeenThing } from '../model/fleet.js'
import { natureOfMac, serialKey, SURE_SERIAL } from './fleet-identifiers.js'

/** One device: what the inventory says of it, and what scans saw of it. */
export interface SameDevice {
  /** The row that a file told last; null for what no row tells. */
  readonly row: FleetRow | null
  /** The other rows about it. */
  readonly repeats: readonly FleetRow[]
  /** As it was last seen, what is gone after what is there; null for what was never seen. */
  readonly thing: SeenThing | null
}

/** Something that names a device by what it shares with others of its kind. */
interface Told {
  readonly row: FleetRow | null
  readonly thing: SeenThing | null
  /** Serial numbers and MAC addresses: who shares one may be the same device. */
  readonly keys: readonly string[]
  /** Its own serial number, which no other device has; null when it has none that tells. */
  readonly serial: string | null
}

/**
 * The devices that rows of an inventory and things seen are about, each once.
 *
 * What shares a serial number or a MAC address, directly or through others, hangs together. Of what hangs together there
 * are as many devices as there are serial numbers, and one where there is none; what has no serial number and hangs with
 * several is `unsure`: it is one of them, nobody knows which. So no device is there twice, whoever repeats it, as long as
 * something tells it; two devices that share an adapter's MAC are two. A number too short to be one maker's tells devices
 * of one model only. Rows that are all alike, with the same asset tag, are one.
 */
export function deriveDevices(
  rows: readonly FleetRow[],
  things: readonly SeenThing[],
): { readonly devices: readonly SameDevice[]; readonly unsure: readonly FleetRow[] } {
  const byRows = rows.map(toldByRow)
  const listed = new Map<string, Set<string>>()
  for (const { keys, serial } of byRows)
    for (const key of serial === null ? [] : keys)
      listed.set(key, (listed.get(key) ?? new Set<string>()).add(serial ?? ''))
  const told = [...byRows, ...things.map((thing) => toldByThing(thing, listed))]
  const devices: SameDevice[] = []
  const unsure: FleetRow[] = []
  for (const together of hangingTogether(told)) {
    const bySerial = groupedBy(together, ({ serial }) => serial)
    const nameless = bySerial.get(null) ?? []
    bySerial.delete(null)
    const [only, ...others] = bySerial.values()
    if (only === undefined || others.length === 0) devices.push(deviceOf(together))
    else {
      devices.push(...[...bySerial.values()].map(deviceOf))
      unsure.push(...nameless.flatMap(({ row }) => row ?? []))
    }
  }
  return { devices, unsure }
}

function macKeys(macs: readonly string[]): readonly string[] {
  return macs.filter((mac) => natureOfMac(mac) !== 'none').map((mac) => `mac ${mac}`)
}

function toldByRow(row: FleetRow): Told {
  const key = serialKey(row.serial)
  const alike = JSON.stringify([row.school, row.serial, row.mac, row.assetTag, row.name])
  return {
    ...{ row, thing: null },
    keys: [
      ...(key === null ? [] : [`serial ${key}`]),
      ...macKeys(row.mac),
      ...(row.assetTag === null ? [] : [`alike ${alike}`]),
    ],
    serial: key === null || key.length >= SURE_SERIAL ? key : `${key} ${folded(row.model ?? '')}`,
  }
}

/**
 * `listed`: serial numbers of rows, by what else the rows have. A thing that rows tell by a MAC, or by the serial number of a
 * part, is theirs, whatever serial number it says itself.
 */
function toldByThing(thing: SeenThing, listed: ReadonlyMap<string, ReadonlySet<string>>): Told {
  const own = serialKey(thing.serials.find(({ from }) => from.kind === 'device')?.value ?? null)
  // A short one, and the model in words that are not the inventory's, tell nothing of their own.
  const serial = own !== null && own.length >= SURE_SERIAL ? own : null
  const serials = thing.serials.flatMap(({ value }) => serialKey(value) ?? [])
  const keys = [...serials.map((key) => `serial ${key}`), ...macKeys(thing.macs.map(({ value }) => value))]
  const rows = new Set(keys.flatMap((key) => [...(listed.get(key) ?? [])]))
  const [first = null] = rows
  const isOwn = rows.size === 0 || (serial !== null && rows.has(serial))
  return { row: null, thing, keys, serial: isOwn ? serial : rows.size === 1 ? first : null }
}

/** Those that share a key, directly or through others, in the order in which the first of each comes. */
function hangingTogether(told: readonly Told[]): readonly (readonly Told[])[] {
  const parents = told.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    for (let above = parents[root]; above !== undefined && above !== root; above = parents[root]) root = above
    // Whoever was asked for points to the root from now on: chains stay short.
    parents[i] = root
    return root
  }
  const first = new Map<string, number>()
  told.forEach(({ keys }, i) => {
    for (const key of keys) {
      const other = rootOf(first.get(key) ?? i)
      const own = rootOf(i)
      parents[Math.max(other, own)] = Math.min(other, own)
      if (!first.has(key)) first.set(key, i)
    }
  })
  const groups = groupedBy(told.keys(), rootOf)
  return [...groups.values()].map((own) => own.flatMap((i) => told[i] ?? []))
}

function deviceOf(told: readonly Told[]): SameDevice {
  const rows = told.flatMap(({ row }) => row ?? [])
  const things = told.flatMap(({ thing }) => thing ?? [])
  const row = rows.reduce<FleetRow | null>(
    (last, each) => (last !== null && last.toldAt >= each.toldAt ? last : each),
    null,
  )
  const rank = ({ isGone, lastSeen }: SeenThing): string => `${isGone ? 0 : 1} ${lastSeen}`
  const thing = things.reduce<SeenThing | null>(
    (best, each) => (best !== null && rank(best) >= rank(each) ? best : each),
    null,
  )
  return { row, repeats: rows.filter((each) => each !== row), thing }
}
