import t from 'tap'
import fc from 'fast-check'
import type { CapacityInput, CapacityResult } from '../../src/model/capacity.js'
import type { WanLink } from '../../src/model/wan-link.js'
import { deriveCapacity } from '../../src/derive/capacity.js'
import { gapOf, link, MBPS, oneSchoolEach, pop, profiles } from './network.js'

// ---- Random networks, against answers found another way ----

interface RandomLink {
  readonly from: number
  readonly to: number
  readonly mbps: number | null
  readonly kind: 'primary' | 'backup' | 'planned'
}

const SIZE = 9
const POPS = 2

const randomLink: fc.Arbitrary<RandomLink> = fc.record({
  from: fc.nat({ max: SIZE - 1 }),
  to: fc.nat({ max: SIZE + POPS - 1 }),
  mbps: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 900 }) },
    { weight: 1, arbitrary: fc.constantFrom(null, 0, 10_000) },
  ),
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant('primary' as const) },
    fc.constantFrom('backup' as const, 'planned' as const),
  ),
})

/** Any graph: trees, rings, parallel links, links to nowhere and back, two POPs. */
const randomNetwork: fc.Arbitrary<CapacityInput> = fc
  .record({
    demands: fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 500 }) }, fc.constant(null)), {
      minLength: SIZE,
      maxLength: SIZE,
    }),
    links: fc.array(randomLink, { minLength: 4, maxLength: 18 }),
  })
  .map(({ demands, links }) => {
    const node = (i: number): string => (i < SIZE ? `N${i}` : `POP${i - SIZE}`)
    const wanLinks = links.map(({ from, to, mbps, kind }, i) =>
      link(`L${i}`, node(from), node(to), mbps, {
        role: kind === 'backup' ? 'backup' : 'primary',
        status: kind === 'planned' ? 'planned' : 'operational',
      }),
    )
    const input = oneSchoolEach(Object.fromEntries(demands.map((demand, i) => [node(i), demand])), wanLinks)
    return { ...input, pops: [pop('POP0'), pop('POP1')] }
  })

/** Every simple way from a building to a POP over primary links in service. */
function allPaths(input: CapacityInput, from: string, seen: readonly string[] = []): WanLink[][] {
  if (input.pops.some((one) => one.id === from)) return [[]]
  if (seen.includes(from)) return []
  return input.wanLinks
    .filter((one) => one.a === from && one.role === 'primary' && one.status === 'operational')
    .flatMap((one) => allPaths(input, one.b, [...seen, from]).map((rest) => [one, ...rest]))
}

interface Flow {
  readonly code: string
  readonly demand: number
  readonly links: readonly string[]
}

/**
 * Max-min shares by their definition: bisect the greatest common growth that overfills no link, stop all that a full
 * link carries, start again with the others. Knows nothing of trees.
 */
function sharesByBisection(flows: readonly Flow[], capacities: ReadonlyMap<string, number>): Map<string, number> {
  const stopped = new Map<string, number>()
  const active = (): Flow[] => flows.filter((flow) => !stopped.has(flow.code))
  const use = (id: string, growth: number): number =>
    flows
      .filter((flow) => flow.links.includes(id))
      .reduce((sum, flow) => sum + (stopped.get(flow.code) ?? growth) * flow.demand, 0)
  while (active().length > 0) {
    const ids = [...new Set(active().flatMap((flow) => flow.links))].filter((id) => capacities.has(id))
    const fits = (growth: number): boolean => ids.every((id) => use(id, growth) <= (capacities.get(id) ?? 0))
    let low = 0
    let high = 1
    if (fits(1)) low = 1
    else
      for (let i = 0; i < 100; i += 1)
        [low, high] = fits((low + high) / 2) ? [(low + high) / 2, high] : [low, (low + high) / 2]
    const full = low === 1 ? [] : ids.filter((id) => use(id, high) > (capacities.get(id) ?? 0))
    for (const flow of active()) {
      if (low === 1 || flow.links.some((id) => full.includes(id))) stopped.set(flow.code, low)
    }
  }
  return new Map(flows.map((flow) => [flow.code, (stopped.get(flow.code) ?? 0) * flow.demand]))
}

