import type { CategoryRule, RatioOrder } from '../model/equipment.js'
import type { Orders, Sector } from '../model/organisation.js'
import { teaches, type KnownPupils, type SectorCounts } from './enrolment.js'

/** Pupils that one ratio divides. */
export interface RatioTerm {
  readonly pupils: number
  /** The orders of teaching that they may be of; empty when the rule has one ratio for all. */
  readonly orders: readonly RatioOrder[]
  /** Pupils for one unit: the most favourable ratio of these orders; null when the rule has none, so that nothing is due. */
  readonly perPupils: number | null
  /** The orders have different ratios, the best of which holds for all. */
  readonly isFavourable: boolean
}

/** What is due of a category to a school, with its arithmetic. */
export interface Target {
  /** Floor + progression × the sum of pupils ÷ ratio, before rounding. */
  readonly raw: number
  readonly units: number
  /** The bound of the rule that decides of the units; null when none does. */
  readonly bound: 'minimum' | 'maximum' | null
  readonly terms: readonly RatioTerm[]
}

/** Divisions leave dust such as 15.000000000000002, which must not round up to 16. */
const DUST = 1e-9

const ROUNDED: Readonly<Record<CategoryRule['rounding'], (raw: number) => number>> = {
  up: (raw) => Math.ceil(raw - DUST),
  nearest: (raw) => Math.floor(raw + 0.5 + DUST),
  down: (raw) => Math.floor(raw + DUST),
}

/** Orders of teaching whose pupils the sector `youth` holds. */
const YOUTH_ORDERS = ['preschool', 'primary', 'secondary'] as const

/** The orders that pupils of a sector may be of; all that the sector may hold, when the school tells none. */
function ordersOf(sector: Sector, orders: Orders, counts: SectorCounts): readonly RatioOrder[] {
  if (sector !== 'youth') return [sector]
  const may = YOUTH_ORDERS.filter((order) => order !== 'preschool' || counts.preschool === undefined)
  const taught = may.filter((order) => orders[order])
  return taught.length === 0 ? may : taught
}

function termsOf(
  { perPupils }: CategoryRule,
  { orders, counts, sectors, pupils }: TargetFacts & { readonly pupils: number },
): readonly RatioTerm[] {
  if (typeof perPupils === 'number') return [{ pupils, orders: [], perPupils, isFavourable: false }]
  return sectors.flatMap((sector) => {
    const own = counts[sector]
    if (own === undefined) return []
    const may = ordersOf(sector, orders, counts)
    const ratios = may.map((order) => perPupils[order] ?? null)
    const told = ratios.filter((ratio) => ratio !== null)
    const best = told.length === 0 ? null : Math.min(...told)
    return [{ pupils: own, orders: may, perPupils: best, isFavourable: ratios.some((ratio) => ratio !== best) }]
  })
}

interface TargetFacts {
  readonly orders: Orders
  readonly counts: SectorCounts
  readonly sectors: readonly Sector[]
}

/**
 * What is due of a category to a school: floor + progression × pupils ÷ ratio, rounded, then within the rule's bounds.
 * Null when nobody knows its pupils.
 *
 * Where the rule has a ratio for each order of teaching, and no file tells a school's pupils of youth apart by order, the
 * most favourable ratio of the orders that it teaches holds for all of them: one more pupil never lowers what is due.
 */
export function deriveTarget(
  rule: CategoryRule,
  facts: TargetFacts & { readonly known: KnownPupils; readonly due: number },
): Target | null {
  const { pupils } = facts.known
  if (pupils === null) return null
  if (isOutside(rule, facts)) return { raw: 0, units: 0, bound: null, terms: [] }
  const terms = termsOf(rule, { ...facts, pupils })
  const parts = terms.reduce((sum, term) => sum + (term.perPupils === null ? 0 : term.pupils / term.perPupils), 0)
  // In this order when one ratio holds for all: what is shown is what is computed.
  const [only] = terms
  const prorata = terms.length === 1 && only?.perPupils ? (facts.due * only.pupils) / only.perPupils : facts.due * parts
  const raw = rule.floor + prorata
  const rounded = ROUNDED[rule.rounding](raw)
  const { minimum, maximum } = rule
  if (maximum !== null && rounded > maximum) return { raw, units: maximum, bound: 'maximum', terms }
  if (minimum !== null && rounded < minimum) return { raw, units: minimum, bound: 'minimum', terms }
  return { raw, units: rounded, bound: null, terms }
}

/** True for a school that teaches, and nothing of the sectors that the category has of its own: it is not concerned. */
export function isOutside({ sectors }: CategoryRule, { orders, counts }: Omit<TargetFacts, 'sectors'>): boolean {
  if (sectors === null || sectors.some((sector) => counts[sector] !== undefined || teaches(orders, sector)))
    return false
  return Object.values(orders).some(Boolean)
}
