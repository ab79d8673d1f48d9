import type { AllocationStep, ScaleBand } from '../../model/equipment.js'
import { groupedBy, sum } from '../../lib/group.js'
import { divideCents, roundedPart } from '../remainder.js'
import { partsOf, type AllocationFacts, type Parties } from './parties.js'

export type FixedStep = Exclude<AllocationStep, { readonly kind: 'reserve' | 'prorata' }>

/** What a sliding scale gives for the pupils of one building, and to one school there. */
export interface ScalePart {
  /** Null for a school that no file puts in a building, and for a scale by school. */
  readonly building: string | null
  /** Of all the parties' schools there, to the whole pupil. */
  readonly pupils: number
  /** For all of them. */
  readonly wholeCents: number
  readonly cents: number
}

/** What one fixed step owes to each party, at its position. */
export interface FixedDue {
  readonly step: number
  readonly rule: FixedStep
  readonly cents: readonly number[]
  /** Null but for a sliding scale. */
  readonly scale: readonly (readonly ScalePart[])[] | null
}

/** A percentage is known to the ten-thousandth. */
const TEN_THOUSANDTHS = 10_000

/** The ministry's share of an amount, rounded half up to the cent. */
export function ministryShareOf(
  cents: number,
  { ministrySharePercent }: { readonly ministrySharePercent: number },
): number {
  const share = Math.round(ministrySharePercent * TEN_THOUSANDTHS)
  return roundedPart(cents, share, 100 * TEN_THOUSANDTHS)
}

/** The band that so many pupils are in; undefined past the last one. */
export function bandOf(pupils: number, bands: readonly ScaleBand[]): ScaleBand | undefined {
  return bands.find(({ upTo }) => pupils <= upTo)
}

/**
 * A sliding scale at so many whole pupils, before the ministry's share: `base + perPupil × (pupils − above)` of the first
 * band that reaches them, nothing past the last, and never below zero.
 *
 * Nothing makes bands meet. The ministry's measure 15510 gives 551.00 × 60 = 33,060.00 to 60 pupils, and from there on
 * 33,037.00 − 330.37 × (n − 60): at 61 it falls by 353.37 rather than 330.37, as its line begins 23.00 lower. At the other
 * end it is without a step: the line itself reaches 0.00 at 160.
 */
export function scaleCents(pupils: number, bands: readonly ScaleBand[]): number {
  const band = bandOf(pupils, bands)
  return band === undefined ? 0 : Math.max(0, band.baseCents + band.perPupilCents * (pupils - band.above))
}

/** The pupils of a building are known by parts of schools: a thousandth of one counts when an amount is divided there. */
const PER_PUPIL = 1000

function scaleParts(
  rule: FixedStep & { kind: 'sliding-scale' },
  parties: Parties,
  facts: AllocationFacts,
): ScalePart[][] {
  const centsOf = (pupils: number): number => ministryShareOf(scaleCents(pupils, rule.bands), rule)
  const alone = (i: number): ScalePart => {
    const pupils = parties.pupils[i] ?? 0
    const cents = centsOf(pupils)
    return { building: null, pupils, wholeCents: cents, cents }
  }
  if (rule.per === 'school') return parties.all.map((i) => [alone(i)])
  const at = new Map(parties.schools.map(({ code }, i) => [code, i]))
  const found: ScalePart[][] = parties.all.map(() => [])
  for (const [building, inside] of groupedBy(partsOf(parties, facts), (part) => part.building)) {
    const there = inside.map(({ school, share }) => ({ i: at.get(school) ?? -1, share }))
    const own = there.map(({ i, share }) => share * (parties.pupils[i] ?? 0))
    const pupils = Math.round(sum(own))
    const wholeCents = centsOf(pupils)
    const parts = divideCents(
      wholeCents,
      own.map((count) => Math.round(count * PER_PUPIL)),
    )
    there.forEach(({ i }, k) => found[i]?.push({ building, pupils, wholeCents, cents: parts[k] ?? 0 }))
  }
  return found.map((parts, i) => (parts.length > 0 ? parts : [alone(i)]))
}

/** A board's base, divided among its parties by pupils. */
function basesOf(cents: number, parties: Parties): number[] {
  const due: number[] = parties.all.map(() => 0)
  for (const own of groupedBy(parties.all, (i) => parties.boardOf[i]).values()) {
    const parts = divideCents(
      cents,
      own.map((i) => parties.pupils[i] ?? 0),
    )
    own.forEach((i, k) => (due[i] = parts[k] ?? 0))
  }
  return due
}

/**
 * What a fixed step owes to each party, in cents. The ministry's share is rounded once, half up: of a floor or an amount
 * per pupil by school, of a base by board, of a scale by building (or school); what is then divided is divided exactly.
 */
export function fixedDue(step: number, rule: FixedStep, parties: Parties, facts: AllocationFacts): FixedDue {
  switch (rule.kind) {
    case 'floor-per-school': {
      const cents = ministryShareOf(rule.cents, rule)
      return { step, rule, cents: parties.pupils.map(() => cents), scale: null }
    }
    case 'per-pupil':
      return {
        step,
        rule,
        cents: parties.pupils.map((pupils) => ministryShareOf(rule.cents * pupils, rule)),
        scale: null,
      }
    case 'base-per-board':
      return { step, rule, cents: basesOf(ministryShareOf(rule.cents, rule), parties), scale: null }
    case 'sliding-scale': {
      const scale = scaleParts(rule, parties, facts)
      return { step, rule, cents: scale.map((parts) => sum(parts.map(({ cents }) => cents))), scale }
    }
  }
}
