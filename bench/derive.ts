import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { deriveCapacity } from '../src/derive/capacity.js'
import { deriveDemands } from '../src/derive/demand.js'
import { findWays } from '../src/derive/paths.js'
import { deriveRoadmap } from '../src/derive/roadmap.js'
import { shipped } from '../src/lib/paths.js'
import type { CapacityInput } from '../src/model/capacity.js'
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

function inputBy(id: string): CapacityInput {
  const text = readFileSync(shipped('data', 'reference', 'bandwidth-profiles.json'), 'utf8')
  const profile = (JSON.parse(text) as BandwidthProfile[]).find((one) => one.id === id)
  if (profile === undefined) throw new Error(`no standard ${id}`)
  return { ...inventedProvince(SEED), profile, usersPerPupil: 1, schoolYear: SCHOOL_YEAR }
}

/** Beside the gaps of the same province, which every command derives first. */
function roadmapLine(id: string): string {
  const input = inputBy(id)
  const gapsMs = timed(() => void deriveCapacity(input))
  let steps = 0
  const ways = findWays(input.wanLinks, input.pops)
  const demands = deriveDemands(input)
  const costOf = (_link: unknown, toBps: number): number => (toBps > 1e9 ? 3_000_000 : 800_000)
  const ms = timed(() => (steps = deriveRoadmap({ ways, demands, bothWays: false, costOf }).length))
  return `roadmap, ${id}: ${steps} steps in ${ms.toFixed(0)} ms, the gaps: ${gapsMs.toFixed(0)} ms, ratio ${(ms / gapsMs).toFixed(2)}`
}

const derive: Bench = {
  id: 'derive',
  about: 'what is derived of an invented province of 4,664 buildings, beside its gaps',
  measure: () => Promise.resolve(['ontario-2016', 'nsw-2022'].map(roadmapLine)),
}

export default derive
