import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** What each import came to, who took it back, and what it wrote over, so that it can be. */
export async function up(db: Kysely<unknown>, { integer, key, tail }: ColumnTypes): Promise<void> {
  for (const column of ['added', 'changed', 'removed'] as const)
    await db.schema.alterTable('source').addColumn(column, integer).execute()
  for (const column of ['undone_at', 'undone_by'] as const)
    await db.schema.alterTable('source').addColumn(column, 'text').execute()
  const before = db.schema
    .createTable('import_before')
    .addColumn('id', key.type, key.build)
    .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
    .addColumn('fact_table', 'text', (c) => c.notNull())
    .addColumn('fact_ids', 'text', (c) => c.notNull())
    .addColumn('last_seen', 'text', (c) => c.notNull())
    .addColumn('in_place', 'text')
    .addColumn('fact_source_id', integer)
    .addColumn('fact_lines', 'text')
  await (tail === null ? before : before.modifyEnd(sql.raw(tail))).execute()
  await sql`create index import_before_source on import_before (source_id)`.execute(db)
}
