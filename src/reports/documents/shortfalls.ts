import type { Messages } from '../../i18n/translator.js'
import { byCode } from '../../lib/text.js'
import type { Shortfall } from '../../model/records.js'
import type { ReportDocument } from '../../model/report-document.js'
import type { ReportColumn } from '../../model/report.js'
import type { ShortfallTotal } from '../../model/shortfall-totals.js'
import { schoolYearAfter } from '../../model/school-year.js'
import {
  boardName,
  chartsByBoard,
  problemsSheet,
  ruleNote,
  sheetOf,
  sumKnown,
  titled,
  type RuledBasis,
  type Problem,
} from './parts.js'
import { rulesSheet } from './rules-sheet.js'

/** What one category comes to in one year, all schools together. */
export type ShortfallTrend = Omit<ShortfallTotal, 'by' | 'code' | 'name' | 'board'>

export interface ShortfallsInput extends RuledBasis {
  readonly schoolYear: string
  /** Of the year, all boards. */
  readonly rows: readonly Shortfall[]
  /** The same by board. */
  readonly totals: readonly ShortfallTotal[]
  /** Of the schools that the report is about, by year and then category. */
  readonly trend: readonly ShortfallTrend[]
  readonly problems: readonly Problem[]
}

type Figures = Omit<Shortfall, 'school' | 'name' | 'board' | 'because' | 'category' | 'schoolYear'>

const FIGURES: readonly ReportColumn<Figures>[] = [
  { key: 'pupils', kind: 'number', inTable: true },
  { key: 'target', kind: 'number', inTable: true },
  { key: 'inService', kind: 'number', inTable: true },
  { key: 'pastLife', kind: 'number', inTable: false },
  { key: 'broken', kind: 'number', inTable: false },
  { key: 'shortfall', kind: 'number', inTable: true },
  { key: 'percent', kind: 'percent', inTable: true },
  { key: 'pupilsPerDevice', kind: 'ratio', inTable: false },
  { key: 'costCents', kind: 'money', inTable: true },
]
/** Pupils are in each category's row: a sum would count them several times. */
const ADDED = ['target', 'inService', 'pastLife', 'broken', 'shortfall', 'costCents'] as const

function notesOf(input: ShortfallsInput, kept: readonly Shortfall[], m: Messages): string[] {
  const { number, money } = m.format
  const added = (of: (row: Shortfall) => number | null): number | null => sumKnown(kept.map(of))
  const cost = added(({ costCents }) => costCents)
  const unknown = new Set(kept.flatMap(({ target, school }) => (target === null ? [school] : []))).size
  const lacking = new Set(kept.flatMap(({ shortfall, school }) => ((shortfall ?? 0) > 0 ? [school] : []))).size
  return [
    ruleNote(input, m),
    m.report.countedOn(
      input.schoolYear,
      schoolYearAfter(input.schoolYear, input.rules.enrolment === 'previous' ? -1 : 0),
    ),
    m.report.lacking(
      number(added(({ shortfall }) => shortfall) ?? 0),
      number(added(({ target }) => target) ?? 0),
      number(lacking),
    ),
    ...(cost === null ? [] : [m.report.lackingCost(money(cost))]),
    m.report.noSharing,
    ...(unknown === 0 ? [] : [m.report.schoolsUnknown(number(unknown))]),
    ...(input.only === null ? [] : [m.report.onlyBoardShortfalls(boardName(input, input.only))]),
  ]
}

/** Equipment against the rule: by school and category, by board and category, over the years, the rule, problems of the data. */
export function shortfallsDocument(input: ShortfallsInput, m: Messages): ReportDocument {
  const { only, totals, trend } = input
  const kept = input.rows
    .filter(({ board }) => only === null || board === only)
    .map((row) => ({ ...row, boardName: boardName(input, row.board) }))
    .toSorted((a, b) => byCode(a.board, b.board) || byCode(a.school, b.school))
  const boards = totals
    .filter(({ code }) => only === null || code === only)
    .map(({ code, name, ...row }) => ({ ...row, board: code, boardName: name }))
  return {
    id: 'shortfalls',
    title: titled(m.report.shortfallsTitle(input.schoolYear), input),
    notes: notesOf(input, kept, m),
    sheets: [
      sheetOf<(typeof kept)[number]>({
        id: 'schools',
        title: m.report.bySchoolCategory,
        columns: [
          { key: 'board', kind: 'code', inTable: false },
          { key: 'boardName', kind: 'text', inTable: false },
          { key: 'school', kind: 'code', inTable: true },
          { key: 'name', kind: 'text', inTable: true },
          { key: 'category', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: false },
          ...FIGURES,
          { key: 'because', kind: 'text', inTable: false, below: true },
        ],
        rows: kept,
        totals: ADDED,
      }),
      sheetOf<(typeof boards)[number]>({
        id: 'boards',
        title: m.report.byBoardCategory,
        columns: [
          { key: 'board', kind: 'code', inTable: true },
          { key: 'boardName', kind: 'text', inTable: true },
          { key: 'category', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: false },
          { key: 'schools', kind: 'number', inTable: true },
          { key: 'unknownSchools', kind: 'number', inTable: true },
          ...FIGURES,
        ],
        rows: boards,
        totals: ADDED,
      }),
      sheetOf<ShortfallTrend>({
        id: 'trend',
        title: m.report.trend,
        columns: [
          { key: 'schoolYear', kind: 'code', inTable: true },
          { key: 'category', kind: 'word', inTable: true },
          { key: 'schools', kind: 'number', inTable: true },
          { key: 'unknownSchools', kind: 'number', inTable: true },
          ...FIGURES,
        ],
        rows: trend,
        totals: [],
      }),
      rulesSheet(input, { envelopes: [], enrolmentYear: input.schoolYear, categories: true }, m),
      problemsSheet(input.problems, input, m),
    ],
    charts: chartsByBoard(
      boards.flatMap(({ board, category, target, shortfall }) => {
        const label = m.words[`category-${category}` as 'category-flotte'] ?? category
        return target === null ? [] : [{ board, label, value: target - (shortfall ?? 0), of: target }]
      }),
      { title: m.report.chartCovered, kind: 'number', largestFirst: false },
      input,
      m,
    ),
  }
}
