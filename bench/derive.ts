import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { deriveCapacity } from '../src/derive/capacity.js'
import { deriveDemands } from '../src/derive/demand.js'
import { findWays } from '../src/derive/paths.js'
import { deriveEquity } from '../src/derive/equity.js'
import { equityUnits } from '../src/derive/equity-units.js'
import { deriveRoadmap } from '../src/derive/roadmap.js'
import { deriveSharing } from '../src/derive/sharing.js'
import { deriveClusters } from '../src/derive/sharing-clusters.js'
import { placesOf } from '../src/derive/spans.js'
import { shipped } from '../src/lib/paths.js'
import type { CapacityInput } from '../src/model/capacity.js'
import { EQUITY_BY } from '../src/model/equity.js'
import type { BandwidthProfile } from '../src/model/profile.js'
import { median, type Bench } from './bench.js'
import { inventedProvince, SCHOOL_YEAR } from './derive/province.js'

const SEED = 20_181
const RUNS = 5

function timed(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

const province = inventedProvince(SEED)

function inputBy(id: string): CapacityInput {
  const text = readFileSync(shipped('data', 'reference', 'bandwidth-profiles.json'), 'utf8')
  const profile = (JSON.parse(text) as BandwidthProfile[]).find((one) => one.id === id)
  if (profile === undefined) throw new Error(`no standard ${id}`)
  return { ...province, profile, usersPerPupil: 1, schoolYear: SCHOOL_YEAR }
}

/** Each beside the gaps of the same province, which every command derives first. */
function linesBy(id: string): string[] {
  const input = inputBy(id)
  const gapsMs = timed(() => void deriveCapacity(input))
  const { gaps } = deriveCapacity(input)
  const [ways, demands] = [findWays(input.wanLinks, input.pops), deriveDemands(input)]
  const lineOf = (what: string, work: () => string): string => {
    let found = ''
    const ms = timed(() => (found = work()))
    return `${what}, ${id}: ${found} in ${ms.toFixed(0)} ms, the gaps: ${gapsMs.toFixed(0)} ms, ratio ${(ms / gapsMs).toFixed(2)}`
  }
  const costOf = (_link: unknown, toBps: number): number => (toBps > 1e9 ? 3_000_000 : 800_000)
  return [
    lineOf('roadmap', () => `${deriveRoadmap({ ways, demands, bothWays: false, costOf }).length} steps`),
    lineOf('sharing', () => {
      const { rows } = deriveSharing({ ...province, gaps, ways, demands, bothWays: false, withinKm: 15 })
      const places = placesOf(province)
      const clusters = deriveClusters(rows, (building) => places.get(building) ?? null, 5)
      return `${rows.length} places and ${clusters.length} clusters`
    }),
    lineOf('equity', () => {
      const units = equityUnits({ ...province, gaps, deprivation: [], schoolYear: SCHOOL_YEAR })
      return `${deriveEquity(units, EQUITY_BY).length} groups`
    }),
  ]
}

const derive: Bench = {
  id: 'derive',
  about: 'what is derived of an invented province of 4,664 buildings, beside its gaps',
  measure: () => Promise.resolve(['ontario-2016', 'nsw-2022'].flatMap(linesBy)),
}

export default derive
