import { sql, type RawBuilder } from '#kysely'
import { rangesOf } from '../lib/ranges.js'
import { chunks, insertRows, keyIn, rowsPerStatement, type Tx, type Value } from './bulk.js'
import {
  factChange,
  IMPORTED,
  IN_PLACE,
  type FactChange,
  type FactCounts,
  type ImportedFact,
  type ImportedTable,
} from './imported.js'
import { makeStage, settleStage, stageOf } from './stage.js'

/**
 * Tables where a file's lines for one school are all that there is of it, with the columns that say which school (of
 * spending, in one year and part). In a fleet, the rows that name no school are those of one more school, `''`.
 */
const OF_A_SCHOOL: Partial<Record<ImportedTable, readonly string[]>> = {
  school_building: ['school'],
  share: ['school'],
  equipment: ['school'],
  spending: ['school', 'school_year', 'part'],
  fleet_device: ['board', 'school'],
  establishment: ['code'],
}

type Cells = Readonly<Record<string, Value>>

/** Facts found again whose instant is moved by one statement. */
const IDS_PER_STATEMENT = 5000

/** What facts were whose value was replaced in place, of those that one file told and that had last been seen together. */
interface ReplacedInPlace {
  readonly lastSeen: string
  readonly source: number
  readonly ids: number[]
  readonly lines: number[]
  readonly cells: (readonly Value[])[]
}

/**
 * Writes the facts of one file into one table, by intervals: a new key opens a row, the same content only moves
 * `last_seen`, another content closes the row and opens one. Keys must not repeat within the file.
 */
export class ImportedWriter {
  readonly counts: FactCounts = { added: 0, changed: 0, removed: 0, unchanged: 0 }
  /** Of the unchanged, those whose column that is kept in place (IN_PLACE) has a new value. */
  refreshed = 0
  /** Keys, but for the school, of the things that are new in theirs and may come from another. */
  readonly #movers: (readonly Value[])[] = []
  readonly #tx: Tx
  readonly #table: ImportedTable
  readonly #source: number
  readonly #at: string
  /** When the facts that are found again had been seen last → which they are. */
  readonly #found = new Map<string, number[]>()
  readonly #replaced = new Map<string, ReplacedInPlace>()
  readonly #watch: ((change: FactChange) => void) | null
  /** Whether the facts wait beside a table that had none; null before the first. */
  #staged: boolean | null = null

  /** @param watch is told each change; null when nobody asks. */
  constructor(
    tx: Tx,
    table: ImportedTable,
    source: number,
    at: string,
    watch: ((change: FactChange) => void) | null = null,
  ) {
    this.#watch = watch
    this.#tx = tx
    this.#table = table
    this.#source = source
    this.#at = at
  }

