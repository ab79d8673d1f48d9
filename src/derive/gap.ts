import type { Building } from '../model/organisation.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { Gap, GapReason, Level, LinkLoad } from '../model/records.js'
import type { LinkMeasure } from '../model/traffic.js'
import type { WanLink } from '../model/wan-link.js'
import { byCode } from '../lib/text.js'
import { deriveClosing } from './closing.js'
import type { BuildingDemand } from './demand.js'
import { shareOf, type Direction, type Share } from './direction.js'
import { levelOfRatio } from '../model/level.js'
import { levelOfClass } from './level.js'
import { isInService, type Ways } from './paths.js'

/** The links from a building to its POP, and their ids. */
export interface Path {
  readonly links: readonly WanLink[]
  readonly ids: readonly string[]
}

const NONE = [] as const
const NOWHERE: readonly GapReason[] = [{ code: 'no-coordinates', about: NONE }]
const NO_PATH: Path = { links: NONE, ids: NONE }

/** All that the gap of one building is put together from. */
export interface GapContext {
  readonly profile: BandwidthProfile
  readonly schoolYear: string | null
  /** The board that each building is counted under, where anything tells. */
  readonly boardOf: ReadonlyMap<string, string>
  readonly linksAt: ReadonlyMap<string, readonly { readonly link: WanLink }[]>
  readonly ways: Ways
  /** The links from each building that has a way to a POP, its own access first. */
  readonly paths: ReadonlyMap<string, Path>
  /** False when no file of links was imported. */
  readonly linksImported: boolean
  readonly demands: ReadonlyMap<string, BuildingDemand>
  /** Down, and up when the standard has a rule for it. */
  readonly directions: readonly Direction[]
  readonly loads: ReadonlyMap<string, LinkLoad>
  readonly single: ReadonlySet<string>
  readonly measures: ReadonlyMap<string, LinkMeasure>
  /** Buildings behind whose link up some pupils are not known. */
  readonly incomplete: ReadonlySet<string>
}

const NO_SCHOOL: BuildingDemand = {
  schools: [],
  pupils: 0,
  downBps: 0,
  upBps: null,
  openSchools: 0,
  downByBoard: new Map(),
  incomplete: false,
  estimated: false,
  reasons: [{ code: 'no-pupils', about: [] }],
}

function linkReasons(building: Building, path: readonly WanLink[], context: GapContext): readonly GapReason[] {
  if (path.length > 0) {
    const isUnknown = (link: WanLink): boolean => context.directions.some(({ capacityOf }) => capacityOf(link) === null)
    if (!path.some(isUnknown)) return NONE
    return [{ code: 'capacity-missing', about: path.filter(isUnknown).map((link) => link.id) }]
  }
  const touching = (context.linksAt.get(building.code) ?? []).map(({ link }) => link)
  if (touching.length === 0) return [{ code: context.linksImported ? 'no-link' : 'no-links-imported', about: [] }]
  const about = touching.map((link) => link.id).sort(byCode)
  return [{ code: touching.some(isInService) ? 'no-path' : 'link-not-operational', about }]
}

/** Where a complete building's share is nevertheless an upper bound: it shares a link with an incomplete one. */
function sharedReasons(path: readonly WanLink[], demand: BuildingDemand, context: GapContext): readonly GapReason[] {
  if (demand.incomplete || !path.some((link) => context.incomplete.has(link.a))) return NONE
  const shared = path.filter((link) => context.incomplete.has(link.a))
  return [{ code: 'shared-link-incomplete', about: shared.map((link) => link.id) }]
}

interface Standing {
  readonly shares: readonly (Share | null)[]
  /** The direction that is worse off, which the bottleneck and the oversubscription are of. */
  readonly worst: Direction | null
  readonly ratio: number | null
  readonly bottleneck: string | null
}

function standingOf(
  building: Building,
  path: readonly WanLink[],
  demand: BuildingDemand,
  context: GapContext,
): Standing {
  const classifies = context.profile.classes !== null
  const shares = context.directions.map((direction) => {
    const weight = classifies ? demand.openSchools : direction.demandOf(building.code)
    return shareOf({ building: building.code, weight, path, direction, classifies })
  })
  let worst: { readonly direction: Direction; readonly share: Share | null } | null = null
  let isKnown = true
  for (const [i, direction] of context.directions.entries()) {
    if (!classifies && !direction.demandOf(building.code)) continue
    const share = shares[i] ?? null
    if (share === null) isKnown = false
    if (worst === null || (share?.ratio ?? 0) < (worst.share?.ratio ?? 0)) worst = { direction, share }
  }
  return {
    shares,
    worst: worst?.direction ?? context.directions[0] ?? null,
    ratio: isKnown ? (worst?.share?.ratio ?? null) : null,
    bottleneck: isKnown ? (worst?.share?.bottleneck ?? null) : null,
  }
}

