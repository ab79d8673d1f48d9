import type { DeprivationFact } from '../../model/deprivation.js'
import type { Board, Building, School, SchoolBuilding, SchoolPart } from '../../model/organisation.js'
import type { Pop } from '../../model/wan-link.js'
import { byCode } from '../../lib/text.js'
import type { EligibleSchool } from '../eligible.js'
import { splitSchools } from '../split.js'

/** What else than pupils the blocks of a rule look at. */
export interface AllocationFacts {
  readonly boards: readonly Board[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly pops: readonly Pop[]
  /** Read only when the rule weighs by deprivation. */
  readonly deprivation: readonly DeprivationFact[]
  /** School → cost of what it lacks, in cents; read only when the rule shares by need. A school that is absent lacks nothing. */
  readonly needCents: ReadonlyMap<string, number>
}

/** The schools that share an envelope, by code, each at its position; their boards, by code. */
export interface Parties {
  readonly schools: readonly School[]
  readonly pupils: readonly number[]
  readonly boards: readonly string[]
  /** Position of each school's board. */
  readonly boardOf: readonly number[]
  /** All positions. */
  readonly all: readonly number[]
}

/** Those whose pupils are known, in their order. */
export function partiesOf(eligible: readonly EligibleSchool[]): Parties {
  const schools: School[] = []
  const pupils: number[] = []
  for (const { school, known } of eligible) {
    if (known.pupils === null) continue
    schools.push(school)
    pupils.push(known.pupils)
  }
  const boards = [...new Set(schools.map(({ board }) => board))].sort(byCode)
  const at = new Map(boards.map((board, i) => [board, i]))
  return { schools, pupils, boards, boardOf: schools.map(({ board }) => at.get(board) ?? 0), all: [...schools.keys()] }
}

/** The parts of the parties' pupils in each building, by building and school. */
export function partsOf(parties: Parties, { buildings, schoolBuildings }: AllocationFacts): readonly SchoolPart[] {
  const taking = new Set(parties.schools.map(({ code }) => code))
  const areas = new Map(buildings.map(({ code, areaM2 }) => [code, areaM2]))
  return splitSchools(
    schoolBuildings.filter(({ school }) => taking.has(school)),
    areas,
  )
}