/** The oracle's question in a result's terms: its paths, the demands as given. */
function flowsOf(input: CapacityInput, result: CapacityResult): Flow[] {
  return input.enrolment.flatMap(({ school: code, pupils: demand }) => {
    const { path } = gapOf(result, code)
    return demand > 0 && path.length > 0 ? [{ code, demand, links: path }] : []
  })
}

function capacitiesOf(input: CapacityInput, raised: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  return new Map(
    input.wanLinks.flatMap((one): [string, number][] => {
      const bps = raised.get(one.id) ?? (one.capacityDownBps === null ? null : one.capacityDownBps / MBPS)
      return bps === null ? [] : [[one.id, bps]]
    }),
  )
}

/** True when two ways lead between some two places over primary links in service: union–find meets one set twice. */
function hasRing({ wanLinks, pops }: CapacityInput): boolean {
  const over = new Map<string, string>()
  const root = (node: string): string => {
    const next = over.get(node)
    return next === undefined ? node : root(next)
  }
  const place = (end: string): string => (pops.some(({ id }) => id === end) ? 'a POP' : end)
  return wanLinks.some(({ a, b, role, status }) => {
    if (role !== 'primary' || status !== 'operational') return false
    const [from, to] = [root(place(a)), root(place(b))]
    if (from === to) return a !== b
    over.set(from, to)
    return false
  })
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

await t.test('on random networks', async (t) => {
  await t.test('every path is one of the widest of the shortest', async () => {
    fc.assert(
      fc.property(randomNetwork, (input) => {
        const result = deriveCapacity(input)
        return input.buildings.every(({ code }) => {
          const paths = allPaths(input, code)
          const chosen = gapOf(result, code).path
          if (paths.length === 0) {
            const level = input.wanLinks.length === 0 ? 'unknown' : 'unlinked'
            return chosen.length === 0 && gapOf(result, code).level === level
          }
          const fewest = Math.min(...paths.map((path) => path.length))
          const width = (path: readonly WanLink[]): number => Math.min(...path.map((one) => one.capacityDownBps ?? 0))
          const shortest = paths.filter((path) => path.length === fewest)
          const mine = shortest.find((path) => path.map((one) => one.id).join() === chosen.join())
          return mine !== undefined && width(mine) === Math.max(...shortest.map(width))
        })
      }),
      { numRuns: 500 },
    )
  })

  await t.test('shares are those of max-min fairness, found by bisection, where networks have rings', async (t) => {
    let held = 0
    let shared = 0
    fc.assert(
      fc.property(randomNetwork.filter(hasRing), (input) => {
        const result = deriveCapacity(input)
        const flows = flowsOf(input, result)
        const taken = flows.flatMap(({ links }) => links)
        fc.pre(new Set(taken).size < taken.length)
        shared += 1
        const expected = sharesByBisection(flows, capacitiesOf(input))
        return result.gaps.every((gap) => {
          const share = expected.get(gap.building)
          const unknown = gap.path.some((id) => input.wanLinks.find((one) => one.id === id)?.capacityDownBps === null)
          if (share === undefined || unknown) return gap.shareDownBps === null && gap.ratio === null
          if (gap.bottleneck !== null) held += 1
          return near((gap.shareDownBps ?? NaN) / MBPS, share) && (gap.bottleneck !== null) === (gap.ratio ?? NaN) < 1
        })
      }),
      { numRuns: 1000 },
    )
    t.ok(held > 1000, `${held} shares were held by a link`)
    t.equal(shared, 1000, 'each network has a ring, and a link that several buildings share')
  })

  await t.test(
    'no link carries more than its capacity, a bottleneck is full, and nothing is negative or NaN',
    async () => {
      fc.assert(
        fc.property(randomNetwork, (input) => {
          const result = deriveCapacity(input)
          const carried = (id: string): number =>
            result.gaps.reduce((sum, gap) => sum + (gap.path.includes(id) ? (gap.shareDownBps ?? 0) : 0), 0)
          const known = new Set(input.wanLinks.filter((one) => one.capacityDownBps === null).map((one) => one.id))
          const bottlenecks = new Set(result.gaps.map((gap) => gap.bottleneck))
          const fair = input.wanLinks.every(({ id, capacityDownBps: capacity }) => {
            if (capacity === null) return true
            const behindUnknown = result.gaps.some(
              (gap) => gap.path.includes(id) && gap.path.some((other) => known.has(other)),
            )
            const full = behindUnknown || near(carried(id) / MBPS, capacity / MBPS)
            return carried(id) <= capacity * (1 + 1e-9) && (!bottlenecks.has(id) || full)
          })
          const figures = [...result.gaps, ...result.linkLoads].flatMap((record) => Object.values(record))
          return fair && figures.every((value) => typeof value !== 'number' || (Number.isFinite(value) && value >= 0))
        }),
        { numRuns: 500 },
      )
    },
  )

  await t.test(
    'a single point of failure is a link whose removal cuts the building off, whichever way traffic may turn',
    async () => {
      const reaches = (input: CapacityInput, from: string, without: string | null): boolean => {
        const seen = new Set([from])
        for (const node of seen) {
          for (const one of input.wanLinks) {
            if (one.id === without || one.status !== 'operational') continue
            if (one.a === node) seen.add(one.b)
            if (one.b === node) seen.add(one.a)
          }
        }
        return input.pops.some((one) => seen.has(one.id))
      }
      fc.assert(
        fc.property(randomNetwork, (input) =>
          deriveCapacity(input).gaps.every((gap) => {
            const cut = input.wanLinks.some((one) => !reaches(input, gap.building, one.id))
            return gap.singlePointOfFailure === (gap.path.length > 0 && cut)
          }),
        ),
        { numRuns: 500 },
      )
    },
  )

  await t.test(
    'closing raises the fewest links that bring the building to its demand, to the lowest tiers that do',
    async (t) => {
      const tiers = [100, 1000, 10_000, 100_000]
      let closed = 0
      fc.assert(
        fc.property(randomNetwork, (input) => {
          const result = deriveCapacity(input)
          const flows = flowsOf(input, result)
          return result.gaps.every((gap) => {
            if (gap.ratio === null || gap.ratio >= 1) return gap.closing.length === 0
            closed += 1
            const demand = (gap.demandDownBps ?? 0) / MBPS
            const served = (raised: ReadonlyMap<string, number>): boolean =>
              near(sharesByBisection(flows, capacitiesOf(input, raised)).get(gap.building) ?? 0, demand)
            const subsets = gap.path.reduce<string[][]>((all, id) => [...all, ...all.map((set) => [...set, id])], [[]])
            const enough = subsets.filter((set) => served(new Map(set.map((id) => [id, 1e9]))))
            const fewest = Math.min(...enough.map((set) => set.length))
            const steps = new Map(gap.closing.map((step) => [step.link, step.toBps / MBPS]))
            const lower = gap.closing.flatMap((step) => {
              const tier = tiers[tiers.indexOf(step.toBps / MBPS) - 1]
              return tier === undefined ? [] : [new Map([...steps, [step.link, tier]])]
            })
            return gap.closing.length === fewest && served(steps) && !lower.some(served)
          })
        }),
        { numRuns: 200 },
      )
      t.ok(closed > 200, `${closed} gaps were closed`)
    },
  )

  await t.test('the order of rows changes nothing', async (t) => {
    const shuffled = <T>(rows: readonly T[], seed: number): T[] =>
      rows
        .map((row, i) => ({ row, key: ((i + 1) * (seed * 2 + 1) * 7919) % 1009 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row)
    fc.assert(
      fc.property(randomNetwork, fc.nat({ max: 1000 }), fc.constantFrom(...profiles), (input, seed, profile) => {
        const other = Object.fromEntries(
          Object.entries(input).map(([key, value]) => [
            key,
            Array.isArray(value) ? shuffled(value, seed) : (value as unknown),
          ]),
        ) as unknown as CapacityInput
        t.same(deriveCapacity({ ...other, profile }), deriveCapacity({ ...input, profile }))
      }),
      { numRuns: 200 },
    )
  })
})
