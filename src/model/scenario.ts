import type { Building, School } from './organisation.js'
import type { WanLinkFacts } from './wan-link.js'

/** A link as a scenario has it: what it says of one that is known, or all of a new one. */
export type LinkChange = Pick<WanLinkFacts, 'id'> &
  Partial<Pick<WanLinkFacts, 'a' | 'b' | 'medium' | 'role' | 'status' | 'capacityDownBps' | 'capacityUpBps'>>

/** A school that does not exist yet, in one building. */
export interface OpenedSchool {
  readonly school: School
  /** The code of a building that is known, or a new building. */
  readonly building: string | Building
  readonly pupils: number
}

/** What would be otherwise than what is known. Every school, link and building that it names exists, or is its own. */
export interface Scenario {
  /** What the user calls it. */
  readonly name: string
  /** The school year that it starts from; null for the one that would be taken without it. */
  readonly year: string | null
  /** Factor on the pupils of every school that `pupils` does not name. */
  readonly growth: number
  /** Pupils in all of a school, by its code. */
  readonly pupils: ReadonlyMap<string, number>
  /** Links put in service: all that are planned or under construction, or these. */
  readonly planned: 'all' | readonly string[]
  readonly links: readonly LinkChange[]
  /** Closed schools, and the school that takes their pupils in; null when they leave. */
  readonly closed: readonly { readonly school: string; readonly pupilsTo: string | null }[]
  readonly opened: readonly OpenedSchool[]
}
