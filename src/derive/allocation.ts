import type { Allocation, AllocationResult } from '../model/allocation.js'
import type { AllocationPart, AllocationRule, AllocationStep, EquipmentRules } from '../model/equipment.js'
import type { Enrolment, School } from '../model/organisation.js'
import type { Messages } from '../i18n/translator.js'
import { sum } from '../lib/group.js'
import type { Texts } from './allocation/because.js'
import { fixedDue, type FixedStep } from './allocation/fixed.js'
import { Line, sharesOf } from './allocation/line.js'
import { partiesOf, type AllocationFacts, type Parties } from './allocation/parties.js'
import { problemsOf } from './allocation/problems.js'
import { settle } from './allocation/settle.js'
import type { Plan } from './allocation/sharing.js'
import { weigh } from './allocation/weights.js'
import { eligibleSchools } from './eligible.js'
import { roundedPart } from './remainder.js'

export interface AllocationInput extends AllocationFacts {
  readonly schools: readonly School[]
  readonly enrolment: readonly Enrolment[]
  readonly rules: EquipmentRules
  /** Which of the rule's parts; `training` only of rules that have it. */
  readonly part: AllocationPart
  readonly schoolYear: string
  /** Integer, zero or more; null for what the rule owes, when it divides nothing (`needsEnvelope`). */
  readonly envelopeCents: number | null
  /** School → cents that it had left of an earlier envelope; read unless the rule ignores them. */
  readonly unspent: ReadonlyMap<string, number>
}

/** The facts of an allocation whose rule looks at pupils alone. */
export const NO_FACTS: AllocationFacts & Pick<AllocationInput, 'unspent'> = {
  ...{ boards: [], buildings: [], schoolBuildings: [], pops: [], deprivation: [] },
  ...{ needCents: new Map(), unspent: new Map() },
}

/** The rule of a part; null when the rules have no such part. */
export function ruleOf(rules: EquipmentRules, part: AllocationPart): AllocationRule | null {
  return part === 'equipment' ? rules.allocation : rules.training
}

/** True when a rule divides an envelope or keeps a percentage of it: without one, it owes nothing that can be told. */
export function needsEnvelope({ steps }: AllocationRule): boolean {
  return steps.some((step) => step.kind === 'prorata' || (step.kind === 'reserve' && step.percent !== null))
}

/** Whose 30 September divides the envelope of a school year. */
export function enrolmentYearOf({ enrolment }: Pick<EquipmentRules, 'enrolment'>, schoolYear: string): string {
  const first = Number(schoolYear.slice(0, 4))
  return enrolment === 'current' ? schoolYear : `${first - 1}-${first}`
}

/** A percentage of a rule is known to the ten-thousandth. */
const TEN_THOUSANDTHS = 10_000

/** What the rule would put aside, however much there is. */
export function reserveOf({ steps }: AllocationRule, envelopeCents: number | null): number {
  return sum(
    steps.map((step) => {
      if (step.kind !== 'reserve') return 0
      if (step.percent === null) return step.cents ?? 0
      return roundedPart(envelopeCents ?? 0, Math.round(step.percent * TEN_THOUSANDTHS), 100 * TEN_THOUSANDTHS)
    }),
  )
}

/** What each party may get at most. A maximum is never passed: parts of a cent are dropped. */
function capsOf({ limits }: AllocationRule, { pupils }: Parties): readonly number[] | null {
  const { maximumPerSchoolCents: perSchool, maximumPerPupilCents: perPupil } = limits
  if (perSchool === null && perPupil === null) return null
  return pupils.map((count) => Math.min(perSchool ?? Infinity, perPupil === null ? Infinity : perPupil * count))
}

function planOf(input: AllocationInput, rule: AllocationRule, parties: Parties): Plan {
  const steps = [...rule.steps.entries()]
  const fixed = steps.flatMap(([i, step]) => (isFixed(step) ? [fixedDue(i, step, parties, input)] : []))
  const proratas = steps.flatMap(([i, step]) =>
    step.kind === 'prorata' ? [weigh(i, step, { parties, facts: input, schoolYear: input.schoolYear })] : [],
  )
  const dueCents = parties.pupils.map((_, i) => fixed.reduce((total, { cents }) => total + (cents[i] ?? 0), 0))
  return { parties, byBoard: rule.stages.includes('board'), fixed, proratas, dueCents, caps: capsOf(rule, parties) }
}

function isFixed(step: AllocationStep): step is FixedStep {
  return step.kind !== 'reserve' && step.kind !== 'prorata'
}

