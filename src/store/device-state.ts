import type { Selectable } from '#kysely'
import type { DeviceState } from '../model/change.js'
import type { Value } from './bulk.js'
import { DEVICE_FACTS, type DeviceTableName } from './device-facts.js'
import { componentOf, interfaceOf, neighbourOf, vlanOf } from './device-parts.js'
import type { Schema } from './schema.js'

/** A table's rows: cells in the order of DEVICE_FACTS. */
export type Cells = readonly (readonly Value[])[]

/** The tables whose rows tell what changed. */
type Told = 'device_system' | 'component' | 'interface' | 'vlan' | 'neighbour'

function rowsOf<T extends Told>(table: T, cells: Cells): Selectable<Schema[T]>[] {
  const { key, content } = DEVICE_FACTS[table]
  const columns: readonly string[] = [...key, ...content]
  return cells.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])) as Selectable<Schema[T]>)
}

/** What is compared of a device, of its rows: table → cells. */
export function stateOf(tables: ReadonlyMap<DeviceTableName, Cells>): DeviceState {
  const cells = (table: Told): Cells => tables.get(table) ?? []
  const [system] = rowsOf('device_system', cells('device_system'))
  return {
    sysName: system?.sys_name ?? null,
    sysDescr: system?.sys_descr ?? null,
    osVersion: system?.os_version ?? null,
    serialNumber: system?.serial_number ?? null,
    evidence: JSON.parse(system?.evidence ?? '{}') as Record<string, string>,
    components: rowsOf('component', cells('component')).map(componentOf),
    interfaces: rowsOf('interface', cells('interface')).map(interfaceOf),
    vlans: rowsOf('vlan', cells('vlan')).map(vlanOf),
    neighbours: rowsOf('neighbour', cells('neighbour')).map(neighbourOf),
  }
}
