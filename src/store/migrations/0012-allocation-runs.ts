import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** What schools spent, and the allocations that were kept with what they were computed from. */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const { integer, key, tail } = types
  type Column = readonly [name: string, type: 'text' | typeof integer, nullable?: 'nullable']
  const table = async (name: string, owner: readonly [column: string, of: string], columns: readonly Column[]) => {
    const base = db.schema
      .createTable(name)
      .addColumn('id', key.type, key.build)
      .addColumn(owner[0], integer, (c) => c.notNull().references(`${owner[1]}.id`))
    const made = columns.reduce(
      (so, [column, type, nullable]) =>
        so.addColumn(column, type, (c) => (nullable === undefined ? c.notNull() : c)) as typeof so,
      base,
    )
    await (tail === null ? made : made.modifyEnd(sql.raw(tail))).execute()
  }

  await table(
    'spending',
    ['source_id', 'source'],
    [
      ...(['school', 'school_year', 'part', 'category'] as const).map((name): Column => [name, 'text']),
      ['amount_cents', integer],
      ...(['date', 'reference'] as const).map((name): Column => [name, 'text']),
      ['source_line', integer],
      ...(['since', 'last_seen'] as const).map((name): Column => [name, 'text']),
      ['until', 'text', 'nullable'],
    ],
  )
  await sql`create unique index spending_current
    on spending (school, school_year, part, category, amount_cents, date, reference) where until is null`.execute(db)

  const runs = db.schema
    .createTable('allocation_run')
    .addColumn('id', key.type, key.build)
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('why', 'text')
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('rules', 'text', (c) => c.notNull())
    .addColumn('rules_version', 'text')
    .addColumn('rules_source', 'text', (c) => c.notNull())
    .addColumn('unspent', 'text', (c) => c.notNull())
    .addColumn('categories', 'text', (c) => c.notNull())
    .addColumn('reads', 'text', (c) => c.notNull())
    .addColumn('school_year', 'text', (c) => c.notNull())
    .addColumn('enrolment_year', 'text', (c) => c.notNull())
    .addColumn('envelope_cents', integer, (c) => c.notNull())
    .addColumn('due_cents', integer, (c) => c.notNull())
    .addColumn('reserve_cents', integer, (c) => c.notNull())
    .addColumn('unallocated_cents', integer, (c) => c.notNull())
    .addColumn('recovered_cents', integer, (c) => c.notNull())
    .addColumn('sum_cents', integer, (c) => c.notNull())
    .addColumn('schools', integer, (c) => c.notNull())
    .addColumn('against', integer, (c) => c.references('allocation_run.id'))
    .addColumn('problems', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
  await (tail === null ? runs : runs.modifyEnd(sql.raw(tail))).execute()

  await table(
    'allocation_input',
    ['run_id', 'allocation_run'],
    [
      ['position', integer],
      ...(['kind', 'file', 'sha256'] as const).map((name): Column => [name, 'text']),
      ['content', 'text', 'nullable'],
    ],
  )
  await sql`create unique index allocation_input_position on allocation_input (run_id, position)`.execute(db)
  await table(
    'allocation_row',
    ['run_id', 'allocation_run'],
    [
      ...(['school', 'name', 'board'] as const).map((name): Column => [name, 'text']),
      ...(['pupils', 'floor_cents', 'prorata_cents', 'adjustment_cents', 'amount_cents', 'carried_cents'] as const).map(
        (name): Column => [name, integer],
      ),
      ...(['shares', 'because_fr', 'because_en'] as const).map((name): Column => [name, 'text']),
    ],
  )
  await sql`create unique index allocation_row_school on allocation_row (run_id, school)`.execute(db)
  for (const kept of ['allocation_run', 'allocation_input', 'allocation_row']) await types.neverChanged(db, kept)
}
