import { deriveDemands } from '../derive/demand.js'
import { findWays } from '../derive/paths.js'
import { deriveRoadmap } from '../derive/roadmap.js'
import { sum } from '../lib/group.js'
import { UserError } from '../model/errors.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { RoadmapRow, RoadmapStep } from '../model/roadmap.js'
import { upgradeCosts } from './roadmap-costs.js'
import type { Known } from './known.js'
import { capacityInput, findGaps } from './results.js'
import type { Session } from './session.js'

/** By which standard and year, at which costs and how far a roadmap is asked for. */
export interface RoadmapRequest {
  readonly profile?: string | undefined
  readonly year?: string | undefined
  /** A file of what raising links costs; it wins over the configuration's prices. */
  readonly costs?: string | undefined
  /** What there is to spend, in cents. */
  readonly budgetCents?: number | undefined
  /** Ends with the step by which so many of 100 known pupils have what the standard asks for. */
  readonly untilPercent?: number | undefined
}

/** The roadmap, by which standard and year; and what is below the standard in none of its steps: no path, or an unknown. */
export interface Roadmap {
  readonly rows: readonly RoadmapRow[]
  readonly profile: BandwidthProfile
  readonly schoolYear: string | null
  /** False when each upgrade counts as much as another, for want of costs. */
  readonly isPriced: boolean
  /** Of the known pupils, in %, those who have what the standard asks for before any step; null when none is known. */
  readonly percentBefore: number | null
  readonly left: { readonly buildings: number; readonly pupils: number }
  /** Steps that the budget or the percentage leaves out. */
  readonly leftOut: number
  /** Links to raise whose length is not known, so that their kilometres cost nothing. */
  readonly unmeasured: readonly string[]
  /** Links of the file of costs that are not known. */
  readonly unknownLinks: readonly string[]
}

/**
 * Upgrades of the links in service, ranked by the pupils that they bring to a standard for a dollar, as a file or the
 * configuration's prices tell it; without either, for an upgrade.
 *
 * @throws UserError for a standard that only classifies, a budget without costs, and a link to raise that has none.
 */
export async function planRoadmap(session: Session, known: Known, asked: RoadmapRequest): Promise<Roadmap> {
  const { config, m } = session
  const { gaps, profile, schoolYear } = await findGaps(session, known, asked)
  if (profile.classes !== null) throw new UserError(m.roadmap.noDemand(profile.id), m.roadmap.noDemandHint)
  const costs = await upgradeCosts(session, known, asked.costs)
  if (asked.budgetCents !== undefined && !costs.isPriced) {
    throw new UserError(m.roadmap.budgetWithoutCosts, m.roadmap.budgetWithoutCostsHint, { usage: true })
  }
  const steps = deriveRoadmap({
    ways: findWays(known.wanLinks, known.pops),
    demands: deriveDemands(capacityInput(config, known, { profile, schoolYear })),
    bothWays: profile.up !== null || profile.schoolMinimum !== null,
    costOf: costs.costOf,
  })
  const pupilsOf = (list: typeof gaps): number => sum(list.map(({ pupils }) => pupils ?? 0))
  const inSteps = new Set(steps.flatMap(({ buildings }) => buildings))
  const left = gaps.filter(({ building, level, pupils }) => level !== 'ok' && pupils !== 0 && !inSteps.has(building))
  const all = pupilsOf(gaps)
  const before = pupilsOf(gaps.filter(({ level }) => level === 'ok'))
  const kept = upTo(affordable(steps, asked.budgetCents), { before, all, percent: asked.untilPercent })
  return {
    rows: rowsOf(kept, { before, all, isPriced: costs.isPriced }),
    profile,
    schoolYear,
    isPriced: costs.isPriced,
    percentBefore: all === 0 ? null : (before / all) * 100,
    left: { buildings: left.length, pupils: pupilsOf(left) },
    leftOut: steps.length - kept.length,
    unmeasured: costs.unmeasured(kept.flatMap(({ upgrades }) => upgrades)),
    unknownLinks: costs.unknownLinks,
  }
}

/** The steps that fit a budget, the best first; a step that is too dear leaves out those that come after it behind its trunk. */
function affordable(steps: readonly RoadmapStep[], budgetCents: number | undefined): readonly RoadmapStep[] {
  if (budgetCents === undefined) return steps
  let rest = budgetCents
  const closed = new Set<string>()
  return steps.filter(({ trunk, cost }) => {
    if (closed.has(trunk) || cost > rest) {
      closed.add(trunk)
      return false
    }
    rest -= cost
    return true
  })
}

/** Pupils with what the standard asks for before the first step, and all whose number is known. */
interface Reach {
  readonly before: number
  readonly all: number
}

/** The steps until so many of 100 pupils are reached, the one that reaches it included. */
function upTo(
  steps: readonly RoadmapStep[],
  { before, all, percent }: Reach & { readonly percent: number | undefined },
): readonly RoadmapStep[] {
  if (percent === undefined) return steps
  let reached = before
  return steps.filter(({ pupils }) => {
    const isWanted = reached < (percent / 100) * all
    reached += pupils
    return isWanted
  })
}

function rowsOf(
  steps: readonly RoadmapStep[],
  { before, all, isPriced }: Reach & { readonly isPriced: boolean },
): RoadmapRow[] {
  let [upgradesTotal, costTotalCents, pupilsTotal] = [0, 0, before]
  return steps.map(({ upgrades, cost, buildings, pupils }, i) => {
    upgradesTotal += upgrades.length
    costTotalCents += cost
    pupilsTotal += pupils
    return {
      step: i + 1,
      upgrades: upgrades.map(({ link, fromBps, toBps }) => ({ link, fromBps, toBps })),
      buildings,
      pupils,
      costCents: isPriced ? cost : null,
      upgradesTotal,
      costTotalCents: isPriced ? costTotalCents : null,
      pupilsTotal,
      percent: (pupilsTotal / all) * 100,
    }
  })
}
