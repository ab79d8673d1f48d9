import type { BuildingState, Inventory } from '../app/inventory.js'
import type { Messages } from '../i18n/translator.js'
import { STATUS_ORDER } from './theme.js'
import type { DeviceRow } from '../model/rows.js'
import { byCode } from '../lib/text.js'
import { concernsOf, type Concern } from './overview-panels.js'
import { buildingText, deviceText, indexOf } from './search.js'
import type { Place, Sort } from './state.js'
import { searchable } from './text.js'

/** The rows of each view, as they are filtered and sorted. */
/** The fields of a device that are text. */
export type TextField = {
  [Field in keyof DeviceRow]-?: DeviceRow[Field] extends string | null ? Field : never
}[keyof DeviceRow]

export interface Rows {
  readonly concerns: readonly Concern[]
  devices(place: Place, sort: Sort): readonly DeviceRow[]
  buildings(place: Place): readonly BuildingState[]
  /** Reads ahead a part of what the first search will need; true when all is read. */
  prepare(): boolean
  /** A building's name, or '' when it is not known. */
  nameOf(building: string): string
  /** How many there are without any filter. */
  readonly all: { readonly devices: number; readonly buildings: number }
  /** The most characters that a field of a device takes, up to what a column can use. */
  longest(field: TextField): number
}

const WIDEST_CELL = 40
/** Rows read ahead at a time: a few milliseconds, which no key has to wait for. */
const PREPARED = 2000

/** Prepares an inventory for the screen. What is asked again with the same filter costs nothing. */
export function rowsOf(inventory: Inventory, m: Messages): Rows {
  const names = new Map(inventory.buildings.map(({ building, name }) => [building, name]))
  const nameOf = (building: string): string => names.get(building) ?? ''
  const devices = indexOf(inventory.devices, (row) => deviceText(row, nameOf, m))
  const buildings = indexOf(inventory.buildings, (row) => buildingText(row, m))
  const sorted = lastOnly((query: string, facet: Place['facet'], sort: Sort) => {
    const rows = devices.find(query).filter((row) => inFacet(row, facet))
    return sort === 'address' ? rows : sortedBy(rows, sort)
  })
  const found = lastOnly((query: string, facet: Place['facet']) =>
    buildings.find(query).filter(({ level }) => facet?.of !== 'level' || level === facet.value),
  )
  return {
    concerns: concernsOf(inventory, m),
    devices: ({ query, facet }, sort) => sorted(query, facet, sort),
    buildings: ({ query, facet }) => found(query, facet),
    prepare: () => devices.prepare(PREPARED),
    nameOf,
    all: { devices: inventory.devices.length, buildings: inventory.buildings.length },
    longest: (field) =>
      inventory.devices.reduce((most, row) => Math.max(most, Math.min(WIDEST_CELL, row[field]?.length ?? 0)), 0),
  }
}

/** Remembers the last answer only: moving in a list asks the same thing again. */
function lastOnly<Args extends readonly unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null
  return (...args) => {
    if (last === null || last.args.some((arg, i) => arg !== args[i])) last = { args, result: work(...args) }
    return last.result
  }
}

function inFacet({ reasonCode, building }: DeviceRow, facet: Place['facet']): boolean {
  if (facet?.of === 'reason') return reasonCode === facet.value
  return facet?.of === 'building' ? building === facet.value : true
}

/** By name, by state (what was not read first) or by building; alike, in the order of addresses. */
function sortedBy(rows: readonly DeviceRow[], sort: Exclude<Sort, 'address'>): readonly DeviceRow[] {
  const keyOf = {
    // What has no name, or no building, comes last.
    name: ({ sysName }: DeviceRow) => (sysName === null ? '\uffff' : searchable(sysName)),
    building: ({ building }: DeviceRow) => building ?? '\uffff',
    status: ({ status, reasonCode }: DeviceRow) => `${STATUS_ORDER.indexOf(status)}${reasonCode ?? ''}`,
  }[sort]
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => byCode(a.key, b.key))
    .map(({ row }) => row)
}
