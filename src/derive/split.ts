import type { SchoolBuilding, SchoolPart, SplitMethod } from '../model/organisation.js'
import { byCode } from '../lib/text.js'
import { groupedBy, sum } from '../lib/group.js'

/** Shares are typed with a few decimals: what is left under this is nobody's. */
const NOTHING = 1e-9

/** Weights of the buildings that no file gives a share for: by usable area when all are known, else equal. */
function guess(pairs: readonly SchoolBuilding[], areas: ReadonlyMap<string, number | null>) {
  const known = pairs.map((pair) => areas.get(pair.building) ?? 0)
  const byArea = known.every((area) => area > 0)
  return { weights: byArea ? known : known.map(() => 1), method: byArea ? ('area' as const) : ('equal' as const) }
}

function splitOne(pairs: readonly SchoolBuilding[], areas: ReadonlyMap<string, number | null>): SchoolPart[] {
  const part = (pair: SchoolBuilding, share: number, method: SplitMethod): SchoolPart => ({
    school: pair.school,
    building: pair.building,
    share,
    method,
    orders: pair.orders,
  })
  const [only] = pairs
  if (only && pairs.length === 1) return [part(only, 1, 'whole')]
  const told = sum(pairs.map((pair) => pair.share ?? 0))
  const open = pairs.filter((pair) => pair.share === null)
  const guessed = told > 0 || open.length > 0 ? open : pairs
  const { weights, method } = guess(guessed, areas)
  const rest = guessed.length === 0 || 1 - told < NOTHING ? 0 : 1 - told
  const scale = told + rest
  const total = sum(weights)
  const guesses = new Map(guessed.map((pair, i) => [pair, (rest * (weights[i] ?? 0)) / total / scale]))
  return pairs.map((pair) => {
    const share = guesses.get(pair)
    return share === undefined ? part(pair, (pair.share ?? 0) / scale, 'explicit') : part(pair, share, method)
  })
}

/**
 * Where each school's pupils are, sorted by building and school.
 *
 * A share that a file gives is taken; what is left goes to the other buildings by usable area (SUP_TOTALE) when all of
 * them have one, else equally. Every pupil is somewhere, and once: shares that do not add up to 1 are scaled to it.
 */
export function splitSchools(
  pairs: readonly SchoolBuilding[],
  areas: ReadonlyMap<string, number | null>,
): readonly SchoolPart[] {
  const sorted = [...pairs].sort((a, b) => byCode(a.building, b.building) || byCode(a.school, b.school))
  return [...groupedBy(sorted, (pair) => pair.school).values()]
    .flatMap((own) => splitOne(own, areas))
    .sort((a, b) => byCode(a.building, b.building) || byCode(a.school, b.school))
}
