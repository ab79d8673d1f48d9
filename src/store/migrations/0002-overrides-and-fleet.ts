import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** What a person says over what was read, the rows of a fleet's inventory, and points as GeoJSON. */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const { integer, key, tail, computed } = types
  await settleDrafts(db, types)
  for (const table of ['building', 'pop']) {
    await sql`alter table ${sql.table(table)} add column geometry text generated always as (
      case when lon is null or lat is null then null
      else '{"type":"Point","coordinates":[' || cast(lon as text) || ',' || cast(lat as text) || ']}' end
    ) ${sql.raw(computed)}`.execute(db)
  }
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

/** Databases made before the first schema was settled lack a few of its columns: they get them, and keep their rows. */
async function settleDrafts(db: Kysely<unknown>, { integer }: ColumnTypes): Promise<void> {
  const tables = await db.introspection.getTables()
  const lacks = (table: string, column: string): boolean =>
    tables.find(({ name }) => name === table)?.columns.every(({ name }) => name !== column) === true
  for (const column of ['chassis_mac', 'until']) {
    if (lacks('device', column)) await db.schema.alterTable('device').addColumn(column, 'text').execute()
  }
  if (!lacks('supply', 'position')) return
  await sql`drop index supply_current`.execute(db)
  await sql`alter table supply add column position ${sql.raw(integer)} not null default 0`.execute(db)
  await sql`update supply set position = (
    select count(*) from supply as before where before.device_id = supply.device_id and before.id < supply.id
  )`.execute(db)
  await sql`create unique index supply_current on supply (device_id, position) where until is null`.execute(db)
  await sql`drop index equipment_current`.execute(db)
  await sql`create unique index equipment_current
    on equipment (school, category, item, units_each, acquired_on, condition) where until is null`.execute(db)
}