  async write(facts: readonly ImportedFact[]): Promise<void> {
    if (facts.length === 0) return
    if (this.#staged === null) {
      this.#staged = await this.#isEmpty()
      if (this.#staged) await makeStage(this.#tx, this.#table, [...this.#columns, 'source_line'])
    }
    if (this.#staged) {
      this.counts.added += facts.length
      if (this.#watch !== null) for (const { cells, line } of facts) this.#tell(null, cells, line)
      await this.#insert(facts)
      return
    }
    const { key } = IMPORTED[this.#table]
    for (const part of chunks(facts, Math.floor(rowsPerStatement(key.length)))) await this.#merge(part)
  }

  /**
   * Writes what waits until the file is read: the facts of a table that had none, and when those that were found again
   * were seen.
   */
  async settle(): Promise<void> {
    const found = [...this.#found.values()].flat().sort((a, b) => a - b)
    for (const ids of chunks(found, IDS_PER_STATEMENT)) await this.#set('last_seen', ids)
    if (this.#staged !== true) return
    await settleStage(this.#tx, this.#table, {
      columns: [...this.#columns, 'source_line'],
      // Of a fleet, the first of two rows that are the same device is the one that the file tells first.
      order: this.#table === 'fleet_device' ? ['source_line'] : IMPORTED[this.#table].key,
      ...{ source: this.#source, at: this.#at },
    })
    this.#staged = null
  }

  /**
   * Ends the facts that a whole file leaves out: it says all there is to say of each school that it names, where a
   * school has several (its buildings, its shares, its equipment, its fleet). Of schools that it does not name, it says
   * nothing, but that a device which it tells in another school has left them.
   */
  async removeUnnamed(): Promise<void> {
    const school = OF_A_SCHOOL[this.#table]
    if (school === undefined) return
    const columns = sql.join(school.map((column) => sql.ref(column)))
    const named = sql`select ${columns} from ${sql.table(this.#table)} where until is null and last_seen = ${this.#at}`
    await this.#withdraw(sql`(${columns}) in (${named})`)
    const identity = IMPORTED[this.#table].key.filter((column) => column !== 'school')
    for (const keys of chunks(this.#movers, rowsPerStatement(identity.length)))
      await this.#withdraw(keyIn(identity, keys))
  }

  /** Ends the facts that earlier bundles of a board told, and that this one, which is whole, does not. */
  async removeUntoldBy(board: string): Promise<void> {
    await this.#withdraw(sql`source_id in (select id from source where board = ${board})`)
  }

  /**
   * Notes what the facts that were found again were before, so that the import can be undone. Of values replaced in
   * place, a table keeps those of its last import alone.
   */
  async keepBefore(): Promise<void> {
    if (this.#replaced.size > 0)
      await sql`delete from import_before where fact_table = ${this.#table} and in_place is not null`.execute(this.#tx)
    const found = [...this.#found].map(([lastSeen, ids]) => {
      return [rangesOf(ids.sort((a, b) => a - b)), lastSeen, null, null, null]
    })
    const replaced = [...this.#replaced.values()].map(({ lastSeen, source, ids, lines, cells }) => {
      return [rangesOf(ids), lastSeen, JSON.stringify(cells), source, rangesOf(lines)]
    })
    await insertRows(
      this.#tx,
      'import_before',
      ['source_id', 'fact_table', 'fact_ids', 'last_seen', 'in_place', 'fact_source_id', 'fact_lines'],
      [...found, ...replaced].map((row) => [this.#source, this.#table, ...row]),
    )
  }

  #tell(
    before: Readonly<Record<string, Value>> | null,
    after: ImportedFact['cells'] | null,
    line: number | null,
  ): void {
    this.#watch?.(factChange(this.#table, before, after, line))
  }

  /** Ends the facts that this file does not tell, where a condition holds. */
  async #withdraw(where: RawBuilder<unknown>): Promise<void> {
    const which = sql`until is null and last_seen < ${this.#at} and ${where}`
    if (this.#watch !== null) {
      const { rows } = await sql<Record<string, Value>>`
        select * from ${sql.table(this.#table)} where ${which} order by id`.execute(this.#tx)
      for (const row of rows) this.#tell(row, null, null)
    }
    const { numAffectedRows } = await sql`
      update ${sql.table(this.#table)} set until = ${this.#at} where ${which}`.execute(this.#tx)
    this.counts.removed += Number(numAffectedRows ?? 0)
  }

  async #isEmpty(): Promise<boolean> {
    const { rows } = await sql`select 1 from ${sql.table(this.#table)} where until is null limit 1`.execute(this.#tx)
    return rows.length === 0
  }

  get #columns(): readonly string[] {
    return [...IMPORTED[this.#table].key, ...IMPORTED[this.#table].content, ...(IN_PLACE[this.#table] ?? [])]
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
    const closed: Value[] = []
    const opened: ImportedFact[] = []
    const refreshed: (readonly [before: Readonly<Record<string, Value>>, fact: ImportedFact])[] = []
    const inPlace = IN_PLACE[this.#table] ?? []
    for (const fact of facts) {
      const before = current.get(cellsOf(fact.cells, key))
      if (before === undefined) {
        this.counts.added++
        this.#tell(null, fact.cells, fact.line)
        if (fact.moves === true) this.#movers.push(this.#identityOf(fact))
      } else if (fact.fill === true || saysAsMuch(before, fact.cells, content)) {
        this.counts.unchanged++
        if (saysAsMuch(before, fact.cells, inPlace)) this.#foundAgain(before)
        else refreshed.push([before, fact])
        continue
      } else {
        this.counts.changed++
        this.#tell(before, fact.cells, fact.line)
        closed.push(before['id'] ?? null)
      }
      opened.push(before === undefined ? fact : { ...fact, cells: { ...untold(before, content), ...fact.cells } })
    }
    if (refreshed.length > 0) await this.#refresh(refreshed, inPlace)
    if (closed.length > 0) await this.#set('until', closed)
    await this.#insert(opened)
  }

  async #set(column: 'last_seen' | 'until', ids: readonly Value[]): Promise<void> {
    await sql`update ${sql.table(this.#table)} set ${sql.ref(column)} = ${this.#at}
      where ${keyIn(
        ['id'],
        ids.map((id) => [id]),
      )}`.execute(this.#tx)
  }

  #foundAgain(row: Readonly<Record<string, Value>>): void {
    const lastSeen = String(row['last_seen'])
    const ids = this.#found.get(lastSeen)
    if (ids === undefined) this.#found.set(lastSeen, [Number(row['id'])])
    else ids.push(Number(row['id']))
  }

  #replacedInPlace(row: Readonly<Record<string, Value>>, columns: readonly string[]): void {
    const [lastSeen, source] = [String(row['last_seen']), Number(row['source_id'])]
    const key = `${source} ${lastSeen}`
    const kept = this.#replaced.get(key) ?? { lastSeen, source, ids: [], lines: [], cells: [] }
    this.#replaced.set(key, kept)
    kept.ids.push(Number(row['id']))
    kept.lines.push(Number(row['source_line']))
    kept.cells.push(columns.map((column) => row[column] ?? null))
  }

  #identityOf({ cells }: ImportedFact): readonly Value[] {
    const { key } = IMPORTED[this.#table]
    return key.filter((column) => column !== 'school').map((column) => cells[column] ?? null)
  }

  /** Puts new values in place of the old ones, with the file and line that say them. */
  async #refresh(
    rows: readonly (readonly [before: Readonly<Record<string, Value>>, fact: ImportedFact])[],
    columns: readonly string[],
  ): Promise<void> {
    this.refreshed += rows.length
    for (const [before] of rows) this.#replacedInPlace(before, columns)
    for (const part of chunks(rows, rowsPerStatement(2 + columns.length))) {
      const values = part.map(([before, { line, cells }]) => {
        const texts = columns.map((column) => sql`, cast(${cells[column] ?? null} as text)`)
        return sql`(cast(${before['id'] ?? null} as bigint), cast(${line} as bigint)${sql.join(texts, sql``)})`
      })
      const set = columns.map((column, i) => sql`, ${sql.ref(column)} = told.${sql.ref(`column${i + 3}`)}`)
      await sql`update ${sql.table(this.#table)}
        set last_seen = ${this.#at}, source_id = ${this.#source}, source_line = told.column2${sql.join(set, sql``)}
        from (values ${sql.join(values)}) as told where id = told.column1`.execute(this.#tx)
    }
  }

  async #insert(facts: readonly ImportedFact[]): Promise<void> {
    const columns = this.#columns
    await insertRows(
      this.#tx,
      this.#staged === true ? stageOf(this.#table) : this.#table,
      [...columns, 'source_line'],
      facts.map(({ line, cells }) => [...columns.map((column) => cells[column] ?? null), line]),
      this.#staged === true ? {} : { shared: { source_id: this.#source, since: this.#at, last_seen: this.#at } },
    )
  }
}

/** Whether all that a fact tells is what is known. */
function saysAsMuch(known: Cells, told: Cells, content: readonly string[]): boolean {
  return content.every((column) => !(column in told) || (known[column] ?? null) === (told[column] ?? null))
}

/** The content of what is known: what a fact that does not tell it leaves as it is. */
function untold(known: Cells, content: readonly string[]): Cells {
  return Object.fromEntries(content.map((column) => [column, known[column] ?? null]))
}
