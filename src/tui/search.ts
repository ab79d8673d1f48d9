import type { Messages } from '../i18n/translator.js'
import type { BuildingState } from '../app/inventory.js'
import type { ReasonCode } from '../model/outcome.js'
import type { DeviceRow } from '../model/rows.js'
import { searchable } from './text.js'

/** Rows with the text that each is found by, lower-cased once. */
export interface SearchIndex<Row> {
  /** Rows that hold every word of the query, in their order; all of them for an empty query. */
  find(query: string): readonly Row[]
  /** Reads the texts of some more rows ahead of the first search; true when all are read. */
  prepare(count: number): boolean
}

export function indexOf<Row>(rows: readonly Row[], textOf: (row: Row) => string): SearchIndex<Row> {
  const texts: string[] = []
  const prepare = (count: number): boolean => {
    for (const row of rows.slice(texts.length, texts.length + count)) texts.push(searchable(textOf(row)))
    return texts.length === rows.length
  }
  return {
    prepare,
    find: (query) => {
      const words = searchable(query)
        .split(/\s+/)
        .filter((word) => word !== '')
      if (words.length === 0) return rows
      prepare(rows.length)
      return rows.filter((_, i) => words.every((word) => texts[i]?.includes(word) === true))
    },
  }
}

/** Everything of a device's line that a person may type, in the user's language. */
export function deviceText(row: DeviceRow, nameOf: (building: string) => string, m: Messages): string {
  const status = m.statuses[row.status as keyof typeof m.statuses] ?? row.status
  const reason = row.reasonCode === null ? '' : (m.shortReasons[row.reasonCode as ReasonCode] ?? row.reasonCode)
  const kind = m.words[`kind-${row.kind}` as keyof Messages['words']] ?? row.kind
  const building = row.building === null ? '' : `${row.building} ${nameOf(row.building)}`
  const { managementAddress, sysName, vendor, model, osVersion, serialNumber } = row
  const facts = [managementAddress, sysName, vendor, model, osVersion, serialNumber, kind, status, reason, building]
  return facts.filter((fact) => fact !== null && fact !== '').join('\n')
}

/** Everything of a building's line that a person may type. */
export function buildingText(row: BuildingState, m: Messages): string {
  const { building, name, municipality, schools, schoolNames, level, bottleneck } = row
  return [
    building,
    name,
    municipality ?? '',
    ...schools,
    ...schoolNames,
    m.gaps[`level-${level}`],
    bottleneck ?? '',
  ].join('\n')
}
