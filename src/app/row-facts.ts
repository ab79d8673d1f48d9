import type { BundleKind, BundleRow } from '../model/bundle.js'
import type { Holder } from '../model/fleet.js'
import type { NumberedRow, SchoolRow } from '../model/input-kind.js'
import type { Tx } from '../store/bulk.js'
import { boardsOfSchools, keysToldBy } from '../store/bundles.js'
import { IMPORTED, type ImportedTable } from '../store/imported.js'
import { factsOfRow, type ImportId, type RowFact } from './import-facts.js'
import { settledRows } from './link-ends.js'

/** A fact and the line that tells it. */
export interface NumberedFact {
  readonly line: number
  readonly fact: RowFact
  /** Who has the device that the row tells; absent when that is not to be kept. */
  readonly holder?: Holder | null | undefined
}

/** Tables of what a board owns and alone can tell; of the rest a bundle tells what nobody else does. */
export const OF_A_BOARD: ReadonlySet<ImportedTable> = new Set([
  'share',
  'network',
  'equipment',
  'spending',
  'fleet_device',
])

/** Where each table's rows of a bundle stand. */
export const BUNDLE_TABLES: Readonly<Partial<Record<ImportedTable, BundleKind>>> = {
  board: 'boards',
  building: 'buildings',
  school: 'schools',
  school_building: 'schools',
  share: 'shares',
  enrolment: 'enrolment',
  pop: 'pops',
  network: 'networks',
  wan_link: 'wan-links',
  equipment: 'equipment',
  spending: 'spending',
  fleet_device: 'fleet',
}

/** What is read, and who is told of a row that cannot be what it says. */
export interface FactReading {
  readonly kind: ImportId
  /** The reader's own board; '' for none. */
  readonly board: string
  /** Of a school that a bundle tells, and that is known to be another board's. */
  refuse(line: number, school: string, board: string): void
}

/** What the rows of a kind of file say, against what the database knows when the import begins. */
export async function factReader(
  tx: Tx,
  { kind, board, refuse }: FactReading,
): Promise<(rows: readonly NumberedRow<unknown>[]) => Promise<readonly NumberedFact[]>> {
  if (kind === 'bundle') return bundleFacts(tx, refuse)
  const settled = await settledRows(tx, kind)
  return async (rows) =>
    rows.flatMap(({ line, row, holder }) => {
      const told = settled(row)
      return told === null ? [] : factsOfRow(kind, told, board).map((fact) => ({ line, fact, holder }))
    })
}

/** The facts of a bundle: over what others say it wins in what is its board's own, and in what earlier bundles of it told. */
function bundleFacts(
  tx: Tx,
  refuse: FactReading['refuse'],
): (rows: readonly NumberedRow<unknown>[]) => Promise<readonly NumberedFact[]> {
  const own = new Map<ImportedTable, ReadonlySet<string>>()
  let boards: ReadonlyMap<string, string> | null = null
  return async (rows) => {
    const facts: NumberedFact[] = []
    for (const { line, row: told } of rows) {
      const { kind, row, board } = told as BundleRow
      if (kind === 'schools') {
        boards ??= await boardsOfSchools(tx)
        const { code } = (row as SchoolRow).school
        const known = boards.get(code)
        if (known !== undefined && known !== board) refuse(line, code, known)
      }
      for (const fact of factsOfRow(kind, row, board)) {
        const { table, cells } = fact
        const keys = own.get(table) ?? (await keysToldBy(tx, table, board))
        own.set(table, keys)
        const key = JSON.stringify(IMPORTED[table].key.map((column) => cells[column] ?? null))
        const { fill: _, ...rest } = fact
        facts.push({ line, fact: OF_A_BOARD.has(table) || keys.has(key) ? rest : { ...rest, fill: true } })
      }
    }
    return facts
  }
}
