import type { Interface, LinkState } from '../../../src/model/device.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, mac, text, type Value } from '../wire/value.js'

/** IF-MIB, RFC 2863. */
export const ifTable = defineTable('IF-MIB::ifEntry', '1.3.6.1.2.1.2.2.1', {
  ifDescr: 2,
  ifType: 3,
  ifMtu: 4,
  ifSpeed: 5,
  ifPhysAddress: 6,
  ifAdminStatus: 7,
  ifOperStatus: 8,
})

/** IF-MIB, RFC 2863: the extension that has names, aliases and speeds above 4.29 Gbit/s. */
export const ifXTable = defineTable('IF-MIB::ifXEntry', '1.3.6.1.2.1.31.1.1.1', {
  ifName: 1,
  ifHighSpeed: 15,
  ifAlias: 18,
})

/** EtherLike-MIB, RFC 3635. */
export const dot3StatsTable = defineTable('EtherLike-MIB::dot3StatsEntry', '1.3.6.1.2.1.10.7.2.1', {
  dot3StatsDuplexStatus: 19,
})

const STATES: readonly (LinkState | null)[] = [
  null,
  'up',
  'down',
  'testing',
  'unknown',
  'dormant',
  'notPresent',
  'lowerLayerDown',
]
const SPEED_MAXIMUM = 4_294_967_295
const HIGH_SPEED_MAXIMUM = 10_000_000

/**
 * Nominal speed in bits per second, or null when the agent reports none.
 *
 * ifSpeed counts bits and stops at 4,294,967,295; ifHighSpeed counts whole Mbit/s, so it serves from there on, and where
 * the agent has no ifSpeed.
 *
 * @see RFC 2863 (IF-MIB)
 */
export function speedBps(ifSpeed: number | null, ifHighSpeed: number | null): number | null {
  // 4,294,967,295 - 0..295: agents that compute in kbit/s stop at 4,294,967,000.
  const isBelowMaximum = ifSpeed !== null && ifSpeed > 0 && ifSpeed < SPEED_MAXIMUM - 295
  if (isBelowMaximum) return ifSpeed
  if (ifHighSpeed !== null && ifHighSpeed > HIGH_SPEED_MAXIMUM) return bitsInHighSpeed(ifHighSpeed)
  if (ifHighSpeed !== null && ifHighSpeed > 0) return ifHighSpeed * 1_000_000
  return ifSpeed !== null && ifSpeed > 0 ? ifSpeed : null
}

/** Some agents write bits per second into ifHighSpeed, where 10 Tbit/s would be 10,000,000; round values are believed. */
function bitsInHighSpeed(ifHighSpeed: number): number | null {
  return ifHighSpeed % 1_000_000 === 0 ? ifHighSpeed : null
}

function state(value: Value | undefined): LinkState | null {
  return STATES[integer(value) ?? 0] ?? null
}

function duplexOf(value: Value | undefined): Interface['duplex'] {
  const status = integer(value) // unknown(1), halfDuplex(2), fullDuplex(3)
  return status === 3 ? 'full' : status === 2 ? 'half' : null
}

/** One interface for each ifIndex that ifTable or ifXTable has, by rising ifIndex. */
export function interfacesOf(
  ifRows: Rows<keyof typeof ifTable.columns>,
  ifXRows: Rows<keyof typeof ifXTable.columns>,
  dot3Rows: Rows<keyof typeof dot3StatsTable.columns>,
): Interface[] {
  const indexes = [...new Set([...ifRows.keys(), ...ifXRows.keys()])].filter((index) => /^\d+$/.test(index))
  return indexes
    .sort((a, b) => Number(a) - Number(b))
    .map((index) => {
      const row = ifRows.get(index) ?? {}
      const xRow = ifXRows.get(index) ?? {}
      return {
        ifIndex: Number(index),
        ifName: text(xRow.ifName),
        ifDescr: text(row.ifDescr),
        ifAlias: text(xRow.ifAlias),
        ifType: integer(row.ifType),
        speedBps: speedBps(integer(row.ifSpeed), integer(xRow.ifHighSpeed)),
        mtu: integer(row.ifMtu),
        physAddress: mac(row.ifPhysAddress),
        adminStatus: state(row.ifAdminStatus),
        operStatus: state(row.ifOperStatus),
        duplex: duplexOf(dot3Rows.get(index)?.dot3StatsDuplexStatus),
        pvid: null,
        untaggedVlans: null,
        taggedVlans: null,
        lagIfIndex: null,
        stpState: null,
      }
    })
}
