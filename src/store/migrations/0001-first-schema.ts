import { sql, type CreateTableBuilder, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

type Table = CreateTableBuilder<string, string>

/** The first schema: sources, the organisation, links, equipment, scans and devices. */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const { integer, real, key, tail } = types
  const create = async (name: string, columns: (table: Table) => Table): Promise<void> => {
    const table = columns(db.schema.createTable(name).addColumn('id', key.type, key.build) as Table)
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
  const optionalReals = (table: Table, ...names: readonly string[]): Table =>
    names.reduce((t, name) => t.addColumn(name, real), table)

  /**
   * An imported fact: its key (text, but for `whole` numbers) and content, then where it comes from and when it held.
   * One current row for each key.
   */
  const imported = async (
    name: string,
    keys: readonly string[],
    columns: (table: Table) => Table,
    whole: readonly string[] = [],
  ): Promise<void> => {
    await create(name, (table) =>
      optionalText(
        text(
          columns(integers(text(table, ...keys.filter((key) => !whole.includes(key))), ...whole))
            .addColumn('source_id', integer, (c) => c.notNull().references('source.id'))
            .addColumn('source_line', integer, (c) => c.notNull()),
          'since',
          'last_seen',
        ),
        'until',
      ),
    )
    await sql`create unique index ${sql.ref(`${name}_current`)} on ${sql.table(name)} (${sql.join(keys.map((k) => sql.ref(k)))}) where until is null`.execute(
      db,
    )
  }

  /** A fact of a device, by intervals. One current row for each key. */
  const ofDevice = async (name: string, keys: readonly string[], columns: (table: Table) => Table): Promise<void> => {
    await create(name, (table) =>
      optionalText(
        text(
          columns(
            table.addColumn('device_id', integer, (c) => c.notNull().references('device.id').onDelete('cascade')),
          ),
          'since',
        ),
        'until',
      ),
    )
    const all = ['device_id', ...keys]
    await sql`create unique index ${sql.ref(`${name}_current`)} on ${sql.table(name)} (${sql.join(all.map((k) => sql.ref(k)))}) where until is null`.execute(
      db,
    )
  }

  await create('source', (t) => integers(text(t, 'kind', 'file', 'sha256', 'imported_at'), 'row_count'))
  await imported('board', ['code'], (t) => optionalText(text(t, 'name'), 'language', 'municipality'))
  await imported('school', ['code'], (t) => text(t, 'name', 'board'))
  await imported('building', ['code'], (t) =>
    optionalReals(optionalText(text(t, 'name'), 'municipality', 'mrc', 'region'), 'lon', 'lat', 'area_m2'),
  )
  await imported('school_building', ['school', 'building'], (t) =>
    integers(t, 'preschool', 'primary_level', 'secondary', 'vocational', 'adult'),
  )
  await imported('share', ['school', 'building'], (t) => t.addColumn('share', real, (c) => c.notNull()))
  await imported('enrolment', ['school', 'school_year', 'sector'], (t) => integers(t, 'pupils'))
  await imported('pop', ['pop'], (t) => optionalReals(optionalText(text(t, 'name', 'kind'), 'network'), 'lon', 'lat'))
  await imported('wan_link', ['link'], (t) =>
    optionalIntegers(
      optionalText(text(t, 'a', 'b', 'status', 'role'), 'name', 'provider', 'network', 'medium', 'contract_end'),
      'capacity_down_bps',
      'capacity_up_bps',
      'monthly_cost_cents',
    ),
  )
  await imported('network', ['board', 'cidr'], (t) => optionalText(t, 'building', 'role'))
  await imported(
    'equipment',
    ['school', 'category', 'item', 'units_each', 'acquired_on', 'condition'],
    (t) => optionalIntegers(integers(t, 'quantity'), 'cost_cents'),
    ['units_each'],
  )

  await create('scan', (t) => optionalText(text(t, 'board', 'started_at', 'targets'), 'ended_at', 'summary'))
  await create('device', (t) =>
    optionalText(
      text(t, 'board', 'identity', 'management_address', 'content_hash', 'first_seen', 'last_seen'),
      'chassis_mac',
      'until',
    ),
  )
  await sql`create unique index device_identity on device (board, identity)`.execute(db)
  await create('target', (t) =>
    optionalText(
      text(
        t
          .addColumn('device_id', integer, (c) => c.references('device.id').onDelete('cascade'))
          .addColumn('scan_id', integer, (c) => c.notNull().references('scan.id')),
        'board',
        'address',
        'status',
        'since',
        'last_seen',
      ),
      'reason_code',
      'during',
      'credential',
      'until',
    ),
  )
  await sql`create unique index target_current on target (board, address) where until is null`.execute(db)
  await sql`create index target_device on target (device_id) where until is null`.execute(db)

  await ofDevice('device_system', [], (t) =>
    optionalText(
      text(t, 'kind', 'evidence'),
      'sys_name',
      'sys_descr',
      'sys_object_id',
      'sys_location',
      'vendor',
      'model',
      'os_name',
      'os_version',
      'serial_number',
      'chassis_mac',
    ),
  )
  await ofDevice('component', ['ent_physical_index'], (t) =>
    optionalIntegers(
      optionalText(
        text(integers(t, 'ent_physical_index'), 'class'),
        'descr',
        'name',
        'model_name',
        'serial_number',
        'hardware_rev',
        'software_rev',
      ),
      'contained_in',
    ),
  )
  await ofDevice('interface', ['if_index'], (t) =>
    optionalText(
      optionalIntegers(integers(t, 'if_index'), 'if_type', 'speed_bps', 'mtu'),
      'if_name',
      'if_descr',
      'if_alias',
      'phys_address',
      'admin_status',
      'oper_status',
      'duplex',
    ),
  )
  await ofDevice('vlan', ['vlan_id'], (t) => optionalText(integers(t, 'vlan_id'), 'name'))
  await ofDevice('neighbour', ['neighbour'], (t) =>
    optionalText(
      optionalIntegers(text(t, 'neighbour', 'protocol', 'remote_addresses'), 'local_if_index'),
      'local_port',
      'remote_chassis_id_subtype',
      'remote_chassis_id',
      'remote_port_id_subtype',
      'remote_port_id',
      'remote_port_descr',
      'remote_sys_name',
    ),
  )
  await ofDevice('supply', ['position'], (t) =>
    optionalIntegers(text(integers(t, 'position'), 'description'), 'percent_left'),
  )
}
