import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ruleOf } from '../derive/allocation.js'
import type { RunInput } from '../model/allocation-run.js'
import type { AllocationPart, AllocationRule, EquipmentRules } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import type { Messages } from '../i18n/translator.js'
import { sourcesOf } from '../store/allocation-runs.js'
import type { ImportedTable } from '../store/imported.js'
import { readSaid } from '../store/overrides.js'
import { standingRuns } from './accountability.js'
import type { RulesFile } from './reference.js'
import type { Session } from './session.js'

/** Which tables of imported facts an allocation by a rule reads. */
export function tablesReadBy(rules: EquipmentRules, part: AllocationPart): readonly ImportedTable[] {
  const rule = ruleOf(rules, part)
  const tables: ImportedTable[] = ['school', 'school_building', 'enrolment']
  for (const step of rule?.steps ?? []) {
    if (step.kind === 'sliding-scale' && step.per === 'building') tables.push('building', 'share')
    if (step.kind === 'prorata') tables.push(...tablesOfProrata(step, rules))
  }
  if (rule !== null && rule.unspent !== 'ignore') tables.push('spending')
  return [...new Set(tables)].sort()
}

function tablesOfProrata(
  { by, weights }: Extract<AllocationRule['steps'][number], { readonly kind: 'prorata' }>,
  { categories }: EquipmentRules,
): ImportedTable[] {
  const { deprivation, remoteness, specialStatus } = weights
  const counted = by === 'need' ? Object.values(categories).flatMap(({ counts }) => counts) : []
  return [
    ...(deprivation === null ? [] : (['deprivation'] as const)),
    ...(remoteness === null ? [] : (['building', 'share'] as const)),
    ...((remoteness?.beyondKm.length ?? 0) === 0 ? [] : (['pop'] as const)),
    ...(specialStatus === null ? [] : (['board'] as const)),
    ...(by === 'need' ? (['equipment'] as const) : []),
    ...(counted.includes('fleet') ? (['fleet_device'] as const) : []),
  ]
}

/** The rule file with its text. @throws UserError when its text is not the one that was read, or is no UTF-8. */
export async function rulesInput({ file, sha256 }: RulesFile, m: Messages): Promise<RunInput> {
  const content = (await readFile(file)).toString('utf8')
  if (hashOf(content) !== sha256)
    throw new UserError(m.runs.rulesUnkeepable(basename(file)), m.runs.rulesUnkeepableHint)
  return { kind: 'rules', file: basename(file), sha256, content }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What is read of the database for an allocation: for which year and part, and from which tables. */
export interface Read {
  readonly reads: readonly string[]
  readonly part: AllocationPart
  readonly schoolYear: string
  readonly enrolmentYear: string
}

/**
 * What an allocation reads, as it is now: imported files by name and hash, then what people say of buildings, and the
 * frozen runs of the years before where unspent money counts (`file` is then the run's number, and the hash its own).
 */
export async function databaseInputs({ store }: Session, read: Read): Promise<readonly RunInput[]> {
  const tables = read.reads as readonly ImportedTable[]
  const sources = await sourcesOf(store.db, tables, read.enrolmentYear)
  const said = await saidOfBuildings(store)
  const runs = tables.includes('spending') ? await standingRuns(store.db) : []
  return [
    ...sources.map(({ kind, file, sha256 }) => ({ kind, file: basename(file), sha256 })),
    ...(said === null ? [] : [{ kind: 'overrides', file: '', sha256: hashOf(said) }]),
    ...runs
      .filter(({ part, schoolYear }) => part === read.part && schoolYear < read.schoolYear)
      .map(({ run, digest }) => ({ kind: 'run', file: String(run), sha256: digest })),
  ].map((input) => ({ ...input, content: null }))
}

/** What people say of buildings now, who is left aside, in one order; null when nobody says anything. */
async function saidOfBuildings({ db }: Session['store']): Promise<string | null> {
  const said = await readSaid(db, 'building')
  const lines = [...said.subjects]
    .sort()
    .flatMap((subject) => [...said.of(subject)].map(([field, { value }]) => JSON.stringify([subject, field, value])))
  return lines.length === 0 ? null : lines.sort().join('\n')
}
