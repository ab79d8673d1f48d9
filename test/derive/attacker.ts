import type { MapInput } from '../../src/model/map-format.js'
import type { BandwidthProfile } from '../../src/model/profile.js'
import type { EquipmentRules } from '../../src/model/equipment.js'

/**
 * Somebody who has the published map, knows the standards and the equipment rule, and wants the counts that are withheld.
 * Knows nothing of how they are withheld, but that a school so marked has fewer than 30 pupils.
 *
 * Unknowns are the pupils of each school in each of its buildings; what is published gives linear equations and bounds.
 */
export interface Bounds {
  readonly least: number
  readonly most: number
}

interface Row {
  readonly terms: ReadonlyMap<string, number>
  readonly least: number
  readonly most: number
}

const EPSILON = 1e-6

/** By unknown (`school building`, and `school` for all of it), between what its count must be. */
export function attack(
  map: MapInput,
  { profiles, rules }: { readonly profiles: readonly BandwidthProfile[]; readonly rules: EquipmentRules },
): ReadonlyMap<string, Bounds> {
  const rows = [...relations(map, profiles, rules)]
  return narrowed(rows, eliminated(rows))
}

function* relations(
  map: MapInput,
  profiles: readonly BandwidthProfile[],
  rules: EquipmentRules,
): Generator<Row, void, undefined> {
  const here = (building: string): string[] =>
    map.gaps.filter((gap) => gap.building === building).flatMap(({ schools }) => schools.map((s) => `${s} ${building}`))
  const row = (unknowns: readonly string[], least: number, most = least): Row => {
    const terms = new Map<string, number>()
    for (const each of unknowns) terms.set(each, (terms.get(each) ?? 0) + 1)
    return { terms, least, most }
  }
  const ofSchool = new Map<string, string[]>()
  for (const gap of map.gaps) {
    for (const school of gap.schools)
      ofSchool.set(school, [...(ofSchool.get(school) ?? []), `${school} ${gap.building}`])
  }
  for (const [school, parts] of ofSchool) {
    yield { terms: new Map([[school, -1], ...parts.map((part) => [part, 1] as const)]), least: 0, most: 0 }
    yield row([school], 0, map.suppressedSchools?.has(school) === true ? 29 : Infinity)
    for (const part of parts) yield row([part], 0, Infinity)
    const pupils = map.schoolPupils.get(school) ?? null
    if (pupils !== null) yield row([school], pupils)
  }
  for (const { school, building, share } of map.schoolParts) {
    if (share === null || !ofSchool.has(school)) continue
    yield {
      terms: new Map([
        [`${school} ${building}`, 1],
        [school, -share],
      ]),
      least: 0,
      most: 0,
    }
  }
  for (const lot of map.shortfalls) {
    const rule = rules.categories[lot.category]
    const youthOnly = map.schoolPupils.get(lot.school) === lot.pupils
    if (typeof rule?.perPupils !== 'number' || lot.target === null || !youthOnly) continue
    const { floor, perPupils } = rule
    yield row([lot.school], (lot.target - 1 - floor) * perPupils, (lot.target - floor) * perPupils)
    if (lot.pupils !== null) yield row([lot.school], lot.pupils)
  }

  const capacity = new Map(map.wanLinks.map((link) => [link.id, link.capacityDownBps ?? Infinity]))
  for (const view of [{ profile: map.profile, gaps: map.gaps, linkLoads: map.linkLoads }, ...map.views]) {
    const profile = profiles.find(({ id }) => id === view.profile)
    const bps = profile === undefined ? null : rateOf(map, profile)
    if (profile === undefined || bps === null) continue
    for (const gap of view.gaps) {
      const own = here(gap.building)
      if (own.length === 0) continue
      if (gap.pupils !== null) yield row(own, gap.pupils)
      if (gap.demandDownBps !== null) yield row(own, gap.demandDownBps / bps)
      if (gap.shareDownBps !== null && gap.bpsPerPupil) yield row(own, gap.shareDownBps / gap.bpsPerPupil)
      if (gap.shareDownBps !== null && gap.ratio) yield row(own, gap.shareDownBps / gap.ratio / bps)
      if (gap.bpsPerPupil !== null && gap.bottleneck === gap.path[0] && gap.bottleneck !== null) {
        const alone = view.gaps.filter(({ path }) => path.includes(gap.bottleneck ?? '')).length === 1
        if (alone) yield row(own, (capacity.get(gap.bottleneck) ?? 0) / gap.bpsPerPupil)
      }
      // On a path of its own, the level alone is two bounds.
      const narrowest = Math.min(...gap.path.map((link) => capacity.get(link) ?? Infinity))
      const alone = gap.path.every((link) => view.gaps.filter(({ path }) => path.includes(link)).length === 1)
      const between = { ok: [0, 1], tight: [1, 1 / 0.8], short: [1 / 0.8, 2], critical: [2, Infinity] } as const
      if (gap.path.length > 0 && gap.level in between) {
        const [least, most] = between[gap.level as keyof typeof between]
        if (alone) yield row(own, (least * narrowest) / bps, (most * narrowest) / bps)
        else if (gap.level === 'ok') yield row(own, 0, narrowest / bps)
      }
      if (gap.oversubscription !== null && gap.bottleneck !== null) {
        const behind = view.gaps.filter(({ path }) => path.includes(gap.bottleneck ?? ''))
        const all = behind.flatMap(({ building }) => here(building))
        yield row(all, (gap.oversubscription * (capacity.get(gap.bottleneck) ?? 0)) / bps)
      }
    }
    for (const load of view.linkLoads) {
      const all = view.gaps.filter(({ path }) => path.includes(load.link)).flatMap(({ building }) => here(building))
      const told = load.demandDownBps ?? (load.load === null ? null : load.load * (capacity.get(load.link) ?? 0))
      if (told !== null && all.length > 0 && profile.boardMinimumDownMbps === null) yield row(all, told / bps)
      if (load.level === 'ok' && all.length > 0) yield row(all, 0, (capacity.get(load.link) ?? Infinity) / bps)
    }
  }
  for (const step of map.roadmap) {
    const told = step.buildings.filter((code) => map.gaps.some((gap) => gap.building === code && gap.pupils !== null))
    if (step.pupils !== null) yield row(told.flatMap(here), step.pupils)
  }
}

