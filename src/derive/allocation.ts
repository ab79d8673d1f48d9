import type { EquipmentRules } from '../model/equipment.js'
import type { Enrolment, School, SchoolBuilding } from '../model/organisation.js'
import type { Allocation, AllocationProblem, AllocationResult } from '../model/allocation.js'
import type { Messages } from '../i18n/translator.js'
import { eligibleSchools, type EligibleSchool } from './eligible.js'
import { groupedBy, sum } from '../lib/group.js'
import { divideCents } from './remainder.js'
import { sectorList } from './sectors.js'

export interface AllocationInput {
  readonly schools: readonly School[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly rules: EquipmentRules
  /** The year whose enrolment divides the envelope. */
  readonly schoolYear: string
  /** Integer, zero or more. */
  readonly envelopeCents: number
}

/** One who takes part in a stage: a school, or a board with all its schools. */
interface Party {
  readonly code: string
  readonly floorCents: number
  readonly pupils: number
}

/** How one amount was divided among its parties. */
interface Division {
  readonly amountCents: number
  readonly floorsDueCents: number
  readonly pupils: number
  readonly floors: ReadonlyMap<string, number>
  readonly prorata: ReadonlyMap<string, number>
}

/** Floors first; the rest by pupils. When the floors are more than the amount they are cut in proportion. */
function divide(amountCents: number, parties: readonly Party[]): Division {
  const floorsDueCents = sum(parties.map((party) => party.floorCents))
  const given = Math.min(floorsDueCents, amountCents)
  return {
    amountCents,
    floorsDueCents,
    pupils: sum(parties.map((party) => party.pupils)),
    floors: divideCents(
      given,
      parties.map(({ code, floorCents }) => ({ code, weight: floorCents })),
    ),
    prorata: divideCents(
      amountCents - given,
      parties.map(({ code, pupils }) => ({ code, weight: pupils })),
    ),
  }
}

function given(division: Division, code: string): { floorCents: number; prorataCents: number; amountCents: number } {
  const floorCents = division.floors.get(code) ?? 0
  const prorataCents = division.prorata.get(code) ?? 0
  return { floorCents, prorataCents, amountCents: floorCents + prorataCents }
}

interface Row extends Party, EligibleSchool {}

/** The divisions that schools take part in: one for all, or one for each board after the envelope came down to it. */
function divisions(rows: readonly Row[], input: AllocationInput): ReadonlyMap<string, Division> {
  const byBoard = groupedBy(rows, (row) => row.school.board)
  if (!input.rules.allocation.stages.includes('board')) {
    const whole = divide(input.envelopeCents, rows)
    return new Map([...byBoard.keys()].map((board) => [board, whole]))
  }
  const boards = [...byBoard].map(([code, own]) => ({
    code,
    floorCents: sum(own.map((row) => row.floorCents)),
    pupils: sum(own.map((row) => row.pupils)),
  }))
  const province = divide(input.envelopeCents, boards)
  return new Map([...byBoard].map(([board, own]) => [board, divide(given(province, board).amountCents, own)]))
}

function because(row: Row, division: Division, input: AllocationInput, messages: Messages): string {
  const { gaps, format } = messages
  const { floorCents, prorataCents } = given(division, row.code)
  const text = {
    board: input.rules.allocation.stages.includes('board') ? row.school.board : null,
    amount: format.money(division.amountCents),
    floor: format.money(floorCents),
    floorDue: format.money(row.floorCents),
    floorsDue: format.money(division.floorsDueCents),
    rest: format.money(Math.max(0, division.amountCents - division.floorsDueCents)),
    prorata: format.money(prorataCents),
    pupils: { count: row.pupils, text: format.number(row.pupils) },
    allPupils: { count: division.pupils, text: format.number(division.pupils) },
  }
  if (division.floorsDueCents > division.amountCents) return gaps['because-floors-cut'](text)
  return division.pupils === 0 ? gaps['because-equal'](text) : gaps['because-allocation'](text)
}

function problemOf(row: EligibleSchool, messages: Messages, schoolYear: string): AllocationProblem[] {
  const { code: school, name } = row.school
  const sectors = sectorList(row.known.missing, messages)
  if (row.known.pupils === null) {
    return [{ school, kind: 'out', message: messages.gaps['allocation-out']({ school, name, schoolYear }) }]
  }
  if (row.known.missing.length === 0) return []
  const message = messages.gaps['allocation-partial']({ school, name, schoolYear, sectors })
  return [{ school, kind: 'partial', message }]
}

/**
 * Divides an envelope among the schools that a rule names: floor per school first, then the rest by pupils, in
 * integer cents, exactly, at each stage.
 *
 * A school whose pupils nobody knows takes no part, floor included, and is named in `problems`. Expects rules that
 * `checkRules` has passed.
 */
export function deriveAllocation(input: AllocationInput, messages: Messages): AllocationResult {
  const { rules, schoolYear } = input
  const floorCents = sum(rules.allocation.steps.map((step) => (step.kind === 'floor-per-school' ? step.cents : 0)))
  const eligible = eligibleSchools(input)
  const rows = eligible.flatMap(({ school, known }): Row[] =>
    known.pupils === null ? [] : [{ school, known, code: school.code, pupils: known.pupils, floorCents }],
  )
  const byBoard = divisions(rows, input)
  const allocations = rows.flatMap((row): Allocation[] => {
    const division = byBoard.get(row.school.board)
    if (!division) return []
    const { code: school, name, board } = row.school
    const { amountCents, ...parts } = given(division, school)
    const reason = because(row, division, input, messages)
    const shares = rules.allocation.steps.map(({ kind }, step) => ({
      step,
      kind,
      cents: kind === 'prorata' ? parts.prorataCents : parts.floorCents,
    }))
    const line = { school, name, board, pupils: row.pupils, ...parts, adjustmentCents: 0, amountCents }
    return [{ ...line, carriedCents: 0, shares, because: reason }]
  })
  const sums = {
    board: () => sum([...byBoard.values()].map((division) => division.amountCents)),
    school: () => sum(allocations.map((allocation) => allocation.amountCents)),
  }
  const steps = rules.allocation.steps.map(({ kind }, i) => ({
    kind,
    sumCents: sum(allocations.map(({ shares }) => shares[i]?.cents ?? 0)),
  }))
  return {
    part: 'equipment',
    schoolYear,
    enrolmentYear: schoolYear,
    envelopeCents: input.envelopeCents,
    allocations,
    dueCents: sum(rows.map((row) => row.floorCents)),
    ...{ reserveCents: 0, unallocatedCents: input.envelopeCents - sums.school(), recoveredCents: 0, steps },
    problems: eligible.flatMap((row) => problemOf(row, messages, schoolYear)),
    stages: rules.allocation.stages.map((stage) => ({ stage, sumCents: sums[stage]() })),
  }
}
