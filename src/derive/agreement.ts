import type { Gap, GapReason, LinkLoad } from '../model/records.js'

/** Two derivations of a figure agree when they differ by no more than the dust of a division. */
const DUST = 1e-9

/** A figure that two derivations agree on; null when either has none, or when they do not. */
function agreed(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null
  return Math.abs(a - b) <= DUST * Math.max(Math.abs(a), Math.abs(b)) ? a : null
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Figures of a gap and of a load, by name: what two derivations may disagree on. */
const GAP_FIGURES = [
  'pupils',
  'demandDownBps',
  'demandUpBps',
  'shareDownBps',
  'shareUpBps',
  'ratio',
  'bpsPerPupil',
  'oversubscription',
] as const satisfies readonly (keyof Gap)[]
const LOAD_FIGURES = ['demandDownBps', 'demandUpBps', 'load'] as const satisfies readonly (keyof LinkLoad)[]

type Figures<K extends string> = Readonly<Record<K, number | null>>

function agreedFigures<K extends string>(names: readonly K[], a: Figures<K>, b: Figures<K>): Figures<K> {
  return Object.fromEntries(names.map((name) => [name, agreed(a[name], b[name])])) as Figures<K>
}

/**
 * What two derivations of a building's gap agree on, the first of which may be what others do. The rest is null, the level `unknown`, and the gap `suppressed`.
 * Reasons are those that both give.
 */
export function agreedGap(a: Gap, b: Gap): Gap {
  const figures = agreedFigures(GAP_FIGURES, a, b)
  const closing = isSame(a.closing, b.closing)
  const differs = GAP_FIGURES.some((name) => figures[name] === null && !(a[name] === null && b[name] === null))
  const { level, bottleneck } = a
  const suppressed = a.suppressed === true || differs || !closing || level !== b.level || bottleneck !== b.bottleneck
  const isBoth = (reason: GapReason): boolean => b.reasons.some((other) => isSame(reason, other))
  return {
    building: a.building,
    name: a.name,
    board: a.board,
    region: a.region,
    schools: a.schools,
    schoolYear: a.schoolYear,
    profile: a.profile,
    ...figures,
    path: a.path,
    // What was measured is told of links alone, of those that carry more than a handful.
    measuredUse: null,
    monthsUntilFull: null,
    singlePointOfFailure: a.singlePointOfFailure,
    level: level === b.level ? level : 'unknown',
    bottleneck: bottleneck === b.bottleneck ? bottleneck : null,
    closing: closing ? a.closing : [],
    incomplete: a.incomplete || b.incomplete,
    estimated: a.estimated || b.estimated,
    reasons: a.reasons.filter(isBoth),
    suppressed,
  }
}

/** What two derivations of a link's load agree on, as for a gap. */
export function agreedLoad(a: LinkLoad, b: LinkLoad): LinkLoad {
  const figures = agreedFigures(LOAD_FIGURES, a, b)
  const differs = LOAD_FIGURES.some((name) => figures[name] === null && !(a[name] === null && b[name] === null))
  return {
    link: a.link,
    ...figures,
    level: a.level === b.level ? a.level : 'unknown',
    suppressed: a.suppressed === true || differs || a.level !== b.level,
  }
}
