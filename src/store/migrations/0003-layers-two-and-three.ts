import { sql, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** VLANs, aggregates and spanning tree of ports, addresses of devices, and what was seen behind ports. */
export async function up(db: Kysely<unknown>, { integer, key, tail }: ColumnTypes): Promise<void> {
  const add = async (table: string, columns: Readonly<Record<string, 'text' | typeof integer>>): Promise<void> => {
    for (const [column, type] of Object.entries(columns)) {
      await db.schema.alterTable(table).addColumn(column, type).execute()
    }
  }
  await add('device_system', { spanning_tree: 'text' })
  await add('interface', {
    pvid: integer,
    untagged_vlans: 'text',
    tagged_vlans: 'text',
    lag_if_index: integer,
    stp_state: 'text',
  })
  await add('neighbour', { remote_descr: 'text' })
  await sql`alter table neighbour add column remote_capabilities text not null default '[]'`.execute(db)

  const end = tail === null ? sql`` : sql.raw(tail)
  const ofDevice = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn('id', key.type, key.build)
      .addColumn('device_id', integer, (c) => c.notNull().references('device.id').onDelete('cascade'))
      .addColumn('address', 'text', (c) => c.notNull())
  await ofDevice('device_address')
    .addColumn('prefix_length', integer)
    .addColumn('if_index', integer)
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .modifyEnd(end)
    .execute()
  await sql`create unique index device_address_current on device_address (device_id, address) where until is null`.execute(
    db,
  )
  await ofDevice('address_sighting')
    .addColumn('mac', 'text', (c) => c.notNull())
    .addColumn('if_index', integer, (c) => c.notNull())
    .addColumn('first_seen', 'text', (c) => c.notNull())
    .addColumn('last_seen', 'text', (c) => c.notNull())
    .modifyEnd(end)
    .execute()
  await sql`create unique index address_sighting_key on address_sighting (device_id, address, mac, if_index)`.execute(
    db,
  )
  await sql`create index address_sighting_mac on address_sighting (mac)`.execute(db)
  await db.schema
    .createTable('mac_sighting')
    .addColumn('id', key.type, key.build)
    .addColumn('device_id', integer, (c) => c.notNull().references('device.id').onDelete('cascade'))
    .addColumn('mac', 'text', (c) => c.notNull())
    .addColumn('vlan_id', integer, (c) => c.notNull())
    .addColumn('if_index', integer, (c) => c.notNull())
    .addColumn('first_seen', 'text', (c) => c.notNull())
    .addColumn('last_seen', 'text', (c) => c.notNull())
    .modifyEnd(end)
    .execute()
  await sql`create unique index mac_sighting_key on mac_sighting (device_id, mac, vlan_id, if_index)`.execute(db)
  await sql`create index mac_sighting_mac on mac_sighting (mac)`.execute(db)
}
