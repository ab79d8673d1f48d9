import type { Messages } from '../../i18n/translator.js'
import { groupedBy, sum } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { Allocation, AllocationResult, FrozenRun } from '../../model/allocation.js'
import type { AllocationRule } from '../../model/equipment.js'
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
} from './parts.js'
import { rulesSheet } from './rules-sheet.js'

export interface ComboInput extends RuledBasis {
  /** What is told first: of equipment, but for a frozen run of training. */
  readonly equipment: AllocationResult
  /** Null when no envelope of training is shared. */
  readonly training: AllocationResult | null
  /** The frozen allocation that this is; null for a provisional one. */
  readonly frozen: FrozenRun | null
}

/** Columns follow from the blocks of the rule. */
type Row = Readonly<Record<string, string | number | null>>
type Figures = Readonly<Record<string, number | null>>

/** A block of the rule that gives to schools: its column, and its position among the steps. */
interface Block {
  readonly key: string
  readonly step: number
  readonly header: string
}

/** A column a block, `floorPerSchoolCents`; the second of a kind is `floorPerSchool2Cents`. */
function blocksOf({ steps }: AllocationRule, m: Messages): Block[] {
  const seen = new Map<string, number>()
  return steps.flatMap(({ kind }, step) => {
    if (kind === 'reserve') return []
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    const nth = count === 1 ? '' : String(count)
    const name = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return [{ key: `${name}${nth}Cents`, step, header: `${m.report[`block-${kind}`]}${nth === '' ? '' : ` ${nth}`}` }]
  })
}

interface Laid {
  readonly blocks: readonly Block[]
  readonly hasAdjustments: boolean
  readonly hasCarried: boolean
  readonly training: ReadonlyMap<string, number> | null
}

function laidOut({ rules, equipment, training }: ComboInput, m: Messages): Laid {
  const rule = (equipment.part === 'training' ? rules.training : null) ?? rules.allocation
  const { limits, unspent } = rule
  const byLimits = Object.values(limits).some((bound) => bound !== null)
  return {
    blocks: blocksOf(rule, m),
    hasAdjustments: byLimits || unspent === 'recover',
    hasCarried: unspent === 'keep',
    training: training === null ? null : new Map(training.allocations.map((row) => [row.school, row.amountCents])),
  }
}

function figuresOf(row: Allocation, { blocks, hasAdjustments, hasCarried, training }: Laid): Figures {
  return {
    ...Object.fromEntries(
      blocks.map(({ key, step }) => [key, row.shares.find((share) => share.step === step)?.cents ?? 0]),
    ),
    ...(hasAdjustments ? { adjustmentCents: row.adjustmentCents } : {}),
    amountCents: row.amountCents,
    ...(hasCarried ? { carriedCents: row.carriedCents } : {}),
    ...(training === null ? {} : { trainingCents: training.get(row.school) ?? null }),
  }
}

/** Columns of money, in their order; the same for a school and for a board. */
function moneyColumns({ blocks, hasAdjustments, hasCarried, training }: Laid): ReportColumn<Row>[] {
  const money = (key: string, isShown: boolean): ReportColumn<Row> => ({ key, kind: 'money', inTable: isShown })
  return [
    ...blocks.map(({ key, header }) => ({ ...money(key, blocks.length <= 3), header })),
    ...(hasAdjustments ? [money('adjustmentCents', false)] : []),
    money('amountCents', true),
    ...(hasCarried ? [money('carriedCents', false)] : []),
    ...(training === null ? [] : [money('trainingCents', true)]),
  ]
}

function boardRow(board: string, own: readonly Allocation[], laid: Laid, input: ComboInput): Row {
  const figures = own.map((row) => figuresOf(row, laid))
  const pupils = sum(own.map((row) => row.pupils))
  const amount = sum(own.map(({ amountCents }) => amountCents))
  const added = Object.keys(figures[0] ?? {}).map((key) => [key, sumKnown(figures.map((row) => row[key] ?? null))])
  return {
    board,
    boardName: boardName(input, board),
    schools: own.length,
    pupils,
    amountPerPupilCents: pupils === 0 ? null : Math.round(amount / pupils),
    ...(Object.fromEntries(added) as Figures),
  }
}

