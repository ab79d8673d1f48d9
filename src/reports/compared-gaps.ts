import type { ComparedGap } from '../model/comparison.js'
import { defineReport, type Report, type ReportColumn } from '../model/report.js'
import type { RowTexts } from './names.js'

/** A row with the figures of each standard under columns of their own, made by `asColumns`. */
export type ComparedRow = ComparedGap & Readonly<Record<string, unknown>>

const FIGURES = [
  ['DemandDownBps', 'rate'],
  ['DemandUpBps', 'rate'],
  ['Ratio', 'ratio'],
  ['Level', 'level'],
  ['Bottleneck', 'code'],
] as const

const SHARED: readonly ReportColumn<ComparedRow>[] = [
  { key: 'building', kind: 'code', inTable: true },
  { key: 'name', kind: 'text', inTable: true },
  { key: 'board', kind: 'code', inTable: false },
  { key: 'region', kind: 'text', inTable: false },
  { key: 'pupils', kind: 'number', inTable: true },
  { key: 'schoolYear', kind: 'code', inTable: false },
]

/** Bandwidth of every building by several standards: for files, a column for each figure of each standard. */
export function comparedGaps(standards: readonly string[]): Report<ComparedRow> {
  return defineReport<ComparedRow>({
    id: 'compared-gaps',
    columns: [
      ...SHARED,
      ...standards.flatMap((id) => FIGURES.map(([figure, kind]) => ({ key: `${id}${figure}`, kind, inTable: false }))),
    ],
  })
}

/** A row with its standards' figures under the keys of the columns of files. */
export function asColumns(row: ComparedGap): ComparedRow {
  const figures = row.standards.flatMap((each) => [
    [`${each.profile}DemandDownBps`, each.demandDownBps],
    [`${each.profile}DemandUpBps`, each.demandUpBps],
    [`${each.profile}Ratio`, each.ratio],
    [`${each.profile}Level`, each.level],
    [`${each.profile}Bottleneck`, each.bottleneck],
  ])
  return { ...row, ...(Object.fromEntries(figures) as Record<string, unknown>) }
}

/** Standards that have a column each in 80 columns of a terminal; more of them stand below each row. */
const MOST_COLUMNS = 3

/** The same for a terminal: ratio and level of each standard in one cell, under its id. */
export function comparedTable(
  standards: readonly string[],
  told: (standard: ComparedGap['standards'][number]) => string,
): { readonly report: Report<ComparedRow>; readonly texts: RowTexts<ComparedRow> } {
  const fits = standards.length <= MOST_COLUMNS
  const cells = standards.map((id, i): ReportColumn<ComparedRow> & { text(row: ComparedGap): string } => ({
    key: id,
    kind: 'code',
    inTable: true,
    text: (row) => {
      const standard = row.standards[i]
      return standard === undefined ? '' : told(standard)
    },
  }))
  const below: ReportColumn<ComparedRow> = { key: 'standards', kind: 'text', inTable: true, below: true }
  return {
    report: { id: 'compared-gaps', columns: [...SHARED, ...(fits ? cells : [below])] },
    texts: fits
      ? Object.fromEntries(cells.map(({ key, text }) => [key, text]))
      : { standards: (row) => row.standards.map((each) => `${each.profile} ${told(each)}`).join(' ; ') },
  }
}

/** The columns of files, with those of one standard: `standard` stands for its id. */
export default comparedGaps(['standard'])
