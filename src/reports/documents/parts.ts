import type { Messages } from '../../i18n/translator.js'
import { groupedBy, sum } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { EquipmentRules } from '../../model/equipment.js'
import type { ReportChart, ReportDocument, ReportSheet } from '../../model/report-document.js'

/** A file that a report was computed from. */
export interface InputFile {
  /** What it holds, as `import` names it; `rules` for the rule file. */
  readonly kind: string
  readonly file: string
  readonly sha256: string
}

/** What every report of equipment is told with. */
export interface Basis {
  readonly files: readonly InputFile[]
  /** Names by code. */
  readonly boards: ReadonlyMap<string, string>
  /** Every school that is known, by code. */
  readonly schools: ReadonlyMap<string, { readonly name: string; readonly board: string }>
  /** The board that the report keeps to; null for all of them. */
  readonly only: string | null
}

/** The same, of a report that one rule makes. */
export interface RuledBasis extends Basis {
  readonly rules: EquipmentRules
}

interface ProblemRow {
  readonly board: string | null
  readonly school: string | null
  readonly name: string | null
  readonly problem: Problem['kind']
  readonly message: string
}

/** A sheet among those of a document, whose rows are of different kinds. */
export function sheetOf<Row extends object>(sheet: ReportSheet<Row>): ReportDocument['sheets'][number] {
  return sheet as unknown as ReportDocument['sheets'][number]
}

/** What is wrong, or worth knowing, of a school; null for what concerns none, or all. */
export interface Problem {
  readonly school: string | null
  readonly kind: 'out' | 'partial' | 'note'
  readonly message: string
}

/** Those of the board that the report keeps to, and those that concern no school. */
export function problemsSheet(
  problems: readonly Problem[],
  basis: Basis,
  m: Messages,
): ReportDocument['sheets'][number] {
  // What two envelopes lack alike is told once.
  const rows = [...new Map(problems.map((problem) => [`${problem.school} ${problem.message}`, problem])).values()]
    .map(({ school, kind, message }): ProblemRow => {
      const { board = null, name = null } = basis.schools.get(school ?? '') ?? {}
      return { board, school, name, problem: kind, message }
    })
    .filter(({ board, school }) => basis.only === null || school === null || board === basis.only)
  return sheetOf<ProblemRow>({
    id: 'problems',
    title: m.report.problems,
    columns: [
      { key: 'board', kind: 'code', inTable: true },
      { key: 'school', kind: 'code', inTable: true },
      { key: 'name', kind: 'text', inTable: true },
      { key: 'problem', kind: 'word', inTable: true },
      { key: 'message', kind: 'text', inTable: true, below: true, header: m.report.told },
    ],
    rows,
    totals: [],
  })
}

export function boardName({ boards }: Basis, code: string): string {
  return boards.get(code) ?? code
}

/** A title, and whose the report is when it keeps to one board. */
export function titled(title: string, basis: Basis): string {
  return basis.only === null ? title : `${title} – ${boardName(basis, basis.only)}`
}

/** What a rule is called where it is told first. */
export function ruleNote({ rules }: RuledBasis, m: Messages): string {
  return m.report.rule(rules.id, rules.version, rules.source)
}

/** Bars that a page has room for. */
const MOST_BARS = 20

interface Bar {
  readonly board: string
  readonly label: string
  readonly value: number
  readonly of: number | null
}

/**
 * A chart a board, by code; its bars in the order given, or the largest first. Where there are more than twenty, the title
 * says so.
 */
export function chartsByBoard(
  bars: readonly Bar[],
  how: { readonly title: string; readonly kind: ReportChart['kind']; readonly largestFirst: boolean },
  basis: Basis,
  m: Messages,
): ReportChart[] {
  return [...groupedBy(bars, ({ board }) => board)]
    .sort(([a], [b]) => byCode(a, b))
    .map(([board, own]) => {
      const ordered = how.largestFirst ? own.toSorted((a, b) => b.value - a.value || byCode(a.label, b.label)) : own
      const kept = ordered.slice(0, MOST_BARS)
      const some =
        kept.length < own.length
          ? ` (${m.report.largest(m.format.number(kept.length), m.format.number(own.length))})`
          : ''
      return {
        title: `${boardName(basis, board)} – ${how.title}${some}`,
        kind: how.kind,
        bars: kept.map(({ label, value, of }) => ({ label, value, of })),
      }
    })
}

/** The values that are known, added up; null when none is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : sum(known)
}