function notesOf(input: ComboInput, m: Messages): string[] {
  const { equipment, training, frozen, only } = input
  const { money, number } = m.format
  const shared = sum(equipment.allocations.map(({ amountCents }) => amountCents))
  const out = equipment.problems.filter(({ kind }) => kind === 'out').length
  const { reserveCents, recoveredCents, unallocatedCents } = equipment
  return [
    ruleNote(input, m),
    m.report.envelope(money(equipment.envelopeCents), equipment.schoolYear, equipment.enrolmentYear),
    m.report.sharedAmong(money(shared), number(equipment.allocations.length)),
    ...(recoveredCents === 0 ? [] : [m.report.recovered(money(recoveredCents))]),
    ...(reserveCents === 0 ? [] : [m.report.reserved(money(reserveCents))]),
    ...(unallocatedCents === 0 ? [] : [m.report.unallocated(money(unallocatedCents))]),
    ...(training === null ? [] : [m.report.trainingEnvelope(money(training.envelopeCents))]),
    ...(out === 0 ? [] : [m.report.schoolsOut(number(out))]),
    ...(only === null ? [] : [m.report.onlyBoard(boardName(input, only))]),
    frozen === null ? m.report.provisional : m.report.frozen(String(frozen.run), frozen.at.slice(0, 10), frozen.digest),
  ]
}

/** Allocations of the combo: by school with each block of the rule, by board, the rule and its sources, problems of the data. */
export function comboDocument(input: ComboInput, m: Messages): ReportDocument {
  const { equipment, training, only } = input
  const laid = laidOut(input, m)
  const kept = equipment.allocations
    .filter(({ board }) => only === null || board === only)
    .toSorted((a, b) => byCode(a.board, b.board) || byCode(a.school, b.school))
  const money = moneyColumns(laid)
  const totals = money.map(({ key }) => key)
  const boards = [...groupedBy(kept, ({ board }) => board)]
  const schools = kept.map((row) => ({
    ...{ board: row.board, boardName: boardName(input, row.board) },
    ...{ school: row.school, name: row.name, pupils: row.pupils },
    ...figuresOf(row, laid),
    because: row.because,
  }))
  return {
    id: 'combo',
    title: titled(m.report.comboTitle(equipment.schoolYear), input),
    notes: notesOf(input, m),
    sheets: [
      sheetOf<Row>({
        id: 'schools',
        title: m.report.bySchool,
        columns: [
          { key: 'board', kind: 'code', inTable: false },
          { key: 'boardName', kind: 'text', inTable: false },
          { key: 'school', kind: 'code', inTable: true },
          { key: 'name', kind: 'text', inTable: true },
          { key: 'pupils', kind: 'number', inTable: true },
          ...money,
          { key: 'because', kind: 'text', inTable: false, below: true },
        ],
        rows: schools,
        totals: ['pupils', ...totals],
      }),
      sheetOf<Row>({
        id: 'boards',
        title: m.report.byBoard,
        columns: [
          { key: 'board', kind: 'code', inTable: true },
          { key: 'boardName', kind: 'text', inTable: true },
          { key: 'schools', kind: 'number', inTable: true },
          { key: 'pupils', kind: 'number', inTable: true },
          ...money,
          { key: 'amountPerPupilCents', kind: 'money', inTable: true },
        ],
        rows: boards.map(([board, own]) => boardRow(board, own, laid, input)),
        totals: ['schools', 'pupils', ...totals],
      }),
      rulesSheet(
        input,
        {
          envelopes: training === null ? [equipment] : [equipment, training],
          enrolmentYear: equipment.enrolmentYear,
          categories: false,
        },
        m,
      ),
      problemsSheet([...equipment.problems, ...(training?.problems ?? [])], input, m),
    ],
    charts: chartsByBoard(
      kept.map(({ board, name, amountCents }) => ({ board, label: name, value: amountCents, of: null })),
      { title: m.report.chartAmounts, kind: 'money', largestFirst: true },
      input,
      m,
    ),
  }
}
