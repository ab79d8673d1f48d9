import type { ComparedGap, GapChange, GapChangeKind, StandardTotal } from '../model/comparison.js'
import { TOLERANCE } from '../model/level.js'
import type { Gap, Level } from '../model/records.js'
import { byCode } from '../lib/text.js'
import { sum } from '../lib/group.js'

/** Levels from the worst to the best; what is unknown has no place among them. */
const RISING: readonly Level[] = ['unlinked', 'critical', 'short', 'tight', 'ok']

function isEmpty(gap: Gap | undefined): boolean {
  return gap === undefined || gap.reasons.some(({ code }) => code === 'no-pupils')
}

function isNear(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b)))
}

/** What becomes of a building; null when nothing does that a reader would see. */
function kindOf(before: Gap | undefined, after: Gap | undefined): GapChangeKind | null {
  if (isEmpty(before) !== isEmpty(after)) return isEmpty(before) ? 'opens' : 'empties'
  if (before === undefined || after === undefined) return before === after ? null : 'differs'
  const [from, to] = [RISING.indexOf(before.level), RISING.indexOf(after.level)]
  if (from !== to) return from < 0 || to < 0 ? 'differs' : from < to ? 'better' : 'worse'
  const isSame = isNear(before.ratio, after.ratio)
  if (!isSame && before.ratio !== null && after.ratio !== null) return before.ratio < after.ratio ? 'better' : 'worse'
  const fields = ['pupils', 'demandDownBps', 'demandUpBps', 'shareDownBps', 'shareUpBps'] as const
  return isSame && fields.every((field) => isNear(before[field], after[field])) ? null : 'differs'
}

/** The buildings that differ between two states of the network by the same standard, by code. */
export function deriveGapChanges(before: readonly Gap[], after: readonly Gap[]): readonly GapChange[] {
  const [was, is] = [before, after].map((gaps) => new Map(gaps.map((gap) => [gap.building, gap])))
  const codes = [...new Set([...before, ...after].map(({ building }) => building))].sort(byCode)
  return codes.flatMap((code): GapChange[] => {
    const [from, to] = [was?.get(code), is?.get(code)]
    const known = to ?? from
    const change = kindOf(from, to)
    if (known === undefined || change === null) return []
    return [
      {
        ...{ building: code, name: known.name, board: known.board, region: known.region, profile: known.profile },
        change,
        pupilsBefore: from?.pupils ?? null,
        pupilsAfter: to?.pupils ?? null,
        demandDownBpsBefore: from?.demandDownBps ?? null,
        demandDownBpsAfter: to?.demandDownBps ?? null,
        shareDownBpsBefore: from?.shareDownBps ?? null,
        shareDownBpsAfter: to?.shareDownBps ?? null,
        ratioBefore: from?.ratio ?? null,
        ratioAfter: to?.ratio ?? null,
        levelBefore: from?.level ?? null,
        levelAfter: to?.level ?? null,
        bottleneckBefore: from?.bottleneck ?? null,
        bottleneckAfter: to?.bottleneck ?? null,
      },
    ]
  })
}

/** How many buildings with pupils, and how many known pupils, have what the standard asks for. */
export function totalOf(gaps: readonly Gap[]): StandardTotal {
  const inhabited = gaps.filter((gap) => !isEmpty(gap))
  const served = inhabited.filter(({ level }) => level === 'ok')
  const pupilsOf = (list: readonly Gap[]): number => sum(list.map(({ pupils }) => pupils ?? 0))
  return {
    buildings: inhabited.length,
    buildingsOk: served.length,
    pupils: pupilsOf(inhabited),
    pupilsOk: pupilsOf(served),
  }
}

/** The same buildings by several standards, one row each. Every list holds the same buildings, by code. */
export function compareStandards(results: readonly (readonly Gap[])[]): readonly ComparedGap[] {
  return (results[0] ?? []).map(({ building, name, board, region, pupils, schoolYear }, i) => ({
    ...{ building, name, board, region, pupils, schoolYear },
    standards: results.flatMap((gaps) => {
      const gap = gaps[i]
      if (gap === undefined) return []
      const { profile, demandDownBps, demandUpBps, ratio, level, bottleneck } = gap
      return [{ profile, demandDownBps, demandUpBps, ratio, level, bottleneck }]
    }),
  }))
}
