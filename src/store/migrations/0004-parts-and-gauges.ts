import { sql, type CreateTableBuilder, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

type Table = CreateTableBuilder<string, string>

/** A device's parts that are not ports, by intervals, and the last value of what it measures. */
export async function up(db: Kysely<unknown>, { integer, real, key, tail }: ColumnTypes): Promise<void> {
  const create = async (name: string, columns: (table: Table) => Table): Promise<void> => {
    const table = columns(
      db.schema
        .createTable(name)
        .addColumn('id', key.type, key.build)
        .addColumn('device_id', integer, (c) => c.notNull().references('device.id').onDelete('cascade')) as Table,
    )
    await (tail === null ? table : table.modifyEnd(sql.raw(tail))).execute()
  }
  const text = (table: Table, ...names: readonly string[]): Table =>
    names.reduce((t, name) => t.addColumn(name, 'text', (c) => c.notNull()), table)
  const optionalText = (table: Table, ...names: readonly string[]): Table =>
    names.reduce((t, name) => t.addColumn(name, 'text'), table)
  const integers = (table: Table, ...names: readonly string[]): Table =>
    names.reduce((t, name) => t.addColumn(name, integer, (c) => c.notNull()), table)
  const optionalIntegers = (table: Table, ...names: readonly string[]): Table =>
    names.reduce((t, name) => t.addColumn(name, integer), table)
  /** One current row for each key within the device. */
  const byInterval = async (name: string, keys: readonly string[], columns: (table: Table) => Table): Promise<void> => {
    await create(name, (table) => optionalText(text(columns(table), 'since'), 'until'))
    await sql`create unique index ${sql.ref(`${name}_current`)} on ${sql.table(name)}
      (${sql.join(['device_id', ...keys].map((k) => sql.ref(k)))}) where until is null`.execute(db)
  }

  await db.schema.alterTable('device_system').addColumn('memory_bytes', integer).execute()
  await db.schema.alterTable('component').addColumn('oper_state', 'text').execute()
  await db.schema.alterTable('supply').addColumn('instance', 'text').execute()
  await byInterval('access_point', ['access_point'], (t) =>
    optionalText(text(t, 'access_point'), 'name', 'mac', 'model', 'serial_number', 'os_version', 'address', 'status'),
  )
  await byInterval('installed_software', ['name'], (t) => optionalText(text(t, 'name'), 'type', 'installed_on'))
  await byInterval('storage_volume', ['volume'], (t) =>
    optionalIntegers(text(integers(t, 'volume'), 'description', 'type'), 'size_bytes'),
  )
  await byInterval('poe_source', ['pse_group'], (t) =>
    optionalText(optionalIntegers(integers(t, 'pse_group'), 'budget_watts'), 'status'),
  )
  await byInterval('poe_port', ['pse_group', 'pse_port'], (t) =>
    optionalText(
      optionalIntegers(integers(t, 'pse_group', 'pse_port'), 'if_index', 'admin_enabled', 'power_class'),
      'status',
    ),
  )
  await create('gauge', (t) =>
    text(optionalText(text(t, 'name', 'instance').addColumn('number', real), 'label', 'text', 'unit'), 'read_at'),
  )
  await sql`create unique index gauge_current on gauge (device_id, name, instance)`.execute(db)
}
