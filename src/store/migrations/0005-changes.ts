import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** What differed from one scan to the next, and what is counted of a device that no longer answers. */
export async function up(db: Kysely<unknown>, { integer, key, tail }: ColumnTypes): Promise<void> {
  await sql`alter table device add column misses ${sql.raw(integer)} not null default 0`.execute(db)
  await db.schema.alterTable('device').addColumn('missed_scan', integer).execute()
  await db.schema.alterTable('device').addColumn('vanished_at', 'text').execute()
  await db.schema.alterTable('device').addColumn('building', 'text').execute()
  const change = db.schema
    .createTable('change')
    .addColumn('id', key.type, key.build)
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('scan_id', integer, (c) => c.notNull().references('scan.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('device_id', integer, (c) => c.references('device.id').onDelete('cascade'))
    .addColumn('address', 'text')
    .addColumn('subject', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
  await (tail === null ? change : change.modifyEnd(sql.raw(tail))).execute()
  await sql`create index change_scan on change (scan_id)`.execute(db)
  await sql`create index change_device on change (device_id)`.execute(db)
}
