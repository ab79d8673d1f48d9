import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** What a person says over what was read, and the rows of a fleet's inventory. */
export async function up(db: Kysely<unknown>, { integer, key, tail }: ColumnTypes): Promise<void> {
  const end = tail === null ? sql`` : sql.raw(tail)
  await db.schema
    .createTable('override')
    .addColumn('id', key.type, key.build)
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .addColumn('removed_by', 'text')
    .modifyEnd(end)
    .execute()
  await sql`create unique index override_current on override (board, noun, subject, field) where until is null`.execute(
    db,
  )
  await db.schema
    .createTable('fleet_device')
    .addColumn('id', key.type, key.build)
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('school', 'text', (c) => c.notNull())
    .addColumn('serial', 'text', (c) => c.notNull())
    .addColumn('mac', 'text', (c) => c.notNull())
    .addColumn('asset_tag', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('occurrence', integer, (c) => c.notNull())
    .addColumn('model', 'text')
    .addColumn('os', 'text')
    .addColumn('os_version', 'text')
    .addColumn('last_contact', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
    .addColumn('source_line', integer, (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('last_seen', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .modifyEnd(end)
    .execute()
  await sql`create unique index fleet_device_current
    on fleet_device (board, school, serial, mac, asset_tag, name, occurrence) where until is null`.execute(db)
}
