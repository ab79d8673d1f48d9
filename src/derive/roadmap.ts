import { byCode } from '../lib/text.js'
import { groupedBy, sum } from '../lib/group.js'
import type { RoadmapStep } from '../model/roadmap.js'
import { pathOf } from './paths.js'
import { UpgradeTree, type Bundle, type Raised, type RoadmapInput } from './upgrade-tree.js'

/** Links raised twice for which plans are made one by one. */
const MOST_TWICE = 4

/**
 * The upgrades, ranked: each step raises some links together, and those that bring most pupils to the standard for a
 * dollar come first. After its step a building has its whole demand, and no step takes that from another building. Raised
 * links carry as much up as down. Buildings without a path, or behind a link of unknown capacity, are in no step.
 *
 * The trees of links behind each link at a POP do not touch each other: each is looked at alone, and their steps are then
 * put in one order. In a tree, the next step is the one that brings most for its cost among: what closes the gap of one
 * building, and, for each link that several of these share, what closes the gaps of the likeliest of them together.
 */
export function deriveRoadmap(input: RoadmapInput): readonly RoadmapStep[] {
  const trees = groupedBy(input.ways.fromPops, (building) => pathOf(building, input.ways).at(-1)?.id ?? '')
  const steps = [...trees].flatMap(([trunk, buildings]) =>
    bestPlan(input, buildings).map((step) => ({ ...step, trunk })),
  )
  steps.sort((a, b) => b.pupils / b.cost - a.pupils / a.cost || byCode(nameOf(a), nameOf(b)))
  return steps.map(({ trunk, upgrades, cost, lifted, pupils }) => ({
    trunk,
    upgrades,
    cost,
    buildings: lifted,
    pupils,
  }))
}

function nameOf({ upgrades }: Bundle): string {
  return upgrades[0]?.link ?? ''
}

/** Steps of one tree, and what they cost and bring all together. */
type Plan = readonly Bundle[]

/**
 * A link that is raised, and raised again some steps later, is paid for twice; one that is raised at once to what it will
 * need makes the first step dearer. Which is better depends on what comes between: plans of both kinds are made, and the
 * one is kept that nowhere brings much less than another one for as much money.
 */
function bestPlan(input: RoadmapInput, buildings: readonly string[]): Plan {
  const first = planOf(input, buildings, new Map())
  const twice = raisedTwice(first)
  if (twice.size === 0) return first
  const single = twice.size > 1 && twice.size <= MOST_TWICE ? [...twice].map((one) => new Map([one])) : []
  const plans = [first, ...[twice, ...single].map((atOnce) => planOf(input, buildings, atOnce))]
  const scores = plans.map((plan) => scoreOf(plan, plans))
  return plans[scores.indexOf(Math.max(...scores))] ?? first
}

function planOf(input: RoadmapInput, buildings: readonly string[], atOnce: Raised): Plan {
  return falling(new UpgradeTree(input, buildings, atOnce).steps())
}

/** Links that several steps raise, each with what the last of them raises it to. */
function raisedTwice(plan: Plan): Raised {
  const steps = groupedBy(
    plan.flatMap(({ upgrades }) => upgrades),
    ({ link }) => link,
  )
  return new Map(
    [...steps].flatMap(([link, upgrades]) => (upgrades.length > 1 ? [[link, upgrades.at(-1)?.toBps ?? 0]] : [])),
  )
}

/** The least that a plan brings after any of its steps, of what the plan that is best there brings for as much. */
function scoreOf(plan: Plan, plans: readonly Plan[]): number {
  let [score, cost, pupils] = [1, 0, 0]
  for (const step of plan) {
    cost += step.cost
    pupils += step.pupils
    score = Math.min(score, pupils / Math.max(...plans.map((other) => pupilsFor(cost, other))))
  }
  return score
}

/** What is left for a part of a step buys as much elsewhere: it counts as that part of it. */
function pupilsFor(cents: number, plan: Plan): number {
  let [left, pupils] = [cents, 0]
  for (const step of plan) {
    const part = Math.min(1, left / step.cost)
    pupils += part * step.pupils
    left -= part * step.cost
    if (left <= 0) break
  }
  return pupils
}

/** Steps that bring more for a dollar than the one before are taken with it: what comes later is never the better buy. */
function falling(steps: Plan): Plan {
  const kept: Bundle[] = []
  for (const step of steps) {
    let last = step
    for (let before = kept.at(-1); before !== undefined; before = kept.at(-1)) {
      if (before.pupils * last.cost >= last.pupils * before.cost) break
      kept.pop()
      last = together(before, last)
    }
    kept.push(last)
  }
  return kept
}

/** Two steps as one: a link that both raise is raised once. */
function together(a: Bundle, b: Bundle): Bundle {
  const upgrades = new Map(a.upgrades.map((upgrade) => [upgrade.link, upgrade]))
  for (const upgrade of b.upgrades) {
    const fromBps = upgrades.get(upgrade.link)?.fromBps ?? upgrade.fromBps
    upgrades.set(upgrade.link, { ...upgrade, fromBps })
  }
  return {
    upgrades: [...upgrades.values()],
    cost: sum([...upgrades.values()].map(({ cost }) => cost)),
    lifted: [...a.lifted, ...b.lifted],
    pupils: a.pupils + b.pupils,
  }
}
