import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type { EquityBy, EquityRow, EquityUnit, WorstBuilding } from '../model/equity.js'
import type { Gap, Level } from '../model/records.js'
import { dispersionOf, partInWorst, worstTenthOf, type Weighted, type WorstTenth } from './dispersion.js'

/** A row before its group has a name in the user's language. */
export type NamelessRow = Omit<EquityRow, 'name'>

/** All pupils together, then the groups by each criterion: those that are known by code or number, then the unknown one. */
export function deriveEquity(units: readonly EquityUnit[], by: readonly EquityBy[]): readonly NamelessRow[] {
  const worst = worstTenthOf(measured(units))
  const all = rowOf(units, { by: 'all', group: null }, worst, null)
  const groups = by.flatMap((criterion) =>
    [...groupedBy(units, ({ groups: { [criterion]: group } }) => group)]
      .sort(([a], [b]) => inOrder(a, b))
      .map(([group, own]) => rowOf(own, { by: criterion, group }, worst, all)),
  )
  return [all, ...groups]
}

/** Numbers by size, other texts by code unit, null last. */
function inOrder(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : byCode(a, b)
}

function measured(units: readonly EquityUnit[]): Weighted[] {
  return units.flatMap(({ bpsPerPupil, pupils }) =>
    bpsPerPupil === null || pupils === null ? [] : [{ value: bpsPerPupil, weight: pupils }],
  )
}

function part(of: number, whole: number): number | null {
  return whole === 0 ? null : of / whole
}

function rowOf(
  units: readonly EquityUnit[],
  group: Pick<EquityRow, 'by' | 'group'>,
  worst: WorstTenth | null,
  all: NamelessRow | null,
): NamelessRow {
  const pupilsOf = (list: readonly EquityUnit[]): number => sum(list.map(({ pupils }) => pupils ?? 0))
  const at = (level: Level): number => pupilsOf(units.filter((unit) => unit.level === level))
  const values = measured(units)
  const { weight, median, p10, p90, gini, theil } = dispersionOf(values)
  const worstPupils = worst === null ? 0 : sum(values.map(({ value, weight: own }) => own * partInWorst(value, worst)))
  const rated = units.filter(({ ratio }) => ratio !== null)
  const pupils = pupilsOf(units)
  const [worstPart, ownPart] = [
    part(worstPupils, all?.worstPupils ?? worstPupils),
    part(weight, all?.pupilsMeasured ?? weight),
  ]
  const percent = part(at('ok'), pupils - at('unknown'))
  return {
    ...group,
    schools: new Set(units.map(({ school }) => school)).size,
    unknownSchools: new Set(units.filter((unit) => unit.pupils === null).map(({ school }) => school)).size,
    pupils,
    pupilsOk: at('ok'),
    pupilsTight: at('tight'),
    pupilsShort: at('short'),
    pupilsCritical: at('critical'),
    pupilsUnlinked: at('unlinked'),
    pupilsUnknown: at('unknown'),
    percentAtStandard: percent === null ? null : percent * 100,
    ratio: part(sum(rated.map(({ ratio, pupils: own }) => (ratio ?? 0) * (own ?? 0))), pupilsOf(rated)),
    pupilsMeasured: weight,
    ...{ medianBps: median, p10Bps: p10, p90Bps: p90 },
    p90OverP10: p90 === null || !p10 ? null : p90 / p10,
    ...{ gini, theil, worstPupils },
    percentOfWorst: worstPart === null ? null : worstPart * 100,
    overRepresentation: worstPart === null || !ownPart ? null : worstPart / ownPart,
  }
}

/** The buildings of the worst tenth of all pupils, those that have least first. */
export function worstBuildings(units: readonly EquityUnit[], gaps: readonly Gap[]): readonly WorstBuilding[] {
  const worst = worstTenthOf(measured(units))
  if (worst === null) return []
  const pupils = new Map(
    [...groupedBy(units, ({ building }) => building)].map(([building, own]) => [
      building,
      sum(own.map((unit) => unit.pupils ?? 0)),
    ]),
  )
  return gaps
    .flatMap(({ building, name, board, region, bpsPerPupil, ratio, level, bottleneck }): WorstBuilding[] => {
      const here = pupils.get(building) ?? 0
      const worstPupils = bpsPerPupil === null ? 0 : here * partInWorst(bpsPerPupil, worst)
      if (bpsPerPupil === null || worstPupils === 0) return []
      return [{ building, name, board, region, pupils: here, worstPupils, bpsPerPupil, ratio, level, bottleneck }]
    })
    .sort((a, b) => a.bpsPerPupil - b.bpsPerPupil || byCode(a.building, b.building))
}
