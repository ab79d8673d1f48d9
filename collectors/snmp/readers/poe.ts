import type { Interface } from '../../../src/model/device.js'
import type { Gauge, PoePort, PoeSource } from '../../../src/model/device-parts.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows, type Table } from '../wire/table.js'
import { integer } from '../wire/value.js'

/** POWER-ETHERNET-MIB, RFC 3621. Index: pethMainPseGroupIndex. */
export const pethMainPseTable = defineTable('POWER-ETHERNET-MIB::pethMainPseEntry', '1.3.6.1.2.1.105.1.3.1.1', {
  pethMainPsePower: 2,
  pethMainPseOperStatus: 3,
  pethMainPseConsumptionPower: 4,
})

/** POWER-ETHERNET-MIB, RFC 3621. Index: pethPsePortGroupIndex, pethPsePortIndex. */
export const pethPsePortTable = defineTable('POWER-ETHERNET-MIB::pethPsePortEntry', '1.3.6.1.2.1.105.1.1.1', {
  pethPsePortAdminEnable: 3,
  pethPsePortDetectionStatus: 6,
  pethPsePortPowerClassifications: 10,
})

/** Makers' own columns that augment pethPsePortTable with what a port delivers, in milliwatts, by enterprise. */
const PORT_MILLIWATTS: Readonly<Record<string, { readonly name: string; readonly oid: string }>> = {
  9: {
    name: 'cpeExtPsePortPwrConsumption',
    oid: '1.3.6.1.4.1.9.9.402.1.2.1.9', // CISCO-POWER-ETHERNET-EXT-MIB::cpeExtPsePortPwrConsumption
  },
  11: {
    name: 'hpicfPoePethPsePortActualPower',
    oid: '1.3.6.1.4.1.11.2.14.11.1.9.1.1.1.8', // HP-ICF-POE-MIB::hpicfPoePethPsePortActualPower
  },
}

type PortColumn = keyof typeof pethPsePortTable.columns | 'milliwatts'

/** pethPsePortTable, with the maker's column of milliwatts where there is one: it costs no request more. */
export function portTableOf(enterprise: string | null): Table<PortColumn> {
  const { name, entry, columns } = pethPsePortTable
  const own = enterprise === null ? undefined : PORT_MILLIWATTS[enterprise]
  return {
    name,
    entry,
    columns: (own === undefined ? columns : { ...columns, milliwatts: own.oid }) as Table<PortColumn>['columns'],
  }
}

const SOURCE_STATUSES = [null, 'on', 'off', 'faulty'] as const
const PORT_STATUSES = [null, 'disabled', 'searching', 'deliveringPower', 'fault', 'test', 'otherFault'] as const
const TRUE = 1 // SNMPv2-TC TruthValue
const FALSE = 2

/** The power sources, and the watts that each delivers. */
export function poeSourcesOf(rows: Rows<keyof typeof pethMainPseTable.columns>): {
  readonly sources: PoeSource[]
  readonly gauges: Gauge[]
} {
  const sources: PoeSource[] = []
  const gauges: Gauge[] = []
  for (const [index, row] of rows) {
    const group = Number(index)
    const budgetWatts = integer(row.pethMainPsePower)
    const value = integer(row.pethMainPseConsumptionPower)
    sources.push({
      group,
      budgetWatts: budgetWatts !== null && budgetWatts > 0 ? budgetWatts : null,
      status: SOURCE_STATUSES[integer(row.pethMainPseOperStatus) ?? 0] ?? null,
    })
    if (value !== null && value >= 0) {
      gauges.push({ name: 'pethMainPseConsumptionPower', instance: index, label: null, value, unit: 'watts' })
    }
  }
  return { sources, gauges }
}

/** The ports that can deliver power, and the watts of each where the maker tells them. */
export function poePortsOf(
  rows: Rows<PortColumn>,
  interfaces: readonly Interface[],
  enterprise: string | null,
): { readonly ports: PoePort[]; readonly gauges: Gauge[] } {
  const own = enterprise === null ? undefined : PORT_MILLIWATTS[enterprise]
  const find = interfaceFinder(interfaces)
  const ports: PoePort[] = []
  const gauges: Gauge[] = []
  for (const [index, row] of rows) {
    const [group, port] = indexNumbers(index)
    if (group === undefined || port === undefined) continue
    const status = PORT_STATUSES[integer(row.pethPsePortDetectionStatus) ?? 0] ?? null
    const admin = integer(row.pethPsePortAdminEnable)
    // Classes count from class0(1); the class is only valid while power is delivered (RFC 3621).
    const powerClass = status === 'deliveringPower' ? (integer(row.pethPsePortPowerClassifications) ?? 0) - 1 : -1
    ports.push({
      group,
      port,
      ifIndex: find(group, port),
      adminEnabled: admin === TRUE ? true : admin === FALSE ? false : null,
      status,
      powerClass: powerClass >= 0 && powerClass <= 8 ? powerClass : null,
    })
    const milliwatts = status === 'deliveringPower' ? integer(row.milliwatts) : null
    if (own !== undefined && milliwatts !== null && milliwatts >= 0) {
      gauges.push({ name: own.name, instance: index, label: null, value: milliwatts / 1000, unit: 'watts' })
    }
  }
  return { ports, gauges }
}

const ETHERNET = new Set([6, 117]) // IANAifType ethernetCsmacd, gigabitEthernet

/**
 * The interface of a power port. RFC 3621 relates the two in no way, so only a name decides: `…2/7`, `…2/0/7` or
 * `…2/1/7` is port 7 of group 2; of the first group it is also `…0/7`, or what is named 7 and has 7 for ifIndex. One
 * that is not alone is none.
 */
function interfaceFinder(interfaces: readonly Interface[]): (group: number, port: number) => number | null {
  const byEnd = new Map<string, number[]>()
  for (const { ifIndex, ifName, ifDescr, ifType } of interfaces) {
    if (ifType !== null && !ETHERNET.has(ifType)) continue
    const name = ifName ?? ifDescr ?? ''
    const slotted = /(?:^|[^\d/])(\d+)\/(?:[01]\/)?(\d+)$/.exec(name)
    const plain = /^(?:port *)?(\d+)$/i.exec(name)
    const end =
      slotted !== null
        ? `${slotted[1]}/${slotted[2]}`
        : plain !== null && Number(plain[1]) === ifIndex
          ? `*/${ifIndex}`
          : null
    if (end !== null) byEnd.set(end, [...(byEnd.get(end) ?? []), ifIndex])
  }
  return (group, port) => {
    const first = group === 1 ? (byEnd.get(`0/${port}`) ?? byEnd.get(`*/${port}`)) : undefined
    const found = byEnd.get(`${group}/${port}`) ?? first ?? []
    return found.length === 1 ? (found[0] ?? null) : null
  }
}
