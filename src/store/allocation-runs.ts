import { createHash } from 'node:crypto'
import { sql } from '#kysely'
import type { AllocationShare, FrozenRun } from '../model/allocation.js'
import type { FrozenRow, KeptRun, RunInput, RunToFreeze } from '../model/allocation-run.js'
import type { AllocationPart } from '../model/equipment.js'
import { insertRows } from './bulk.js'
import type { Db } from './database.js'
import type { ImportedTable } from './imported.js'
import { digestOf } from './run-digest.js'
import type { AllocationRunTable } from './schema/allocation-runs.js'
import { atomically } from './within.js'

const ROW_COLUMNS = [
  ...(['school', 'name', 'board', 'pupils', 'floor_cents', 'prorata_cents', 'adjustment_cents'] as const),
  ...(['amount_cents', 'carried_cents', 'shares', 'because_fr', 'because_en', 'run_id'] as const),
] as const

/**
 * Keeps a run whole or not at all. Nothing here changes one, and the database refuses to (migration 0012).
 *
 * @returns its number and its hash.
 */
export async function keepRun(db: Db, run: RunToFreeze): Promise<{ readonly run: number; readonly digest: string }> {
  const digest = digestOf(run)
  return atomically(db, async (tx) => {
    const { id } = await tx
      .insertInto('allocation_run')
      .values({
        ...{ at: run.at, who: run.who, why: run.why, part: run.part, against: run.against, digest },
        ...{ rules: run.rules, rules_version: run.rulesVersion, rules_source: run.rulesSource, unspent: run.unspent },
        ...{ categories: JSON.stringify(run.categories), reads: JSON.stringify(run.reads) },
        ...{ school_year: run.schoolYear, enrolment_year: run.enrolmentYear },
        ...{ envelope_cents: run.envelopeCents, due_cents: run.dueCents, reserve_cents: run.reserveCents },
        ...{ unallocated_cents: run.unallocatedCents, recovered_cents: run.recoveredCents },
        sum_cents: run.rows.reduce((sum, { amountCents }) => sum + amountCents, 0),
        schools: run.rows.length,
        problems: JSON.stringify(run.problems),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertRows(
      tx,
      'allocation_input',
      ['position', 'kind', 'file', 'sha256', 'content', 'run_id'],
      run.inputs.map(({ kind, file, sha256, content }, i) => [i, kind, file, sha256, content, id]),
    )
    await insertRows(
      tx,
      'allocation_row',
      ROW_COLUMNS,
      run.rows.map((row) => [
        ...[row.school, row.name, row.board, row.pupils, row.floorCents, row.prorataCents, row.adjustmentCents],
        ...[row.amountCents, row.carriedCents, JSON.stringify(row.shares), row.because.fr, row.because.en, id],
      ]),
    )
    return { run: id, digest }
  })
}

type RunRow = Omit<AllocationRunTable, 'id'> & { readonly id: number }

function frozenRun(row: RunRow, inputs: readonly RunInput[]): FrozenRun {
  return {
    ...{ run: row.id, at: row.at, who: row.who, why: row.why, part: row.part as AllocationPart },
    ...{ rules: row.rules, rulesVersion: row.rules_version, rulesSource: row.rules_source },
    ...{ schoolYear: row.school_year, enrolmentYear: row.enrolment_year },
    ...{ envelopeCents: row.envelope_cents, reserveCents: row.reserve_cents },
    ...{ unallocatedCents: row.unallocated_cents, recoveredCents: row.recovered_cents },
    ...{ sumCents: row.sum_cents, schools: row.schools, against: row.against },
    inputs: inputs.map(({ kind, file, sha256 }) => ({ kind, file, sha256 })),
    digest: row.digest,
  }
}

async function inputsByRun(db: Db, run: number | null): Promise<ReadonlyMap<number, readonly RunInput[]>> {
  let query = db.selectFrom('allocation_input').selectAll().orderBy('run_id').orderBy('position')
  if (run !== null) query = query.where('run_id', '=', run)
  const found = new Map<number, RunInput[]>()
  for (const { run_id, kind, file, sha256, content } of await query.execute()) {
    const own = found.get(run_id) ?? []
    if (own.length === 0) found.set(run_id, own)
    own.push({ kind, file, sha256, content })
  }
  return found
}

/** The runs that were kept, the newest first. */
export async function listRuns(db: Db): Promise<FrozenRun[]> {
  const inputs = await inputsByRun(db, null)
  const rows = await db.selectFrom('allocation_run').selectAll().orderBy('id', 'desc').execute()
  return rows.map((row) => frozenRun(row, inputs.get(row.id) ?? []))
}

/** A run with its rows, by school code, its hash checked again; null when there is none of that number. */
export async function readRun(db: Db, run: number): Promise<KeptRun | null> {
  const head = await db.selectFrom('allocation_run').selectAll().where('id', '=', run).executeTakeFirst()
  if (head === undefined) return null
  const inputs = (await inputsByRun(db, run)).get(run) ?? []
  const rows = await db.selectFrom('allocation_row').selectAll().where('run_id', '=', run).orderBy('school').execute()
  const kept: Omit<KeptRun, 'isIntact'> = {
    ...frozenRun(head, inputs),
    ...{ unspent: head.unspent as RunToFreeze['unspent'], dueCents: head.due_cents, inputs },
    categories: JSON.parse(head.categories) as string[],
    reads: JSON.parse(head.reads) as string[],
    problems: JSON.parse(head.problems) as RunToFreeze['problems'],
    rows: rows.map((row): FrozenRow => ({
      ...{ school: row.school, name: row.name, board: row.board, pupils: row.pupils },
      ...{ floorCents: row.floor_cents, prorataCents: row.prorata_cents, adjustmentCents: row.adjustment_cents },
      ...{ amountCents: row.amount_cents, carriedCents: row.carried_cents },
      shares: JSON.parse(row.shares) as AllocationShare[],
      because: { fr: row.because_fr, en: row.because_en },
    })),
  }
  return { ...kept, isIntact: isIntact(kept) }
}

/** Whether the hash, the sums and the rule file's text are those of what is there. */
function isIntact(kept: Omit<KeptRun, 'isIntact'>): boolean {
  const { digest, inputs, rows, schools, sumCents } = kept
  const sum = rows.reduce((total, { amountCents }) => total + amountCents, 0)
  const textsHold = inputs.every(
    ({ content, sha256 }) => content === null || createHash('sha256').update(content).digest('hex') === sha256,
  )
  return digestOf(kept) === digest && rows.length === schools && sum === sumCents && textsHold
}

/** The numbers of the runs that have a hash, the oldest first. */
export async function findRunsAlike(db: Db, digest: string): Promise<number[]> {
  const rows = await db.selectFrom('allocation_run').select('id').where('digest', '=', digest).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/**
 * The imported files that the current facts of some tables come from, by kind, name and hash; of enrolment, those of
 * one year. A file's name is as it was imported: with its folder.
 */
export async function sourcesOf(
  db: Db,
  tables: readonly ImportedTable[],
  enrolmentYear: string,
): Promise<readonly { readonly kind: string; readonly file: string; readonly sha256: string }[]> {
  if (tables.length === 0) return []
  const ids = tables.map((table) => {
    const year = table === 'enrolment' ? sql`and school_year = ${enrolmentYear}` : sql``
    return sql`select source_id from ${sql.table(table)} where until is null ${year}`
  })
  const { rows } = await sql<{ kind: string; file: string; sha256: string }>`
    select distinct kind, file, sha256 from source where id in (${sql.join(ids, sql` union `)})
    order by kind, file, sha256`.execute(db)
  return rows
}
