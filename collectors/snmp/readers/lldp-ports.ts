import type { Interface } from '../../../src/model/device.js'
import type { Rows } from '../wire/table.js'
import { text } from '../wire/value.js'
import type { lldpLocPortTable } from './lldp.js'
import { idOf, portIdSubtype } from './lldp-ids.js'

/** What translates an LLDP port number. */
export interface PortTranslation {
  readonly interfaces: readonly Interface[]
  readonly localPorts: Rows<keyof typeof lldpLocPortTable.columns>
  /** Bridge port number → ifIndex. */
  readonly bridgePorts: ReadonlyMap<number, number>
}

/** A port of the device: its ifIndex, null when it could not be translated, and what it is called. */
export interface LocalPort {
  readonly ifIndex: number | null
  readonly name: string | null
}

/**
 * LLDP port number → interface. lldpLocPortTable says what the port is called: a name, an alias, a description or a MAC
 * that exactly one interface has. Without that, it is a bridge port's number (IEEE 802.1AB-2005, lldpPortNumber), and
 * last an ifIndex, when there is such an interface.
 */
export function portTranslator({ interfaces, localPorts, bridgePorts }: PortTranslation) {
  const byIfIndex = new Map(interfaces.map((one) => [one.ifIndex, one]))
  const byName = uniquely(interfaces, (one) => one.ifName)
  const byDescr = uniquely(interfaces, (one) => one.ifDescr)
  const byAlias = uniquely(interfaces, (one) => one.ifAlias)
  const byMac = uniquely(interfaces, (one) => one.physAddress)
  return (portNumber: number): LocalPort => {
    const row = localPorts.get(String(portNumber)) ?? {}
    const subtype = portIdSubtype(row.lldpLocPortIdSubtype)
    const id = idOf(subtype, row.lldpLocPortId)
    const descr = text(row.lldpLocPortDesc)
    const named = [
      subtype === 'macAddress' ? byMac.get(id ?? '') : undefined,
      ...(subtype === 'interfaceAlias' ? [byAlias.get(id ?? '')] : []),
      byName.get(id ?? ''),
      byDescr.get(id ?? ''),
      subtype === 'local' && /^\d+$/.test(id ?? '') ? byIfIndex.get(Number(id)) : undefined,
      byName.get(descr ?? ''),
      byDescr.get(descr ?? ''),
      byAlias.get(id ?? ''),
    ].find((one) => one !== undefined)
    const bridged = byIfIndex.get(bridgePorts.get(portNumber) ?? -1)
    const found = named ?? bridged ?? byIfIndex.get(portNumber)
    return found === undefined
      ? { ifIndex: null, name: subtype === 'macAddress' ? descr : (id ?? descr) }
      : { ifIndex: found.ifIndex, name: found.ifName ?? found.ifDescr ?? id }
  }
}

function uniquely(interfaces: readonly Interface[], key: (one: Interface) => string | null): Map<string, Interface> {
  const found = new Map<string, Interface>()
  const twice = new Set<string>()
  for (const one of interfaces) {
    const value = key(one)
    if (value === null) continue
    if (found.has(value)) twice.add(value)
    found.set(value, one)
  }
  for (const value of twice) found.delete(value)
  return found
}

/** An interface as a local port; null ifIndex and name where there is none of that ifIndex. */
export function localPortOf(interfaces: readonly Interface[]): (ifIndex: number) => LocalPort {
  const byIfIndex = new Map(interfaces.map((one) => [one.ifIndex, one]))
  return (ifIndex) => {
    const local = byIfIndex.get(ifIndex)
    return { ifIndex: local === undefined ? null : ifIndex, name: local?.ifName ?? local?.ifDescr ?? null }
  }
}
