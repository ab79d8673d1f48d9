import { sql } from '#kysely'
import { chunks, insertRows, keyIn, rowsPerStatement, type Tx, type Value } from './bulk.js'

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
    ],
  },
  network: { key: ['board', 'cidr'], content: ['building', 'role'] },
  equipment: {
    key: ['school', 'category', 'item', 'units_each', 'acquired_on', 'condition'],
    content: ['quantity', 'cost_cents'],
  },
} as const satisfies Record<string, { readonly key: readonly string[]; readonly content: readonly string[] }>

export type ImportedTable = keyof typeof IMPORTED

/** Tables where a file's lines for one school are all that there is of it. */
const OF_A_SCHOOL: readonly ImportedTable[] = ['school_building', 'share', 'equipment']

/** One fact of a file: the line it stands on, and its cells by column name. */
export interface ImportedFact {
  readonly line: number
  readonly cells: Readonly<Record<string, Value>>
  /** True for what is taken only when the key is not known yet: it never replaces what another file says. */
  readonly fill?: boolean
}

/** How many facts a file brought, by what became of them. */
export interface FactCounts {
  added: number
  changed: number
  /** Facts of a school that the file names, which it no longer tells. */
  removed: number
  unchanged: number
}

/**
 * Writes the facts of one file into one table, by intervals: a new key opens a row, the same content only moves
 * `last_seen`, another content closes the row and opens one. Keys must not repeat within the file.
 */
export class ImportedWriter {
  readonly counts: FactCounts = { added: 0, changed: 0, removed: 0, unchanged: 0 }
  readonly #tx: Tx
  readonly #table: ImportedTable
  readonly #source: number
  readonly #at: string
  #empty: boolean | null = null

  constructor(tx: Tx, table: ImportedTable, source: number, at: string) {
    this.#tx = tx
    this.#table = table
    this.#source = source
    this.#at = at
  }

  async write(facts: readonly ImportedFact[]): Promise<void> {
    if (facts.length === 0) return
    this.#empty ??= await this.#isEmpty()
    if (this.#empty) {
      this.counts.added += facts.length
      await this.#insert(facts)
      return
    }
    const { key } = IMPORTED[this.#table]
    for (const part of chunks(facts, Math.floor(rowsPerStatement(key.length)))) await this.#merge(part)
  }

  /**
   * Ends the facts that a whole file leaves out: it says all there is to say of each school that it names, where a
   * school has several (its buildings, its shares, its equipment). Of schools that it does not name, it says nothing.
   */
  async removeUnnamed(): Promise<void> {
    if (!OF_A_SCHOOL.includes(this.#table)) return
    const named = sql`select school from ${sql.table(this.#table)} where until is null and last_seen = ${this.#at}`
    const { numAffectedRows } = await sql`update ${sql.table(this.#table)} set until = ${this.#at}
      where until is null and last_seen < ${this.#at} and school in (${named})`.execute(this.#tx)
    this.counts.removed += Number(numAffectedRows ?? 0)
  }

  async #isEmpty(): Promise<boolean> {
    const { rows } = await sql`select 1 from ${sql.table(this.#table)} where until is null limit 1`.execute(this.#tx)
    return rows.length === 0
  }

  async #merge(facts: readonly ImportedFact[]): Promise<void> {
    const { key, content } = IMPORTED[this.#table]
    const cellsOf = (row: Readonly<Record<string, unknown>>, columns: readonly string[]): string =>
      JSON.stringify(columns.map((column) => row[column] ?? null))
    const { rows } = await sql<Record<string, Value>>`
      select * from ${sql.table(this.#table)}
      where until is null and ${keyIn(
        key,
        facts.map(({ cells }) => key.map((column) => cells[column] ?? null)),
      )}`.execute(this.#tx)
    const current = new Map(rows.map((row) => [cellsOf(row, key), row]))
    const seen: Value[] = []
    const closed: Value[] = []
    const opened: ImportedFact[] = []
    for (const fact of facts) {
      const before = current.get(cellsOf(fact.cells, key))
      if (before === undefined) this.counts.added++
      else if (fact.fill === true || cellsOf(before, content) === cellsOf(fact.cells, content)) {
        this.counts.unchanged++
        seen.push(before['id'] ?? null)
        continue
      } else {
        this.counts.changed++
        closed.push(before['id'] ?? null)
      }
      opened.push(fact)
    }
    if (seen.length > 0) await this.#set('last_seen', seen)
    if (closed.length > 0) await this.#set('until', closed)
    await this.#insert(opened)
  }

  async #set(column: 'last_seen' | 'until', ids: readonly Value[]): Promise<void> {
    await sql`update ${sql.table(this.#table)} set ${sql.ref(column)} = ${this.#at} where id in (${sql.join(ids)})`.execute(
      this.#tx,
    )
  }

  async #insert(facts: readonly ImportedFact[]): Promise<void> {
    const columns = [...IMPORTED[this.#table].key, ...IMPORTED[this.#table].content]
    await insertRows(
      this.#tx,
      this.#table,
      [...columns, 'source_id', 'source_line', 'since', 'last_seen'],
      facts.map(({ line, cells }) => [
        ...columns.map((column) => cells[column] ?? null),
        this.#source,
        line,
        this.#at,
        this.#at,
      ]),
    )
  }
}
