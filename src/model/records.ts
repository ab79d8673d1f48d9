import type { ChangeKind } from './change.js'

/** Records out: JSON in these names, CSV and GeoJSON properties in the same words in snake_case. */

/** Levels of a building, by ratio of share to demand, worst known first. */
export const LEVELS = ['critical', 'short', 'tight', 'ok', 'unlinked', 'unknown'] as const
export type Level = (typeof LEVELS)[number]

/** One link to raise, and to what. */
export interface Closing {
  readonly link: string
  readonly fromBps: number
  readonly toBps: number
}

/** A reason code of a gap, with its parameters, rendered by src/i18n/messages/gaps.ts. */
export interface GapReason {
  readonly code:
    | 'no-pupils'
    /** An establishment that is no board's is here: nobody tells its pupils. */
    | 'outside-boards'
    | 'enrolment-missing'
    | 'share-estimated'
    /** No wide-area link was ever imported: nothing can be said of this one's. */
    | 'no-links-imported'
    | 'no-link'
    | 'no-path'
    | 'capacity-missing'
    | 'link-not-operational'
    | 'no-coordinates'
    | 'profile-step'
    /** The standard says nothing of what these schools teach. */
    | 'profile-silent'
    /** Behind these links of the path, another building's pupils are not known. */
    | 'shared-link-incomplete'
    /** On a public map: these schools, or their parts here, have too few pupils for figures to be told. */
    | 'count-withheld'
    /** On a public map: the figures would give back how many pupils another building has, and those are too few. */
    | 'figures-withheld'
  readonly about: readonly string[]
}

/** Bandwidth of one building: what its pupils need, what reaches them, and what is in the way. */
export interface Gap {
  readonly building: string
  readonly name: string
  readonly board: string | null
  readonly region: string | null
  readonly schools: readonly string[]
  /** Pupils known to be in the building (may be a fraction when a school is split); null when none is known. */
  readonly pupils: number | null
  readonly schoolYear: string | null
  readonly profile: string
  readonly demandDownBps: number | null
  /** Null when the profile has no upload rule. */
  readonly demandUpBps: number | null
  readonly shareDownBps: number | null
  readonly shareUpBps: number | null
  /** Share ÷ demand, the worse of the two directions; null when either is unknown. */
  readonly ratio: number | null
  readonly level: Level
  readonly bpsPerPupil: number | null
  /** Link ids from the building to its POP. */
  readonly path: readonly string[]
  /** The link whose filling froze this building's share; null when its demand was not held by any. */
  readonly bottleneck: string | null
  /** Demand behind the bottleneck ÷ its capacity; without bottleneck, the highest along the path. */
  readonly oversubscription: number | null
  /** 95th percentile ÷ capacity of the link of the path that is measured to be fullest; null when none is measured. */
  readonly measuredUse: number | null
  /** When that link is full by its trend, in months; null when it does not rise, or without enough history. */
  readonly monthsUntilFull: number | null
  /** Null on a public map: weak points are not told. */
  readonly singlePointOfFailure: boolean | null
  /** True when a school behind has no known enrolment: the demand is a lower bound. */
  readonly incomplete: boolean
  /** True when a school of several buildings was split without a file that says how. */
  readonly estimated: boolean
  readonly reasons: readonly GapReason[]
  readonly closing: readonly Closing[]
  /** What a person says of the building over the file: `name`, `coordinates`. */
  readonly overridden?: readonly string[]
  /** True on a public map when some figure is withheld, so that fewer than 30 pupils are not given away; it is then null. */
  readonly suppressed?: boolean
}

/** Equipment of one school in one category against floor + prorata. */
export interface Shortfall {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly category: string
  readonly schoolYear: string
  readonly pupils: number | null
  readonly target: number | null
  readonly inService: number
  readonly pastLife: number
  readonly broken: number
  readonly shortfall: number | null
  /** In service ÷ target × 100; null when the target is null or zero. */
  readonly percent: number | null
  /** Pupils ÷ in service; null when pupils are not known or nothing is in service. */
  readonly pupilsPerDevice: number | null
  /** What it would cost to buy what is missing; null when the rule has no cost for the category, or the shortfall is null. */
  readonly costCents: number | null
  readonly because: string
}

/** What a scan did: the object that `scan --json` prints at the end. */
export interface ScanSummary {
  readonly scan: number
  readonly startedAt: string
  readonly endedAt: string
  readonly addresses: number
  readonly answered: number
  readonly partial: number
  readonly failed: number
  readonly byReason: Readonly<Record<string, number>>
  readonly devicesNew: number
  readonly devicesChanged: number
  readonly devicesMissing: number
  /** Kind of change → how many; kinds that were not met are not there. */
  readonly changes: Readonly<Partial<Record<ChangeKind, number>>>
  readonly packetsSent: number
  readonly bytesSent: number
}

/** What a WAN link carries when every building behind it has what it needs. */
export interface LinkLoad {
  readonly link: string
  /** Demand of all buildings whose path takes the link; null when none is known. */
  readonly demandDownBps: number | null
  readonly demandUpBps: number | null
  /** Demand ÷ capacity, the worse direction; null when either is unknown. */
  readonly load: number | null
  /** By 1 ÷ load, with the thresholds of buildings; `unknown` when the load is. */
  readonly level: Level
  /** As a building's. */
  readonly suppressed?: boolean
}