function oversubscriptionOf(path: readonly WanLink[], standing: Standing, context: GapContext): number | null {
  const { worst, bottleneck } = standing
  if (!worst) return null
  let highest: number | null = null
  for (const link of path) {
    if (bottleneck !== null && link.id !== bottleneck) continue
    const load = context.loads.get(link.id)
    const demand = load ? worst.loadBpsOf(load) : null
    const capacity = worst.capacityOf(link)
    if (demand === null || !capacity) return null
    highest = Math.max(highest ?? 0, demand / capacity)
  }
  return highest
}

/** The measure of the link of a path that is fullest; null when none of them is measured against a capacity. */
function fullestOf(path: readonly string[], measures: GapContext['measures']): LinkMeasure | null {
  if (measures.size === 0) return null
  return path.reduce<LinkMeasure | null>((fullest, id) => {
    const measure = measures.get(id)
    return (measure?.use ?? -1) > (fullest?.use ?? -1) ? (measure ?? null) : fullest
  }, null)
}

/** Several lists as one; where one alone holds anything, that one itself: a province has many thousands of them. */
function joined(lists: readonly (readonly GapReason[])[]): readonly GapReason[] {
  const full = lists.filter(({ length }) => length > 0)
  return full.length > 1 ? full.flat() : (full[0] ?? NONE)
}

function levelOf(
  path: readonly WanLink[],
  demand: BuildingDemand,
  standing: Standing,
  { profile, linksImported }: GapContext,
): Level {
  if (path.length === 0) return linksImported ? 'unlinked' : 'unknown'
  if (demand.reasons.some((reason) => reason.code === 'no-pupils')) return 'ok'
  const bps = standing.shares[0]?.bps ?? null
  if (profile.classes) return levelOfClass(bps === null ? null : bps / demand.openSchools, profile.classes)
  return levelOfRatio(standing.ratio)
}

/**
 * One building's gap.
 *
 * Without a path it is `unlinked`, whatever is known of its pupils; or `unknown`, when no file of links was imported. Where nobody needs anything (no school, or a
 * known zero) a path is enough for `ok`, and share and ratio are null. A demand that is not known at all, or a path
 * with a link of unknown capacity, is `unknown`.
 */
export function deriveGap(building: Building, context: GapContext): Gap {
  const demand = context.demands.get(building.code) ?? NO_SCHOOL
  const { links: path, ids } = context.paths.get(building.code) ?? NO_PATH
  const standing = standingOf(building, path, demand, context)
  const shareDownBps = standing.shares[0]?.bps ?? null
  const shared = sharedReasons(path, demand, context)
  const fullest = fullestOf(ids, context.measures)
  const isShort = standing.ratio !== null && standing.ratio < 1
  return {
    building: building.code,
    name: building.name,
    board: context.boardOf.get(building.code) ?? null,
    region: building.region,
    schools: demand.schools,
    pupils: demand.pupils,
    schoolYear: context.schoolYear,
    profile: context.profile.id,
    demandDownBps: demand.downBps,
    demandUpBps: demand.upBps,
    shareDownBps,
    shareUpBps: standing.shares[1]?.bps ?? null,
    ratio: standing.ratio,
    level: levelOf(path, demand, standing, context),
    bpsPerPupil: shareDownBps === null || !demand.pupils ? null : shareDownBps / demand.pupils,
    path: ids,
    bottleneck: standing.bottleneck,
    oversubscription: oversubscriptionOf(path, standing, context),
    measuredUse: fullest?.use ?? null,
    monthsUntilFull: fullest?.monthsUntilFull ?? null,
    singlePointOfFailure: path.length > 0 && context.single.has(building.code),
    incomplete: demand.incomplete || shared.length > 0,
    estimated: demand.estimated,
    reasons: joined([
      linkReasons(building, path, context),
      demand.reasons,
      shared,
      building.coordinates === null ? NOWHERE : NONE,
    ]),
    closing: isShort
      ? deriveClosing(
          building.code,
          context.ways,
          context.directions.map(({ flow }) => flow),
        )
      : NONE,
    overridden: building.overridden ?? NONE,
  }
}
