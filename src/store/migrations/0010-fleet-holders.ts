import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** Who has the devices of a fleet, apart from the fleet itself: personal information, without history. */
export async function up(db: Kysely<unknown>, { integer, key, tail }: ColumnTypes): Promise<void> {
  const holders = db.schema
    .createTable('fleet_holder')
    .addColumn('id', key.type, key.build)
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('school', 'text', (c) => c.notNull())
    .addColumn('serial', 'text', (c) => c.notNull())
    .addColumn('mac', 'text', (c) => c.notNull())
    .addColumn('asset_tag', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('occurrence', integer, (c) => c.notNull())
    .addColumn('user_name', 'text')
    .addColumn('email', 'text')
    .addColumn('phone', 'text')
    .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
    .addColumn('source_line', integer, (c) => c.notNull())
    .addColumn('told_at', 'text', (c) => c.notNull())
  await (tail === null ? holders : holders.modifyEnd(sql.raw(tail))).execute()
  await sql`create unique index fleet_holder_device
    on fleet_holder (board, school, serial, mac, asset_tag, name, occurrence)`.execute(db)
}
