import type { Value } from './value.js'

/** A table of a MIB: the columns that are read, by the MIB's own names. */
export interface Table<Column extends string> {
  /** `MIB::entry`, as the MIB names it. */
  readonly name: string
  readonly entry: string
  readonly columns: Readonly<Record<Column, string>>
}

/** Rows by index (dotted, as in the OID), each with the columns that the agent has. */
export type Rows<Column extends string> = ReadonlyMap<string, Readonly<Partial<Record<Column, Value>>>>

/**
 * Declares a table: `MIB::entry`, its OID, and each column's own sub-identifier.
 *
 * `defineTable('IF-MIB::ifEntry', '1.3.6.1.2.1.2.2.1', { ifDescr: 2 })` reads IF-MIB::ifDescr.
 */
export function defineTable<Column extends string>(
  name: string,
  entry: string,
  columns: Readonly<Record<Column, number>>,
): Table<Column> {
  const oids = Object.entries<number>(columns).map(([column, id]) => [column, `${entry}.${id}`])
  return { name, entry, columns: Object.fromEntries(oids) as Record<Column, string> }
}

/** Scalars of a MIB: each object's name and its instance OID. */
export type Scalars<Name extends string> = Readonly<Record<Name, string>>

/** Declares scalars below a group: `defineScalars('SNMPv2-MIB::system', '1.3.6.1.2.1.1', { sysDescr: 1 })`. */
export function defineScalars<Name extends string>(
  _group: string,
  oid: string,
  objects: Readonly<Record<Name, number>>,
): Scalars<Name> {
  const oids = Object.entries<number>(objects).map(([name, id]) => [name, `${oid}.${id}.0`])
  return Object.fromEntries(oids) as Record<Name, string>
}
