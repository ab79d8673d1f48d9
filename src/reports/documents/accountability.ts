import type { Messages } from '../../i18n/translator.js'
import { groupedBy, sum } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { AccountabilityRow, FrozenRun, SpendingByCategory } from '../../model/allocation.js'
import type { ReportDocument } from '../../model/report-document.js'
import type { ReportColumn } from '../../model/report.js'
import { boardName, chartsByBoard, problemsSheet, sheetOf, titled, type Basis, type Problem } from './parts.js'
import { runsSheet } from './rules-sheet.js'

export interface AccountabilityInput extends Basis {
  readonly schoolYear: string
  /** Those that stand for the year. */
  readonly runs: readonly FrozenRun[]
  readonly rows: readonly AccountabilityRow[]
  readonly categories: readonly SpendingByCategory[]
  readonly problems: readonly Problem[]
}

type Figures = Pick<AccountabilityRow, 'allocatedCents' | 'carriedCents' | 'spentCents' | 'unspentCents' | 'percent'>

const FIGURES: readonly ReportColumn<Figures>[] = [
  { key: 'allocatedCents', kind: 'money', inTable: true },
  { key: 'carriedCents', kind: 'money', inTable: true },
  { key: 'spentCents', kind: 'money', inTable: true },
  { key: 'unspentCents', kind: 'money', inTable: true },
  { key: 'percent', kind: 'percent', inTable: true },
]
const ADDED = ['allocatedCents', 'carriedCents', 'spentCents', 'unspentCents'] as const

function addedUp(rows: readonly AccountabilityRow[]): Figures {
  const total = (key: (typeof ADDED)[number]): number => sum(rows.map((row) => row[key]))
  const [allocatedCents, carriedCents, spentCents] = [
    total('allocatedCents'),
    total('carriedCents'),
    total('spentCents'),
  ]
  const given = allocatedCents + carriedCents
  return {
    ...{ allocatedCents, carriedCents, spentCents, unspentCents: total('unspentCents') },
    percent: given === 0 ? null : (spentCents / given) * 100,
  }
}

/** What is worth a look: more was spent than given, or nothing of it. */
function found(rows: readonly AccountabilityRow[], m: Messages): Problem[] {
  return rows.flatMap(({ school, part, unspentCents, spentCents, allocatedCents, carriedCents }): Problem[] => {
    const of = m.words[`part-${part}`]
    const given = allocatedCents + carriedCents
    if (unspentCents < 0) {
      const message = m.report.overspent(of, m.format.money(spentCents), m.format.money(given))
      return [{ school, kind: 'note', message }]
    }
    return spentCents === 0 && given > 0
      ? [{ school, kind: 'note', message: m.report.nothingSpent(of, m.format.money(given)) }]
      : []
  })
}

function notesOf(input: AccountabilityInput, kept: readonly AccountabilityRow[], m: Messages): string[] {
  const { allocatedCents, carriedCents, spentCents, unspentCents, percent } = addedUp(kept)
  const { money } = m.format
  return [
    ...input.runs.map(({ run, at, part, schoolYear }) =>
      m.report.frozenRun(String(run), at.slice(0, 10), m.words[`part-${part}`], schoolYear),
    ),
    m.report.accounted(money(allocatedCents), money(carriedCents), money(spentCents)),
    m.report.left(money(unspentCents), m.format.percent(percent === null ? null : percent / 100)),
    ...(input.only === null ? [] : [m.report.onlyBoardShortfalls(boardName(input, input.only))]),
  ]
}

/** Reddition de comptes: what was allocated, spent and is left, by school, by board and by category; problems of the data. */
export function accountabilityDocument(input: AccountabilityInput, m: Messages): ReportDocument {
  const isKept = ({ board }: { readonly board: string }): boolean => input.only === null || board === input.only
  const named = <Row extends { readonly board: string; readonly school: string }>(rows: readonly Row[]) =>
    rows
      .filter(isKept)
      .map((row) => ({ ...row, boardName: boardName(input, row.board) }))
      .toSorted((a, b) => byCode(a.board, b.board) || byCode(a.school, b.school))
  const [schools, categories] = [named(input.rows), named(input.categories)]
  const boards = [...groupedBy(schools, ({ board, part }) => `${board} ${part}`).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { board, boardName, part, schoolYear } = first
    return [{ board, boardName, part, schoolYear, schools: own.length, ...addedUp(own) }]
  })
  return {
    id: 'accountability',
    title: titled(m.report.accountabilityTitle(input.schoolYear), input),
    notes: notesOf(input, schools, m),
    sheets: [
      sheetOf<(typeof schools)[number]>({
        id: 'schools',
        title: m.report.bySchool,
        columns: [
          { key: 'board', kind: 'code', inTable: false },
          { key: 'boardName', kind: 'text', inTable: false },
          { key: 'school', kind: 'code', inTable: true },
          { key: 'name', kind: 'text', inTable: true },
          { key: 'part', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: false },
          ...FIGURES,
        ],
        rows: schools,
        totals: ADDED,
      }),
      sheetOf<(typeof boards)[number]>({
        id: 'boards',
        title: m.report.byBoard,
        columns: [
          { key: 'board', kind: 'code', inTable: true },
          { key: 'boardName', kind: 'text', inTable: true },
          { key: 'part', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: false },
          { key: 'schools', kind: 'number', inTable: true },
          ...FIGURES,
        ],
        rows: boards,
        totals: ADDED,
      }),
      sheetOf<(typeof categories)[number]>({
        id: 'categories',
        title: m.report.bySchoolCategory,
        columns: [
          { key: 'board', kind: 'code', inTable: false },
          { key: 'boardName', kind: 'text', inTable: false },
          { key: 'school', kind: 'code', inTable: true },
          { key: 'name', kind: 'text', inTable: true },
          { key: 'part', kind: 'word', inTable: true },
          { key: 'category', kind: 'word', inTable: true },
          { key: 'schoolYear', kind: 'code', inTable: false },
          { key: 'spentCents', kind: 'money', inTable: true },
          { key: 'percent', kind: 'percent', inTable: true, header: m.report.percentOfSpent },
        ],
        rows: categories,
        totals: ['spentCents'],
      }),
      runsSheet(input, input.runs, m),
      problemsSheet([...input.problems, ...found(schools, m)], input, m),
    ],
    charts: chartsByBoard(
      schools.map(({ board, name, part, spentCents, allocatedCents, carriedCents }) => ({
        board,
        label: part === 'training' ? `${name} (${m.words['part-training']})` : name,
        value: spentCents,
        of: allocatedCents + carriedCents,
      })),
      { title: m.report.chartSpent, kind: 'money', largestFirst: true },
      input,
      m,
    ),
  }
}