/** What each step of a rule gave, or put aside. */
function stepSums(rule: AllocationRule, texts: Texts) {
  const { plan, settled, reserveCents } = texts
  const sums = rule.steps.map(({ kind }) => ({ kind, sumCents: kind === 'reserve' ? reserveCents : 0 }))
  const add = (step: number, cents: number): void => {
    const each = sums[step]
    if (each !== undefined) each.sumCents += cents
  }
  const [only] = plan.fixed
  // A cut is divided among a school's own steps, unless there is but one.
  if (only !== undefined && plan.fixed.length === 1) add(only.step, sum(settled.sharing.fixed))
  else if (only !== undefined) {
    for (const i of settled.sharing.active) {
      for (const { step, kind, cents } of sharesOf(i, texts)) if (kind !== 'prorata') add(step, cents)
    }
  }
  plan.proratas.forEach(({ step }, k) => add(step, sum(settled.sharing.proratas[k] ?? [])))
  return sums
}

/**
 * Shares an envelope among the schools that a rule names, by the rule's blocks, in integer cents, exactly.
 *
 * In this order: the reserve; fixed amounts (floors, amounts per pupil, bases of boards, sliding scales), cut in proportion
 * when they are more than there is; the proratas, which divide the rest by pupils or by need, through the boards when the
 * rule has that stage; the limits. Each division is by largest remainder, ties by code, and its parts add up exactly.
 *
 * A school whose pupils nobody knows takes no part, floor included, and is named in `problems`. `because` is composed when
 * it is read. Expects rules that `checkRules` has passed; whether fixed amounts beyond the envelope are refused is the
 * caller's to say (`dueCents`).
 *
 * What holds of which block: a prorata by pupils without weights never gives a school less for one more pupil (its exact part
 * never falls, nor its cents where the envelope comes straight to schools; through boards a remainder may move), and its
 * exact parts scale with the envelope. The others have neither: a sliding scale falls by design, a small school that grows
 * out of its weight loses it, floors do not scale, and caps hold back.
 *
 * @throws Error for a part that the rules have not.
 */
export function deriveAllocation(input: AllocationInput, messages: Messages): AllocationResult {
  const { rules, part, schoolYear } = input
  const rule = ruleOf(rules, part)
  if (rule === null) throw new Error(`the rules have no part ${part}`)
  const enrolmentYear = enrolmentYearOf(rules, schoolYear)
  const eligible = eligibleSchools({ ...input, schoolYear: enrolmentYear })
  const parties = partiesOf(eligible)
  const plan = planOf(input, rule, parties)
  const kept = rule.unspent === 'ignore' ? null : parties.schools.map(({ code }) => input.unspent.get(code) ?? 0)
  const held = rule.unspent === 'recover' ? kept : null
  const wanted = reserveOf(rule, input.envelopeCents)
  const reserveCents = Math.min(wanted, input.envelopeCents ?? wanted)
  const settled = settle(plan, {
    cents: input.envelopeCents === null ? null : input.envelopeCents - reserveCents,
    held,
    minimumCents: rule.limits.minimumUsefulCents ?? 0,
  })
  const { sharing, leavers, recoveredCents } = settled
  const texts = { input, rule, plan, settled, held, reserveCents, messages, totals: new Map() }
  const allocations = parties.all.map((i) => {
    const amountCents = leavers.has(i) ? 0 : (sharing.amounts[i] ?? 0) - (held?.[i] ?? 0)
    return new Line(i, amountCents, kept?.[i] ?? 0, texts)
  })
  const sumCents = sum(allocations.map(({ amountCents }) => amountCents))
  const envelopeCents = input.envelopeCents ?? sumCents + reserveCents + sharing.leftCents
  return {
    part,
    schoolYear,
    enrolmentYear,
    envelopeCents,
    allocations,
    problems: problemsOf(eligible, { ...texts, enrolmentYear }),
    dueCents: sharing.dueCents,
    reserveCents,
    unallocatedCents: sharing.leftCents,
    recoveredCents,
    stages: rule.stages.map((stage) => ({ stage, sumCents: stage === 'school' ? sumCents : boardSum(allocations) })),
    steps: stepSums(rule, texts),
  }
}

/** Added up board by board, as the stage hands it out. */
function boardSum(allocations: readonly Allocation[]): number {
  const boards = new Map<string, number>()
  for (const { board, amountCents } of allocations) boards.set(board, (boards.get(board) ?? 0) + amountCents)
  return sum(boards.values())
}
