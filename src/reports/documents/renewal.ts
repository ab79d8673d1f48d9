import type { Messages } from '../../i18n/translator.js'
import { groupedBy, sum } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { RenewalRow } from '../../model/renewal.js'
import type { ReportDocument } from '../../model/report-document.js'
import type { ReportColumn } from '../../model/report.js'
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

export interface RenewalDocumentInput extends RuledBasis {
  /** ISO date of the day that tells what is overdue. */
  readonly asOf: string
  readonly rows: readonly RenewalRow[]
  readonly problems: readonly Problem[]
}

/** What one category comes to in one school year. */
interface YearRow {
  readonly standing: 'overdue' | 'coming' | 'undated'
  readonly schoolYear: string | null
  readonly category: string
  readonly schools: number
  readonly units: number
  readonly costCents: number | null
  /** Of the units, those that nobody knows the price of. */
  readonly unpricedUnits: number
}

function standingOf({ overdue, schoolYear }: RenewalRow): YearRow['standing'] {
  return schoolYear === null ? 'undated' : overdue ? 'overdue' : 'coming'
}

const unpriced = ({ costCents, units }: RenewalRow): number => (costCents === null ? units : 0)
/** What is overdue first, then year after year; what nobody knows the date of last. */
const ORDER: readonly YearRow['standing'][] = ['overdue', 'coming', 'undated']

function yearRows(rows: readonly RenewalRow[]): YearRow[] {
  const groups = groupedBy(rows, (row) => `${ORDER.indexOf(standingOf(row))} ${row.schoolYear ?? ''} ${row.category}`)
  return [...groups]
    .sort(([a], [b]) => byCode(a, b))
    .flatMap(([, own]) => {
      const [first] = own
      if (first === undefined) return []
      return [
        {
          standing: standingOf(first),
          schoolYear: first.schoolYear,
          category: first.category,
          schools: new Set(own.map(({ school }) => school)).size,
          units: sum(own.map(({ units }) => units)),
          costCents: sumKnown(own.map(({ costCents }) => costCents)),
          unpricedUnits: sum(own.map(unpriced)),
        },
      ]
    })
}

const FIGURES: readonly ReportColumn<Pick<YearRow, 'units' | 'costCents' | 'unpricedUnits'>>[] = [
  { key: 'units', kind: 'number', inTable: true },
  { key: 'costCents', kind: 'money', inTable: true },
  { key: 'unpricedUnits', kind: 'number', inTable: true },
]
const ADDED = ['units', 'costCents', 'unpricedUnits'] as const

function notesOf(input: RenewalDocumentInput, kept: readonly RenewalRow[], m: Messages): string[] {
  const { number, money } = m.format
  const unitsOf = (standing: YearRow['standing']): number =>
    sum(kept.filter((row) => standingOf(row) === standing).map(({ units }) => units))
  const cost = sumKnown(kept.map(({ costCents }) => costCents))
  const withoutPrice = sum(kept.map(unpriced))
  return [
    ruleNote(input, m),
    m.report.renewedBy(input.asOf),
    m.report.overdue(number(unitsOf('overdue'))),
    ...(cost === null ? [] : [m.report.renewalCost(money(cost))]),
    ...(withoutPrice === 0 ? [] : [m.report.unpriced(number(withoutPrice))]),
    ...(unitsOf('undated') === 0 ? [] : [m.report.undated(number(unitsOf('undated')))]),
    ...(input.only === null ? [] : [m.report.onlyBoardShortfalls(boardName(input, input.only))]),
  ]
}

/** What reaches the end of its life when: by year and category, by school, the rule, problems of the data. */
export function renewalDocument(input: RenewalDocumentInput, m: Messages): ReportDocument {
  const kept = input.rows.filter(({ board }) => input.only === null || board === input.only)
  const schools = kept
    .map((row) => ({
      ...row,
      boardName: boardName(input, row.board),
      standing: standingOf(row),
      unpricedUnits: unpriced(row),
    }))
    .toSorted((a, b) => byCode(a.board, b.board) || byCode(a.school, b.school))
  const years = [...groupedBy(kept, (row) => `${row.board} ${ORDER.indexOf(standingOf(row))} ${row.schoolYear ?? ''}`)]
  return {
    id: 'renewal',
    title: titled(m.report.renewalTitle(input.asOf), input),
    notes: notesOf(input, kept, m),
    sheets: [
      sheetOf<YearRow>({
        id: 'years',
        title: m.report.byYearCategory,
        columns: [
          { key: 'standing', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: true },
          { key: 'category', kind: 'word', inTable: true },
          { key: 'schools', kind: 'number', inTable: true },
          ...FIGURES,
        ],
        rows: yearRows(kept),
        totals: ADDED,
      }),
      sheetOf<(typeof schools)[number]>({
        id: 'schools',
        title: m.report.bySchool,
        columns: [
          { key: 'board', kind: 'code', inTable: false },
          { key: 'boardName', kind: 'text', inTable: false },
          { key: 'school', kind: 'code', inTable: true },
          { key: 'name', kind: 'text', inTable: true },
          { key: 'category', kind: 'word', inTable: true },
          { key: 'standing', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: true },
          ...FIGURES,
        ],
        rows: schools,
        totals: ADDED,
      }),
      rulesSheet(input, { envelopes: [], enrolmentYear: null, categories: true }, m),
      problemsSheet(input.problems, input, m),
    ],
    charts: chartsByBoard(
      years
        .toSorted(([a], [b]) => byCode(a, b))
        .flatMap(([, own]) => {
          const [first] = own
          const cost = sumKnown(own.map(({ costCents }) => costCents))
          if (first === undefined || cost === null) return []
          const standing = standingOf(first)
          const year = first.schoolYear ?? m.words['standing-undated']
          const label = standing === 'overdue' ? m.report.overdueYear(year) : year
          return [{ board: first.board, label, value: cost, of: null }]
        }),
      { title: m.report.chartRenewal, kind: 'money', largestFirst: false },
      input,
      m,
    ),
  }
}
