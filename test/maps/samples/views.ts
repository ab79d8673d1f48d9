import type { MapInput, MapView } from '../../../src/model/map-format.js'
import { levelOfRatio } from '../../../src/model/level.js'
import type { Gap, LinkLoad } from '../../../src/model/records.js'
import type { RoadmapRow } from '../../../src/model/roadmap.js'
import type { LinkMeasure } from '../../../src/model/traffic.js'

/** The standards that the product ships, and what a pupil needs by each, in Mbit/s; the map's own is 1. */
const STANDARDS = {
  'dfe-2022': 0.6,
  'fcc-2014': 0.1,
  'fcc-2018': 1,
  giga: 0.02,
  'nsw-2022': 5,
  'setda-2017': 0.7,
  'setda-2020': 2,
  'setda-2023': 1.4,
}

function gapAt(gap: Gap, factor: number, profile: string): Gap {
  const demandDownBps = gap.demandDownBps === null ? null : Math.round(gap.demandDownBps * factor)
  const ratio = gap.shareDownBps === null || demandDownBps === null ? null : gap.shareDownBps / demandDownBps
  const level = gap.level === 'unlinked' ? 'unlinked' : levelOfRatio(ratio)
  const isNarrow = ratio !== null && ratio < 1
  const access = gap.path[0] ?? null
  return {
    ...gap,
    profile,
    demandDownBps,
    ratio,
    level,
    bottleneck: isNarrow ? (gap.bottleneck ?? access) : null,
    closing: isNarrow && access !== null ? [{ link: access, fromBps: gap.shareDownBps ?? 0, toBps: 10e9 }] : [],
  }
}

function loadAt(load: LinkLoad, factor: number): LinkLoad {
  const demandDownBps = load.demandDownBps === null ? null : load.demandDownBps * factor
  const part = load.load === null ? null : load.load * factor
  return { ...load, demandDownBps, load: part, level: levelOfRatio(part === null || part === 0 ? null : 1 / part) }
}

/** An input as each of the other standards would see it. */
function standardViews(input: MapInput): MapView[] {
  return Object.entries(STANDARDS).map(([profile, factor]) => ({
    kind: 'profile',
    id: profile,
    label: null,
    profile,
    schoolYear: input.schoolYear,
    gaps: input.gaps.map((gap) => gapAt(gap, factor, profile)),
    linkLoads: input.linkLoads.map((load) => loadAt(load, factor)),
  }))
}

/** Every unlinked building is linked at 1 Gbit/s, and the first that is short is closed. */
function scenario(input: MapInput): MapView {
  const closed = input.gaps.find(({ level }) => level === 'short')
  const gaps = input.gaps
    .filter((gap) => gap !== closed)
    .map((gap): Gap =>
      gap.level === 'unlinked' && gap.demandDownBps !== null
        ? { ...gap, level: 'ok', shareDownBps: 1e9, ratio: 1e9 / gap.demandDownBps, reasons: [] }
        : gap,
    )
  const { profile, schoolYear, linkLoads } = input
  return { kind: 'scenario', id: 'scenario', label: 'Plan 2030', profile, schoolYear, gaps, linkLoads }
}

/** One upgrade a step, of the access of each building that its own access holds back, the most pupils first. */
function roadmap(input: MapInput): RoadmapRow[] {
  const known = input.gaps.flatMap(({ pupils }) => pupils ?? [])
  const all = known.reduce((sum, pupils) => sum + pupils, 0)
  const served = input.gaps.filter(({ level }) => level === 'ok').reduce((sum, { pupils }) => sum + (pupils ?? 0), 0)
  const held = input.gaps.filter(({ closing, pupils }) => closing.length > 0 && pupils !== null)
  let pupilsTotal = served
  return [...held]
    .sort((a, b) => (b.pupils ?? 0) - (a.pupils ?? 0))
    .map((gap, i) => {
      pupilsTotal += gap.pupils ?? 0
      return {
        step: i + 1,
        upgrades: gap.closing,
        buildings: [gap.building],
        pupils: gap.pupils ?? 0,
        costCents: 500_000,
        upgradesTotal: i + 1,
        costTotalCents: 500_000 * (i + 1),
        pupilsTotal,
        percent: (100 * pupilsTotal) / all,
      }
    })
}

/** Every third link is measured; the first of them is full in 7 months. */
function measures(input: MapInput): ReadonlyMap<string, LinkMeasure> {
  const measured = input.wanLinks.filter(({ capacityDownBps }, i) => i % 3 === 0 && capacityDownBps !== null)
  return new Map(
    measured.map(({ id: link, capacityDownBps }, i) => {
      const capacity = capacityDownBps ?? 0
      const use = ((i * 37) % 100) / 100
      const p95DownBps = Math.round(use * capacity)
      const rates = { p95DownBps, p95UpBps: Math.round(p95DownBps / 4), headroomBps: capacity - p95DownBps }
      const days = { since: '2026-10-20', until: '2026-11-20', days: 30 }
      return [link, { link, ...days, ...rates, use, monthsUntilFull: i === 0 ? 7 : null }]
    }),
  )
}

/** An input with all that the page can switch to: nine standards, a scenario, a roadmap, measures. */
export function withViews(input: MapInput): MapInput {
  return {
    ...input,
    views: [...standardViews(input), scenario(input)],
    roadmap: roadmap(input),
    measures: measures(input),
  }
}

const REGIONS = [
  'Bas-Saint-Laurent',
  'Côte-Nord',
  'Estrie',
  'Gaspésie–Îles-de-la-Madeleine',
  'Laurentides',
  'Outaouais',
]

/** The same buildings shared among so many boards, one after the other, each in one of six regions. */
export function inBoards(input: MapInput, count: number): MapInput {
  const code = (i: number): string => `${799 - (i % count)}000`
  const region = (i: number): string => REGIONS[(i % count) % REGIONS.length] ?? ''
  const boards = Array.from({ length: count }, (_, i) => ({
    code: code(i),
    name: `Centre de services scolaire numéro ${i + 1}`,
    language: 'Franco' as const,
    municipality: null,
  }))
  return {
    ...input,
    boards,
    gaps: input.gaps.map((gap, i) => ({ ...gap, board: code(i), region: region(i) })),
    buildings: input.buildings.map((building, i) => ({ ...building, region: region(i) })),
    schools: input.schools.map((school, i) => ({ ...school, board: code(i) })),
  }
}
