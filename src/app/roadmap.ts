import { deriveDemands } from '../derive/demand.js'
import { findWays } from '../derive/paths.js'
import { deriveRoadmap } from '../derive/roadmap.js'
import { sum } from '../lib/group.js'
import { distanceKm } from '../lib/great-circle.js'
import { UserError } from '../model/errors.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { RoadmapRow, UpgradePrice } from '../model/roadmap.js'
import type { WanLink } from '../model/wan-link.js'
import type { Known } from './known.js'
import { capacityInput, findGaps } from './results.js'
import type { Session } from './session.js'

/** The roadmap, by which standard and year; and what is below the standard in none of its steps: no path, or an unknown. */
export interface Roadmap {
  readonly rows: readonly RoadmapRow[]
  readonly profile: BandwidthProfile
  readonly schoolYear: string | null
  readonly left: { readonly buildings: number; readonly pupils: number }
}

/**
 * Upgrades of the links in service, ranked by the pupils that they bring to a standard for a dollar of the
 * configuration's prices; without prices, for an upgrade.
 *
 * @throws UserError for a standard that only classifies.
 */
export async function planRoadmap(
  session: Session,
  known: Known,
  asked: { readonly profile?: string | undefined; readonly year?: string | undefined },
): Promise<Roadmap> {
  const { config, m } = session
  const { gaps, profile, schoolYear } = await findGaps(session, known, asked)
  if (profile.classes !== null) throw new UserError(m.roadmap.noDemand(profile.id), m.roadmap.noDemandHint)
  const { prices } = config.bandwidth
  const steps = deriveRoadmap({
    ways: findWays(known.wanLinks, known.pops),
    demands: deriveDemands(capacityInput(config, known, { profile, schoolYear })),
    bothWays: profile.up !== null || profile.schoolMinimum !== null,
    costOf: costs(known, prices, session),
  })
  const pupilsOf = (list: typeof gaps): number => sum(list.map(({ pupils }) => pupils ?? 0))
  const all = pupilsOf(gaps)
  const inSteps = new Set(steps.flatMap(({ buildings }) => buildings))
  const left = gaps.filter(({ building, level, pupils }) => level !== 'ok' && pupils !== 0 && !inSteps.has(building))
  let [upgradesTotal, costTotalCents] = [0, 0]
  let pupilsTotal = pupilsOf(gaps.filter(({ level }) => level === 'ok'))
  const rows = steps.map(({ upgrades, cost, buildings, pupils }, i): RoadmapRow => {
    upgradesTotal += upgrades.length
    costTotalCents += cost
    pupilsTotal += pupils
    const priced = prices.length > 0
    return {
      step: i + 1,
      upgrades: upgrades.map(({ link, fromBps, toBps }) => ({ link, fromBps, toBps })),
      buildings,
      pupils,
      costCents: priced ? cost : null,
      upgradesTotal,
      costTotalCents: priced ? costTotalCents : null,
      pupilsTotal,
      percent: (pupilsTotal / all) * 100,
    }
  })
  return { rows, profile, schoolYear, left: { buildings: left.length, pupils: pupilsOf(left) } }
}

/** What raising a link costs, in cents; 1 without prices. */
function costs(
  { buildings, pops }: Known,
  prices: readonly UpgradePrice[],
  { m }: Session,
): (link: WanLink, toBps: number) => number {
  const rising = [...prices].sort((a, b) => a.toMbps - b.toMbps)
  if (rising.length === 0) return () => 1
  const places = new Map([
    ...pops.map(({ id, coordinates }) => [id, coordinates] as const),
    ...buildings.map(({ code, coordinates }) => [code, coordinates] as const),
  ])
  return ({ a, b }, toBps) => {
    const price = rising.find(({ toMbps }) => toMbps * 1e6 >= toBps)
    if (price === undefined) throw new UserError(m.roadmap.noPrice(m.format.rate(toBps)), m.roadmap.noPriceHint)
    const [from, to] = [places.get(a) ?? null, places.get(b) ?? null]
    const km = from === null || to === null ? 0 : distanceKm(from, to)
    return Math.max(1, Math.round((price.cost + price.perKm * km) * 100))
  }
}
