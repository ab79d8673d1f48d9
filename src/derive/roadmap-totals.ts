import { sum } from '../lib/group.js'
import type { Gap } from '../model/records.js'
import type { RoadmapRow } from '../model/roadmap.js'

/**
 * The steps of a roadmap with their pupils and totals counted anew over the gaps that are left: of those that a filter
 * draws, or of those whose pupils are told. A step that lifts none of these buildings goes.
 */
export function retotalled(rows: readonly RoadmapRow[], gaps: readonly Gap[]): readonly RoadmapRow[] {
  const pupils = new Map(gaps.map((gap) => [gap.building, gap.pupils]))
  const pupilsOf = (buildings: readonly string[]): number => sum(buildings.map((code) => pupils.get(code) ?? 0))
  const all = pupilsOf([...pupils.keys()])
  let pupilsTotal = pupilsOf(gaps.filter(({ level }) => level === 'ok').map(({ building }) => building))
  let [upgradesTotal, costTotalCents]: [number, number | null] = [0, 0]
  return rows
    .map((row) => ({ ...row, buildings: row.buildings.filter((code) => pupils.has(code)) }))
    .filter(({ buildings }) => buildings.length > 0)
    .map((row, i) => {
      const isTold = row.buildings.some((code) => pupils.get(code) !== null)
      pupilsTotal += pupilsOf(row.buildings)
      upgradesTotal += row.upgrades.length
      costTotalCents = costTotalCents === null || row.costCents === null ? null : costTotalCents + row.costCents
      return {
        ...row,
        step: i + 1,
        pupils: isTold ? pupilsOf(row.buildings) : null,
        upgradesTotal,
        costTotalCents,
        pupilsTotal,
        percent: all === 0 ? 0 : (pupilsTotal / all) * 100,
      }
    })
}