/** Bits per second for a pupil; null when the standard has none, or the board's size leaves two bands open. */
function rateOf({ schoolPupils, suppressedSchools }: MapInput, { down }: BandwidthProfile): number | null {
  const told = [...schoolPupils.values()].reduce<number>((sum, pupils) => sum + (pupils ?? 0), 0)
  const most = told + 29 * (suppressedSchools?.size ?? 0)
  const [band, other] = [told, most].map((size) => down.findLast(({ fromPupils }) => fromPupils <= size))
  return band === undefined || band !== other ? null : band.mbpsPerUser * 1e6
}

/** Gauss and Jordan on the equations: each unknown that they settle, as a row of its own. */
function eliminated(rows: readonly Row[]): readonly Row[] {
  const unknowns = [...new Set(rows.flatMap(({ terms }) => [...terms.keys()]))]
  const matrix = rows
    .filter(({ least, most }) => least === most)
    .map(({ terms, least }) => [...unknowns.map((name) => terms.get(name) ?? 0), least])
  let rank = 0
  for (let column = 0; column < unknowns.length; column++) {
    const pivot = matrix.slice(rank).reduce((best, line, i) => {
      return Math.abs(line[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0) ? rank + i : best
    }, rank)
    const line = matrix[pivot]
    const value = line?.[column] ?? 0
    if (line === undefined || Math.abs(value) < EPSILON) continue
    matrix[pivot] = matrix[rank] ?? line
    const scaled = line.map((each) => each / value)
    matrix[rank] = scaled
    for (const [i, other] of matrix.entries()) {
      const factor = other[column] ?? 0
      if (i !== rank && factor !== 0) matrix[i] = other.map((each, k) => each - factor * (scaled[k] ?? 0))
    }
    rank++
  }
  return matrix.slice(0, rank).map((line) => {
    const value = line.at(-1) ?? 0
    const terms = unknowns.flatMap((name, i) =>
      Math.abs(line[i] ?? 0) < EPSILON ? [] : [[name, line[i] ?? 0] as const],
    )
    return { terms: new Map(terms), least: value, most: value }
  })
}

/** What each unknown can be, given what the others can: repeated until nothing narrows. */
function narrowed(given: readonly Row[], settled: readonly Row[]): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>()
  const rows = [...given, ...settled]
  for (const { terms } of rows) for (const name of terms.keys()) bounds.set(name, { least: 0, most: Infinity })
  for (let turn = 0, moved = true; moved && turn < 50; turn++) {
    moved = false
    for (const { terms, least, most } of rows) {
      for (const [name, factor] of terms) {
        let [low, high] = [least, most]
        for (const [other, weight] of terms) {
          if (other === name) continue
          const { least: a, most: b } = bounds.get(other) ?? { least: 0, most: Infinity }
          low -= weight > 0 ? weight * b : weight * a
          high -= weight > 0 ? weight * a : weight * b
        }
        const [from, to] = factor > 0 ? [low / factor, high / factor] : [high / factor, low / factor]
        const now = bounds.get(name) ?? { least: 0, most: Infinity }
        const next = { least: Math.max(now.least, from), most: Math.min(now.most, to) }
        if (next.least > now.least + EPSILON || next.most < now.most - EPSILON) {
          bounds.set(name, next)
          moved = true
        }
      }
    }
  }
  return bounds
}
