import type { AllocationProblem } from '../../model/allocation.js'
import type { AllocationRule } from '../../model/equipment.js'
import type { Messages } from '../../i18n/translator.js'
import { sum } from '../../lib/group.js'
import type { EligibleSchool } from '../eligible.js'
import { sectorList } from '../sectors.js'
import type { Plan } from './sharing.js'
import type { Weighing } from './weights.js'

interface Looked {
  readonly input: { readonly unspent: ReadonlyMap<string, number> }
  readonly rule: AllocationRule
  readonly plan: Plan
  readonly messages: Messages
  readonly enrolmentYear: string
}

function ofSchool(row: EligibleSchool, { messages, enrolmentYear: schoolYear }: Looked): AllocationProblem {
  const { code: school, name } = row.school
  if (row.known.pupils === null) {
    return { school, kind: 'out', message: messages.gaps['allocation-out']({ school, name, schoolYear }) }
  }
  const sectors = sectorList(row.known.missing, messages)
  const message = messages.gaps['allocation-partial']({ school, name, schoolYear, sectors })
  return { school, kind: 'partial', message }
}

function ofWeights({ unknown }: Weighing, { allocation, format }: Messages): string[] {
  const told = (count: number, text: (written: string) => string): string[] =>
    count === 0 ? [] : [text(format.number(count))]
  return [
    ...told(unknown.withoutDecile, allocation.withoutDecile),
    ...told(unknown.withoutRegion, allocation.withoutRegion),
    ...told(unknown.withoutDistance, allocation.withoutDistance),
    ...(unknown.regions.length === 0 ? [] : [allocation.unknownRegions(unknown.regions.join(', '))]),
  ]
}

/** What schools that take no part hold, where unspent money counts. */
function ofUnspent({ input, rule, plan, messages: { allocation, format } }: Looked): string[] {
  if (rule.unspent === 'ignore' || input.unspent.size === 0) return []
  const taking = new Set(plan.parties.schools.map(({ code }) => code))
  const others = [...input.unspent].filter(([school, cents]) => cents !== 0 && !taking.has(school))
  if (others.length === 0) return []
  return [
    allocation.unspentElsewhere(format.number(others.length), format.money(sum(others.map(([, cents]) => cents)))),
  ]
}

/** What a rule could not look at, or could not share. */
function notes(looked: Looked): string[] {
  const { plan, messages } = looked
  const { allocation, format } = messages
  const homeless = plan.fixed.flatMap(({ rule, scale }) =>
    rule.kind === 'sliding-scale' && rule.per === 'building' && scale !== null
      ? scale.filter((parts) => parts.some(({ building }) => building === null))
      : [],
  ).length
  const needless = plan.proratas.some(({ rule, weights }) => rule.by === 'need' && sum(weights) === 0)
  return [
    ...plan.proratas.flatMap((weighing) => ofWeights(weighing, messages)),
    ...(homeless === 0 ? [] : [allocation.withoutBuilding(format.number(homeless))]),
    ...(needless ? [allocation.nobodyLacks] : []),
    ...ofUnspent(looked),
  ]
}

/** Schools that take no part or only a part of them, by code; then what concerns none in particular. */
export function problemsOf(eligible: readonly EligibleSchool[], looked: Looked): readonly AllocationProblem[] {
  return [
    ...eligible
      .filter(({ known }) => known.pupils === null || known.missing.length > 0)
      .map((row) => ofSchool(row, looked)),
    ...notes(looked).map((message) => ({ school: null, kind: 'note' as const, message })),
  ]
}
