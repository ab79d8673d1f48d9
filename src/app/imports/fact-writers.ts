import type { Tx } from '../../store/bulk.js'
import type { ToldHolder } from '../../store/holders.js'
import {
  IMPORTED,
  type FactChange,
  type FactCounts,
  type ImportedFact,
  type ImportedTable,
} from '../../store/imported.js'
import { ImportedWriter } from '../../store/imported-writer.js'
import type { RowFact } from '../import-facts.js'
import { BUNDLE_TABLES, OF_A_BOARD, type NumberedFact } from '../row-facts.js'

/** One writer for each table that the file's rows speak of. */
export class FactWriters {
  readonly #tx: Tx
  readonly #source: number
  readonly #at: string
  readonly #watch: ((change: FactChange) => void) | null
  readonly #writers = new Map<ImportedTable, ImportedWriter>()
  readonly #seen = new Set<string>()
  readonly #occurrences = new Map<string, number>()
  readonly #holders: ToldHolder[] = []

  constructor(tx: Tx, source: number, at: string, watch: ((change: FactChange) => void) | null) {
    this.#watch = watch
    this.#tx = tx
    this.#source = source
    this.#at = at
  }

  get tables(): readonly ImportedTable[] {
    return [...this.#writers.keys()]
  }

  get refreshed(): number {
    return [...this.#writers.values()].reduce((total, { refreshed }) => total + refreshed, 0)
  }

  counts(): FactCounts {
    const all = [...this.#writers.values()].map(({ counts }) => counts)
    const sum = (name: keyof FactCounts): number => all.reduce((total, counts) => total + counts[name], 0)
    return { added: sum('added'), changed: sum('changed'), removed: sum('removed'), unchanged: sum('unchanged') }
  }

  /** Who has the devices written since the last time that this was asked. */
  takeHolders(): readonly ToldHolder[] {
    return this.#holders.splice(0)
  }

  async write(facts: readonly NumberedFact[]): Promise<void> {
    const byTable = new Map<ImportedTable, ImportedFact[]>()
    for (const { line, fact, holder } of facts) {
      if (this.#isRepeated(fact)) continue
      const list = byTable.get(fact.table) ?? []
      if (list.length === 0) byTable.set(fact.table, list)
      const cells = this.#numbered(fact)
      if (holder !== undefined) this.#holders.push({ line, cells, holder })
      list.push({ line, cells, fill: fact.fill === true, moves: fact.moves === true })
    }
    for (const [table, list] of byTable) {
      await this.#writerOf(table).write(list)
    }
  }

  /** Puts what was written where it is looked for: to be called once the file is read. */
  async settle(): Promise<void> {
    for (const writer of this.#writers.values()) await writer.settle()
  }

  #writerOf(table: ImportedTable): ImportedWriter {
    const writer = this.#writers.get(table) ?? new ImportedWriter(this.#tx, table, this.#source, this.#at, this.#watch)
    this.#writers.set(table, writer)
    return writer
  }

  /**
   * Ends what the file, which is whole, no longer says of the schools that it names; and what earlier bundles of the
   * board said, when it is one. A bundle is whole in what its board owns alone.
   */
  async removeUnnamed(bundleOf: string | null): Promise<void> {
    if (bundleOf !== null)
      for (const table of Object.keys(BUNDLE_TABLES) as ImportedTable[])
        await this.#writerOf(table).removeUntoldBy(bundleOf)
    for (const [table, writer] of this.#writers)
      if (bundleOf === null || OF_A_BOARD.has(table)) await writer.removeUnnamed()
  }

  /** Notes what was written over, so that the import can be undone. */
  async keepBefore(): Promise<void> {
    for (const writer of this.#writers.values()) await writer.keepBefore()
  }

  /** Rows of a fleet that are alike in all their key are numbered: each is kept. */
  #numbered({ table, cells }: RowFact): RowFact['cells'] {
    if (table !== 'fleet_device') return cells
    const key = JSON.stringify(IMPORTED.fleet_device.key.map((column) => cells[column] ?? null))
    const occurrence = (this.#occurrences.get(key) ?? 0) + 1
    this.#occurrences.set(key, occurrence)
    return { ...cells, occurrence }
  }

  /** Boards, schools and buildings are told by many rows of a file, and have one key: their code. */
  #isRepeated({ table, cells }: RowFact): boolean {
    if (table !== 'board' && table !== 'school' && table !== 'building') return false
    const key = `${table} ${cells['code']}`
    if (this.#seen.has(key)) return true
    this.#seen.add(key)
    return false
  }
}
