import type { Messages } from '../i18n/translator.js'
import { rangesOf } from '../lib/ranges.js'
import type { DeviceDocument, Interface } from '../model/device.js'
import type { SightingCounts } from '../store/sightings.js'
import { block, labelled } from './show-lines.js'

/** What a device says of layers 2 and 3, as lines: its addresses, aggregates, VLANs of ports, spanning tree, and how much it sees. */
export function networkLines(device: DeviceDocument, seen: SightingCounts, m: Messages): string[] {
  const nameOf = portNames(device.interfaces)
  return [
    ...block(
      m,
      m.show.ownAddresses,
      device.addresses.map(({ address, prefixLength, ifIndex }) =>
        [
          prefixLength === null ? address : `${address}/${prefixLength}`,
          ...(ifIndex === null ? [] : [nameOf(ifIndex)]),
        ].join(' · '),
      ),
    ),
    ...block(
      m,
      m.show.aggregates,
      grouped(device.interfaces, (port) => port.lagIfIndex, nameOf, m),
    ),
    ...block(m, m.show.portVlans, portVlanLines(device.interfaces, m)),
    ...spanningTreeLines(device, nameOf, m),
    ...(seen.lastSeen === null
      ? []
      : [
          m.show.sightings(
            m.format.number(seen.macs),
            m.format.number(seen.addresses),
            m.format.dateTime(seen.lastSeen),
          ),
        ]),
  ]
}

const portName = (port: Interface): string => port.ifName ?? port.ifDescr ?? String(port.ifIndex)

function portNames(interfaces: readonly Interface[]): (ifIndex: number) => string {
  const names = new Map(interfaces.map((one) => [one.ifIndex, portName(one)]))
  return (ifIndex) => names.get(ifIndex) ?? String(ifIndex)
}

function grouped(
  interfaces: readonly Interface[],
  groupOf: (port: Interface) => number | null,
  nameOf: (ifIndex: number) => string,
  m: Messages,
): string[] {
  const groups = new Map<number, string[]>()
  for (const port of interfaces) {
    const group = groupOf(port)
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), portName(port)])
  }
  return [...groups].map(([group, ports]) => m.show.line(nameOf(group), ports.join(', ')))
}

/** One line for each set of VLANs, with the ports that carry it. */
function portVlanLines(interfaces: readonly Interface[], m: Messages): string[] {
  const sets = new Map<string, string[]>()
  for (const port of interfaces) {
    const { untaggedVlans, taggedVlans } = port
    if (untaggedVlans === null && taggedVlans === null) continue
    const set = m.show.vlanSet(rangesOf(untaggedVlans ?? []), rangesOf(taggedVlans ?? []))
    sets.set(set, [...(sets.get(set) ?? []), portName(port)])
  }
  return [...sets].map(([set, ports]) => m.show.line(set, ports.join(', ')))
}

function spanningTreeLines(device: DeviceDocument, nameOf: (ifIndex: number) => string, m: Messages): string[] {
  const tree = device.spanningTree
  if (tree === null) return []
  const blocked = device.interfaces.filter(({ stpState }) => stpState === 'blocking').map(portName)
  return labelled(m, [
    [m.show.stpRoot, `${tree.rootMac} (${m.show.stpPriority(String(tree.rootPriority))})`],
    [m.show.stpRootPort, tree.rootIfIndex === null ? null : nameOf(tree.rootIfIndex)],
    [m.show.stpBlocked, blocked.join(', ')],
  ])
}
