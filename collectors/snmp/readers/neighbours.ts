import type { Interface, MacSighting, Neighbour } from '../../../src/model/device.js'
import { isStation } from './stations.js'

/** IANAifType ethernetCsmacd, fastEther, fastEtherFX, gigabitEthernet: a port with one socket. */
const CABLED = [6, 62, 69, 117]

/**
 * What every protocol heard, as one list: a neighbour that is heard by several on the same port, or listed several
 * times, is one neighbour. The first list that has it says what it is; the others add the addresses, and what it did
 * not say.
 */
export function mergeNeighbours(
  lists: readonly (readonly Neighbour[])[],
  interfaces: readonly Interface[],
): Neighbour[] {
  const sockets = new Set(interfaces.filter(({ ifType }) => CABLED.includes(ifType ?? 0)).map(({ ifIndex }) => ifIndex))
  const merged: Neighbour[] = []
  for (const heard of lists.flat()) {
    const at = merged.findIndex((known) =>
      known.protocol === heard.protocol ? isRepeated(known, heard, sockets) : isSame(known, heard),
    )
    const known = merged[at]
    if (known === undefined) merged.push(heard)
    else merged[at] = known.protocol === heard.protocol ? fold(newer(known, heard), known) : fold(known, heard)
  }
  return merged
}

function isOnSamePort(a: Neighbour, b: Neighbour): boolean {
  return a.localIfIndex !== null || b.localIfIndex !== null
    ? a.localIfIndex === b.localIfIndex
    : a.localPort === b.localPort
}

/**
 * Agents list one neighbour several times: for each of its addresses, or again after it restarted or was told another
 * name for its port. A socket takes one cable, so one chassis that is heard twice behind it is one neighbour (with one
 * port, whatever it was called before).
 */
function isRepeated(a: Neighbour, b: Neighbour, sockets: ReadonlySet<number>): boolean {
  if (!isOnSamePort(a, b) || a.remoteChassisId !== b.remoteChassisId) return false
  if (a.remotePortId === b.remotePortId && a.remoteSysName === b.remoteSysName) return true
  if (a.remoteChassisId === null) return false
  const isOneName = a.remoteSysName === null || b.remoteSysName === null || a.remoteSysName === b.remoteSysName
  return isOneName && a.localIfIndex !== null && sockets.has(a.localIfIndex)
}

/** Of one neighbour's two rows, the one that has its name, else the later: agents number them as they come (LLDP-MIB, lldpRemIndex). */
function newer(known: Neighbour, heard: Neighbour): Neighbour {
  return known.remoteSysName !== null && heard.remoteSysName === null ? known : heard
}

function isSame(a: Neighbour, b: Neighbour): boolean {
  if (a.localIfIndex === null || a.localIfIndex !== b.localIfIndex) return false
  const host = (name: string | null): string | null => name?.split('.')[0]?.toLowerCase() ?? null
  const isSameName = a.remoteSysName !== null && host(a.remoteSysName) === host(b.remoteSysName)
  const isSameChassis = a.remoteChassisId !== null && a.remoteChassisId === b.remoteChassisId
  return (
    isSameName || isSameChassis || isMacInName(a, b) || a.remoteAddresses.some((one) => b.remoteAddresses.includes(one))
  )
}

/** A telephone says its MAC to LLDP, and to CDP a name made of it: `SEP` and its twelve digits. */
function isMacInName(a: Neighbour, b: Neighbour): boolean {
  const macs = [
    a.remoteChassisIdSubtype === 'macAddress' ? a.remoteChassisId : null,
    a.remotePortIdSubtype === 'macAddress' ? a.remotePortId : null,
  ]
  const [digits] = /[0-9a-f]{12}$/i.exec(b.remoteChassisId ?? '') ?? []
  return digits !== undefined && macs.some((mac) => mac?.replaceAll(':', '') === digits.toLowerCase())
}

function fold(kept: Neighbour, other: Neighbour): Neighbour {
  return {
    ...kept,
    remoteSysName: kept.remoteSysName ?? other.remoteSysName,
    remoteDescr: kept.remoteDescr ?? other.remoteDescr,
    remoteCapabilities: kept.remoteCapabilities.length > 0 ? kept.remoteCapabilities : other.remoteCapabilities,
    remoteAddresses: [...new Set([...kept.remoteAddresses, ...other.remoteAddresses])],
  }
}

/**
 * Sets apart the network cards that speak LLDP by themselves, whatever machine they are in: they give one MAC for the
 * chassis and for the port, and no name, description, capability nor address (IEEE 802.1AB: the mandatory TLVs alone).
 * That says where a machine is plugged, as the forwarding table does, and nothing of the network.
 */
export function withoutBareCards(neighbours: readonly Neighbour[]): {
  readonly neighbours: readonly Neighbour[]
  readonly sightings: readonly MacSighting[]
} {
  const bare = neighbours.filter(isBareCard)
  return {
    neighbours: neighbours.filter((one) => !isBareCard(one)),
    sightings: bare.flatMap(({ remoteChassisId: mac, localIfIndex: ifIndex }) =>
      mac === null || ifIndex === null || !isStation(mac) ? [] : [{ mac, vlanId: null, ifIndex }],
    ),
  }
}

function isBareCard(one: Neighbour): boolean {
  return (
    one.remoteChassisIdSubtype === 'macAddress' &&
    one.remotePortIdSubtype === 'macAddress' &&
    one.remoteChassisId !== null &&
    one.remoteChassisId === one.remotePortId &&
    one.remoteCapabilities.every((capability) => capability === 'stationOnly') &&
    [one.remoteSysName, one.remoteDescr, one.remotePortDescr].every((told) => told === null) &&
    one.remoteAddresses.length === 0
  )
}
