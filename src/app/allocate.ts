import { deriveAllocation, needsEnvelope, reserveOf, ruleOf } from '../derive/allocation.js'
import { mainBuildings } from '../derive/allocation/weights.js'
import { allocationTotals } from '../derive/allocation-totals.js'
import { splitSchools } from '../derive/split.js'
import type { ComparedLine } from '../derive/allocation-changes.js'
import type { Allocation, AllocationResult } from '../model/allocation.js'
import type { AllocationTotal } from '../model/allocation-totals.js'
import type { AllocationPart, AllocationRule } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import { isSchoolYear } from '../model/school-year.js'
import type { Messages } from '../i18n/translator.js'
import { listDeprivationFacts } from '../store/deprivation.js'
import { unspentOf } from './accountability.js'
import { intactRun, runNumber } from './kept-runs.js'
import type { Known } from './known.js'
import { readRules, type RulesFile } from './reference.js'
import type { Session } from './session.js'
import { findShortfalls, schoolYearBy } from './shortfalls.js'

/** What is to be shared, by what. */
export interface AskedAllocation {
  readonly rules: RulesFile
  readonly part: AllocationPart
  /** Null for what the rule owes: only a rule that divides nothing can do without. */
  readonly envelopeCents: number | null
  /** The school year of the envelope; by default the last one that the known enrolments allow. */
  readonly year?: string | undefined
  /** School → cents left of an earlier envelope; looked at by rules that keep or recover them; by default what frozen runs and spending come to. */
  readonly unspent?: ReadonlyMap<string, number>
}

/**
 * Shares an envelope among the schools by a rule. Reads the deprivation index only for a rule that weighs by it, and
 * derives shortfalls only for one that shares by need.
 *
 * @throws UserError when the rule has no such part, when it needs an envelope and none is given, when its fixed amounts
 * are more than the envelope and it says to refuse that, and when no school has an enrolment to share by.
 */
export async function allocate(session: Session, known: Known, asked: AskedAllocation): Promise<AllocationResult> {
  const { m, store } = session
  const { rules } = asked.rules
  const rule = ruleOf(rules, asked.part)
  if (rule === null) throw new UserError(m.allocate.noTraining(asked.rules.file), m.allocate.noTrainingHint)
  if (asked.envelopeCents === null && needsEnvelope(rule)) {
    throw new UserError(m.allocate.noEnvelope, m.allocate.noEnvelopeHint, { usage: true })
  }
  const schoolYear = schoolYearBy(session, known, rules, asked.year)
  const facts = {
    deprivation: weighsByDeprivation(rule) ? await listDeprivationFacts(store.db) : [],
    needCents: sharesByNeed(rule) ? await needsOf(session, known, asked, schoolYear) : new Map<string, number>(),
    unspent: asked.unspent ?? (await unspentFor(session, rule, { schoolYear, part: asked.part })),
  }
  const { part, envelopeCents } = asked
  const result = deriveAllocation({ ...known, ...facts, rules, part, schoolYear, envelopeCents }, m)
  if (result.allocations.length === 0) {
    throw new UserError(m.results.nobodyToShare(result.enrolmentYear), m.results.nobodyToShareHint)
  }
  if (rule.beyond === 'refuse') refuseBeyond(rule, result, session)
  return result
}

/** What schools have left of earlier years, where the rule looks at it. */
async function unspentFor(
  session: Session,
  { unspent }: AllocationRule,
  asked: Parameters<typeof unspentOf>[1],
): Promise<ReadonlyMap<string, number>> {
  return unspent === 'ignore' ? new Map<string, number>() : unspentOf(session, asked)
}

function weighsByDeprivation({ steps }: AllocationRule): boolean {
  return steps.some((step) => step.kind === 'prorata' && step.weights.deprivation !== null)
}

function sharesByNeed({ steps }: AllocationRule): boolean {
  return steps.some((step) => step.kind === 'prorata' && step.by === 'need')
}

/** What each school would pay for what it lacks, over all categories of the rule. */
async function needsOf(
  session: Session,
  known: Known,
  asked: AskedAllocation,
  schoolYear: string,
): Promise<Map<string, number>> {
  const { shortfalls } = await findShortfalls(session, known, asked.rules.rules, schoolYear)
  const needs = new Map<string, number>()
  for (const { school, costCents } of shortfalls) {
    if (costCents !== null) needs.set(school, (needs.get(school) ?? 0) + costCents)
  }
  return needs
}

/** @throws UserError naming both amounts when a rule refuses to cut and there is too little. */
function refuseBeyond(rule: AllocationRule, result: AllocationResult, { m }: Session): void {
  const owed = result.dueCents + reserveOf(rule, result.envelopeCents)
  const there = result.envelopeCents + result.recoveredCents
  if (owed <= there) return
  throw new UserError(m.allocate.beyond(m.format.money(owed), m.format.money(there)), m.allocate.beyondHint)
}

/** The other side of a comparison. */
export interface Compared {
  /** What it is, for a sentence: a school year, or a rule's id. */
  readonly name: string
  readonly lines: readonly ComparedLine[]
}

/**
 * What an allocation is compared with: `2017-2018`, the same rule for that school year; `run:3`, the frozen run of that
 * number; a rule file, for the same envelope and year; null, the rule as its file says it.
 *
 * @throws UserError as `allocate`, `intactRun` and `readRules` do.
 */
export async function allocationBefore(
  session: Session,
  known: Known,
  asked: AskedAllocation,
  { what, cwd }: { readonly what: string | null; readonly cwd: string },
): Promise<Compared> {
  if (what === null) {
    return { name: session.m.allocate.asTheFile, lines: (await allocate(session, known, asked)).allocations }
  }
  if (isSchoolYear(what)) {
    return { name: what, lines: (await allocate(session, known, { ...asked, year: what })).allocations }
  }
  const run = /^run:/.test(what) ? runNumber(what) : null
  if (run !== null) {
    return { name: session.m.runs.earlier(String(run)), lines: (await intactRun(session, run)).rows }
  }
  const rules = await readRules(what, session.config, cwd, session.m)
  return { name: rules.rules.id, lines: (await allocate(session, known, { ...asked, rules })).allocations }
}

/** Amounts by board, or by the region of the building where most of a school's pupils are. */
export function totalsBy(
  known: Known,
  allocations: readonly Allocation[],
  by: AllocationTotal['by'],
  m: Messages,
): readonly AllocationTotal[] {
  if (by === 'board') {
    const names = new Map(known.boards.map(({ code, name }) => [code, name]))
    return allocationTotals(allocations, by, ({ board }) => ({ code: board, name: names.get(board) ?? board }))
  }
  const areas = new Map(known.buildings.map(({ code, areaM2 }) => [code, areaM2]))
  const main = mainBuildings(splitSchools(known.schoolBuildings, areas), known.buildings)
  return allocationTotals(allocations, by, ({ school }) => {
    const region = main.get(school)?.region ?? null
    return { code: region ?? '', name: region ?? m.allocate.unknownRegion }
  })
}
