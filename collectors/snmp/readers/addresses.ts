import ipaddr from 'ipaddr.js'
import type { DeviceAddress } from '../../../src/model/device.js'
import type { Agent } from '../wire/agent.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'
import { inetAddress, isUnspecific } from './inet-address.js'

/** IP-MIB, RFC 4293: addresses of both families. Index: ipAddressAddrType, ipAddressAddr. */
export const ipAddressTable = defineTable('IP-MIB::ipAddressEntry', '1.3.6.1.2.1.4.34.1', {
  ipAddressIfIndex: 3,
  ipAddressType: 4,
  ipAddressPrefix: 5,
})

/** IP-MIB, as RFC 1213 had it: IPv4 alone. Index: ipAdEntAddr. */
export const ipAddrTable = defineTable('IP-MIB::ipAddrEntry', '1.3.6.1.2.1.4.20.1', {
  ipAdEntIfIndex: 2,
  ipAdEntNetMask: 3,
})

const BROADCAST = 3 // ipAddressType: unicast(1), anycast(2), broadcast(3)
/** IP-MIB::ipAddressPrefixOrigin.<ifIndex>.<type>.<length>.<octets>.<prefix length>: a prefix is named by its row. */
const PREFIX_ROW = /^1\.3\.6\.1\.2\.1\.4\.32\.1\.\d+\..*\.(\d+)$/

/** Whether the old table would add something: no IPv4 address, or one without its prefix. */
export function needsOldTable(found: readonly DeviceAddress[]): boolean {
  const ipv4 = found.filter(({ address }) => !address.includes(':'))
  return ipv4.length === 0 || ipv4.some(({ prefixLength }) => prefixLength === null)
}

/** The device's own addresses of ipAddressTable, in its order; a device's loopback and broadcast addresses are none. */
export function addressesOf(rows: Rows<keyof typeof ipAddressTable.columns>): DeviceAddress[] {
  return [...rows].flatMap(([index, row]) => {
    const [type = 0, ...octets] = indexNumbers(index)
    const address = inetAddress(type, octets)
    if (address === null || isUnspecific(address) || integer(row.ipAddressType) === BROADCAST) return []
    return [
      { address, prefixLength: prefixLength(row.ipAddressPrefix, address), ifIndex: ifIndexOf(row.ipAddressIfIndex) },
    ]
  })
}

function ifIndexOf(value: Value | undefined): number | null {
  const ifIndex = integer(value)
  return ifIndex !== null && ifIndex > 0 ? ifIndex : null
}

function prefixLength(pointer: Value | undefined, address: string): number | null {
  const [, written] = typeof pointer === 'string' ? (PREFIX_ROW.exec(pointer) ?? []) : []
  const length = written === undefined ? NaN : Number(written)
  return length <= (address.includes(':') ? 128 : 32) ? length : null
}

/** The addresses of the old table put with those of the new one, which say more: an address is there once. */
export function withOldTable(
  found: readonly DeviceAddress[],
  rows: Rows<keyof typeof ipAddrTable.columns>,
): DeviceAddress[] {
  const merged = new Map(found.map((one) => [one.address, one]))
  for (const [index, row] of rows) {
    const address = inetAddress(1, indexNumbers(index))
    if (address === null || isUnspecific(address)) continue
    const known = merged.get(address)
    const ifIndex = known?.ifIndex ?? ifIndexOf(row.ipAdEntIfIndex)
    merged.set(address, { address, prefixLength: known?.prefixLength ?? maskLength(row.ipAdEntNetMask), ifIndex })
  }
  return [...merged.values()]
}

/** Which of some addresses the agent's device says are its own: the first, in their order; null for none of them. */
export async function ownAddress(agent: Agent, addresses: readonly string[]): Promise<string | null> {
  const instances = addresses.flatMap((address): (readonly [oid: string, address: string])[] => {
    const octets = octetsOf(address)
    const current = `${ipAddressTable.columns.ipAddressIfIndex}.${octets.length === 4 ? 1 : 2}.${octets.length}.`
    const rows = [[current + octets.join('.'), address]] as const
    return octets.length === 4 ? [...rows, [`${ipAddrTable.columns.ipAdEntIfIndex}.${address}`, address]] : [...rows]
  })
  const values = await agent.get(
    instances.map(([oid]) => oid),
    'IP-MIB::ipAddressEntry',
  )
  return instances.find(([oid]) => values.has(oid))?.[1] ?? null
}

function octetsOf(address: string): readonly number[] {
  return ipaddr.parse(address.replace(/%.*/, '')).toByteArray()
}

/** How many ones a mask begins with; null when zeros come between them. */
function maskLength(value: Value | undefined): number | null {
  const octets = text(value)?.split('.').map(Number) ?? []
  if (octets.length !== 4 || !octets.every((octet) => octet >= 0 && octet <= 255)) return null
  const bits = octets.map((octet) => octet.toString(2).padStart(8, '0')).join('')
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : null
}
