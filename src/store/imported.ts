import type { Value } from './bulk.js'

/** The tables of imported facts: which columns make a row's key, and which are its content. */
export const IMPORTED = {
  board: { key: ['code'], content: ['name', 'language', 'municipality'] },
  school: { key: ['code'], content: ['name', 'board'] },
  building: { key: ['code'], content: ['name', 'lon', 'lat', 'municipality', 'mrc', 'region', 'area_m2'] },
  school_building: {
    key: ['school', 'building'],
    content: ['preschool', 'primary_level', 'secondary', 'vocational', 'adult'],
  },
  share: { key: ['school', 'building'], content: ['share'] },
  enrolment: { key: ['school', 'school_year', 'sector'], content: ['pupils'] },
  pop: { key: ['pop'], content: ['name', 'network', 'kind', 'lon', 'lat'] },
  wan_link: {
    key: ['link'],
    content: [
      'name',
      'provider',
      'network',
      'a',
      'b',
      'medium',
      'capacity_down_bps',
      'capacity_up_bps',
      'status',
      'role',
      'monthly_cost_cents',
      'contract_end',
      'burst_down_bps',
      'burst_up_bps',
      'source',
      'route',
    ],
  },
  network: { key: ['board', 'cidr'], content: ['building', 'role'] },
  equipment: {
    key: ['school', 'category', 'item', 'units_each', 'acquired_on', 'condition'],
    content: ['quantity', 'cost_cents'],
  },
  fleet_device: {
    key: ['board', 'school', 'serial', 'mac', 'asset_tag', 'name', 'occurrence'],
    content: ['model', 'os', 'os_version', 'status'],
  },
  territory: { key: ['board'], content: ['name', 'language', 'geometry'] },
  establishment: { key: ['code', 'building'], content: ['name', 'sector', 'type'] },
  deprivation: {
    key: ['school', 'school_year', 'level'],
    content: ['imse', 'imse_decile', 'sfr', 'sfr_decile', 'pupils'],
  },
  spending: {
    key: ['school', 'school_year', 'part', 'category', 'amount_cents', 'date', 'reference'],
    content: [],
  },
  catalogue_item: { key: ['category', 'item'], content: ['units_each', 'price_cents'] },
} as const satisfies Record<string, { readonly key: readonly string[]; readonly content: readonly string[] }>

export type ImportedTable = keyof typeof IMPORTED

/**
 * Columns of text that differ each night for most rows, so that an interval for each value would grow the database for
 * nothing: the new value takes the place of the old one, with its file and line.
 */
export const IN_PLACE: Partial<Record<ImportedTable, readonly string[]>> = { fleet_device: ['last_contact'] }

/**
 * One fact of a file: the line it stands on, and its cells by column name. Content that is not among them is not told:
 * what another file says of it stays.
 */
export interface ImportedFact {
  readonly line: number
  readonly cells: Readonly<Record<string, Value>>
  /** True for what is taken only when the key is not known yet: it never replaces what another file says. */
  readonly fill?: boolean
  /** True for a thing that stays the same when its school changes: it leaves the school where it was. */
  readonly moves?: boolean
}

/** What a file does to one fact: `before` and `after` hold its content, null where there is none. */
export interface FactChange {
  readonly what: 'added' | 'changed' | 'removed'
  readonly table: ImportedTable
  /** The cells of its key. */
  readonly key: readonly Value[]
  readonly before: Readonly<Record<string, Value>> | null
  readonly after: Readonly<Record<string, Value>> | null
  /** In the file that says `after`; null when none does. */
  readonly line: number | null
}

/** A change of a fact, of two rows of its table. @throws when both are null. */
export function factChange(
  table: ImportedTable,
  before: Readonly<Record<string, Value>> | null,
  after: Readonly<Record<string, Value>> | null,
  line: number | null,
): FactChange {
  const { key, content } = IMPORTED[table]
  const cells = (row: Readonly<Record<string, Value>>, columns: readonly string[]): Record<string, Value> =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
  const told = after ?? before
  if (told === null) throw new Error(`a fact of ${table} neither was nor is`)
  return {
    what: before === null ? 'added' : after === null ? 'removed' : 'changed',
    table,
    key: Object.values(cells(told, key)),
    before: before && cells(before, content),
    after: after && cells(after, content),
    line,
  }
}

/** How many facts a file brought, by what became of them. */
export interface FactCounts {
  added: number
  changed: number
  /** Facts of a school that the file names, which it no longer tells. */
  removed: number
  unchanged: number
}
