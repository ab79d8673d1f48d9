import type { Holder } from './fleet.js'
import type { Board, Building, School, SchoolBuilding } from './organisation.js'
import type { Pop, WanLinkFacts } from './wan-link.js'

/** A canonical column of a kind of file. */
export interface InputColumn<Name extends string = string> {
  /** Canonical header, snake_case. */
  readonly name: Name
  /** Other headers that mean the same: the ministry's own, French and English. Compared folded (case, accents, punctuation). */
  readonly synonyms: readonly string[]
  readonly required: boolean
  /** True when several headers of one file may mean it (a Wi-Fi and an Ethernet MAC): their cells are joined by a space. */
  readonly several?: true
  /**
   * True when a file may have several headers for it (`Last check-in`, `Last inventory update`): the one that comes first
   * among the synonyms is taken, the others are left aside.
   */
  readonly prefersFirst?: true
  /** Synonyms of this column that name a person beside some headers (`nom` beside `prénom`). */
  readonly ofPeople?: { readonly synonyms: readonly string[]; readonly beside: readonly string[] }
}

/** A geometry that was read already: a GeoJSON's, in WGS 84, without heights. */
export interface ReadGeometry {
  /** The cell that it is, as JSON.stringify writes it. */
  readonly text: string
  /** Not checked but for its positions, which are degrees. */
  readonly geometry: unknown
}

/** What a user says a column of a file is. */
export interface ColumnMapping {
  /** The file's own header. */
  readonly column: string
  /** A canonical column; `-` leaves the file's column aside. */
  readonly field: string
  /** True for what was saved for any file: one that has no such column is no fault. */
  readonly optional?: true
}

/** One record's cells by canonical column name: raw text, trimmed; an absent column or an empty cell is ''. */
export type Cells<Name extends string = string> = Readonly<Record<Name, string>>

/** What is wrong with one cell (or, with a null column, the whole record). `message` is already in the user's language. */
export interface CellProblem {
  /** Canonical name; the reader shows the file's own header. */
  readonly column: string | null
  readonly message: string
}

/** Something that several rows of a file describe (a building in the schools file): all of them must say the same. */
export interface InputSubject<Row> {
  keyOf(row: Row): string
  readonly facts: readonly {
    /** Canonical name of the column that tells it. */
    readonly column: string
    valueOf(row: Row): string | number | null
  }[]
}

/**
 * A kind of file that can be imported: one file each in src/ingest/, found by folder.
 *
 * `parse` turns one record into a row, or reports at least one problem and returns null. It sees one record alone, and
 * must not keep `cells`, which the reader fills again. `geometry` spares it to read that cell again. What needs other rows of the file is told by `keyOf` and
 * `subjects`; what needs more (orphans, history) is checked where rows meet the database.
 */
export interface InputKind<Row, Texts, Name extends string = string> {
  readonly id: string
  readonly columns: readonly InputColumn<Name>[]
  /** The whole headers of published files, in their order: names that no column has carry nothing used here. */
  readonly published?: readonly (readonly string[])[]
  /** Other headers that carry nothing used here: known, so not listed as unknown. */
  readonly unused?: readonly string[]
  /**
   * Headers of columns that name people, by what they tell of them: never read, and said to be left at the door, unless
   * the import is asked to keep them; `never` is not kept even then.
   */
  readonly personal?: PersonalHeaders
  /** A cell that the file's name tells (without its folder) when no column does; '' when neither does. */
  readonly fromName?: { readonly column: Name; valueOf(name: string): string }
  /** Programs and files whose headers among the synonyms were never compared with a real export of theirs. */
  readonly unverified?: readonly string[]
  /** What of a JSON package of the Open Fibre Data Standard may be its rows. */
  readonly ofds?: 'nodes' | 'spans'
  /**
   * What tells its files from those of another kind that has the same headers: the words of its file's name, and those of
   * a column, both folded.
   */
  readonly signs?: { readonly name: RegExp; readonly column?: Name; readonly words?: RegExp }
  /** Columns of which a file must have at least one. */
  readonly needsOneOf?: readonly Name[]
  parse(
    cells: Cells<Name>,
    report: (problem: CellProblem) => void,
    texts: Texts,
    geometry?: ReadGeometry | null,
  ): Row | null
  /** What no two rows of a file may have in common, as one text. */
  keyOf(row: Row): string
  /** True when rows with one key are all kept: a repeat is then something to tell, not a fault of the file. */
  readonly keepsRepeats?: true
  /** The columns that `keyOf` is made of: what a message names. */
  readonly keyColumns: readonly Name[]
  readonly subjects?: readonly InputSubject<Row>[]
}

/** A row with its line in the file: the first one, when quoted newlines spread it over several. */
export interface NumberedRow<Row> {
  readonly line: number
  readonly row: Row
  /** Who the line names; absent unless it was asked for. Null when it names nobody. */
  readonly holder?: Holder | null
}

export type PersonalHeaders = Readonly<Record<keyof Holder | 'never', readonly string[]>>

/** One line of the schools file: a school in a building. The orders of the school are those of all its pairs together. */
export interface SchoolRow {
  readonly school: Omit<School, 'orders'>
  readonly building: Building
  /** Its `share` is always null here. */
  readonly pair: SchoolBuilding
  /** Null when the file does not name the board. */
  readonly boardName: string | null
  readonly boardLanguage: Board['language']
}

/** The part of a school's pupils who are in one of its buildings, 0 to 1. */
export interface ShareRow {
  readonly school: string
  readonly building: string
  readonly share: number
}

/** A board's territory. */
export interface TerritoryRow {
  readonly board: string
  readonly name: string
  readonly language: Board['language']
  /** GeoJSON Polygon or MultiPolygon, WGS 84. */
  readonly geometry: string
}

/** A point of presence as a file tells it. */
export interface PopRow extends Pop {
  /** True for a node of an Open Fibre Data Standard network: another file may tell the same place by another name. */
  readonly isNode?: true
}

/** A WAN link as a file tells it: an end may be a place, which whoever knows the buildings and the POPs names. */
export interface WanLinkRow extends WanLinkFacts {
  /** Building code; '' or any other id when `aAt` is to tell it. */
  readonly a: string
  /** Building code or POP id; '' or any other id when `bAt` is to tell it. */
  readonly b: string
  readonly aAt: readonly [lon: number, lat: number] | null
  readonly bAt: readonly [lon: number, lat: number] | null
}
