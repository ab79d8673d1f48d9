import { folded } from '../../lib/text.js'
import type { Neighbour } from '../../model/device.js'
import type { LinkDevice, LinkPort } from '../../model/link.js'

/** A port that a link can end at. */
export interface Port {
  /** What tells it from the other ports of its device. */
  readonly key: string
  readonly ifIndex: number | null
  readonly name: string | null
  /** False for aggregates, VLAN interfaces, bridges and radios: more than one neighbour there is normal. */
  readonly pointToPoint: boolean
  readonly row: LinkPort | null
}

/** The ports of one device, by what others may call them. */
export interface PortTable {
  /** The port at which the device itself hears a neighbour; null when the device does not say which. */
  own(neighbour: Neighbour): Port | null
  /** The port that another device tells by its id and description; null when none, or several, can be meant. */
  told(neighbour: Neighbour): Port | null
}

/** IANAifType: other softwareLoopback(24), propVirtual(53), ieee80211(71), tunnel(131), l2vlan(135), l3ipvlan(136), ieee8023adLag(161), bridge(209). */
const SHARED_TYPES: ReadonlySet<number> = new Set([24, 53, 71, 131, 135, 136, 161, 209])

/** A MAC as `aa:bb:cc:dd:ee:ff` from any of its notations; null for other text. */
export function macOf(text: string | null): string | null {
  const digits = (text ?? '').replace(/[\s:.-]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : null
}

/**
 * A port's name in its short form, to compare `GigabitEthernet1/0/1` with `Gi1/0/1`: of a word before a number, the
 * first two letters. Other text is only folded.
 */
export function portLabel(text: string): string {
  const [, word, rest] = /^([a-z]{2})[a-z-]* ?(\d[\d/.:_-]*)$/i.exec(text.trim()) ?? []
  return word === undefined || rest === undefined ? folded(text) || text : `${word.toLowerCase()}${rest}`
}

/** Values by a key that exactly one of them has. */
function uniquely<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T> {
  const found = new Map<string, T>()
  const twice = new Set<string>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null || key === '') continue
    if (found.has(key)) twice.add(key)
    found.set(key, item)
  }
  for (const key of twice) found.delete(key)
  return found
}

function portOf(row: LinkPort): Port {
  return {
    key: `#${row.ifIndex}`,
    ifIndex: row.ifIndex,
    name: row.ifName ?? row.ifDescr,
    pointToPoint: row.ifType === null || !SHARED_TYPES.has(row.ifType),
    row,
  }
}

/** A port that the device names, but that is no row of its ifTable: the table was not read, or does not have it. */
function namedPort(name: string): Port {
  return { key: `=${portLabel(name)}`, ifIndex: null, name, pointToPoint: true, row: null }
}

/**
 * The ports of a device. Where a MAC, a name or a description is that of several ports, the one physical port among them
 * is meant: a VLAN interface carries the MAC of the chassis, an aggregate that of its first member.
 */
export function portTable({ interfaces, neighbours }: LinkDevice): PortTable {
  const named = neighbours.flatMap(({ localIfIndex, localPort }) =>
    localIfIndex === null && localPort !== null ? [namedPort(localPort)] : [],
  )
  const ports = [...interfaces.map(portOf), ...new Map(named.map((port) => [port.key, port])).values()]
  const byKey = new Map(ports.map((port) => [port.key, port]))
  /** Made when it is first asked: most devices are asked by one kind of id. */
  const by = (keyOf: (port: Port) => string | null): ((key: string | null) => Port | null) => {
    let found: Map<string, Port> | null = null
    return (key) => {
      if (key === null) return null
      found ??= new Map([
        ...uniquely(ports, keyOf),
        ...uniquely(
          ports.filter(({ pointToPoint }) => pointToPoint),
          keyOf,
        ),
      ])
      return found.get(key) ?? null
    }
  }
  const byName = by(({ row, name }) => row?.ifName ?? name)
  const byDescr = by(({ row }) => row?.ifDescr ?? null)
  const byAlias = by(({ row }) => row?.ifAlias ?? null)
  const byLabel = by(({ name }) => (name === null ? null : portLabel(name)))
  const byMac = by(({ row }) => macOf(row?.physAddress ?? null))
  const called = (text: string | null): Port | null =>
    text === null ? null : (byName(text) ?? byDescr(text) ?? byLabel(portLabel(text)))
  return {
    own: ({ localIfIndex, localPort }) => {
      if (localIfIndex !== null)
        return (
          byKey.get(`#${localIfIndex}`) ?? {
            ...namedPort(localPort ?? ''),
            key: `#${localIfIndex}`,
            ifIndex: localIfIndex,
            name: localPort,
          }
        )
      return localPort === null ? null : (byKey.get(`=${portLabel(localPort)}`) ?? null)
    },
    told: ({ remotePortIdSubtype: subtype, remotePortId: id, remotePortDescr: descr }) =>
      (subtype === 'macAddress' ? byMac(macOf(id)) : null) ??
      (subtype === 'interfaceAlias' ? byAlias(id) : null) ??
      called(id) ??
      called(descr) ??
      byAlias(descr) ??
      // A bare number that no port is named after: agents that number their ports by ifIndex. A description that was
      // told and that no port has says that this one numbers them otherwise.
      (subtype === 'local' && descr === null && /^\d+$/.test(id ?? '') ? (byKey.get(`#${Number(id)}`) ?? null) : null),
  }
}
