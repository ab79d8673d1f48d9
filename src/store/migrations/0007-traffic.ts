import { sql, type CreateTableBuilder, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

type Table = CreateTableBuilder<string, string>

/** Interfaces that lead out of their building, what they have counted lately, and what each day of theirs came to. */
export async function up(db: Kysely<unknown>, { integer, real, key, tail }: ColumnTypes): Promise<void> {
  const create = async (name: string, columns: (table: Table) => Table): Promise<void> => {
    const table = columns(db.schema.createTable(name).addColumn('id', key.type, key.build) as Table)
    await (tail === null ? table : table.modifyEnd(sql.raw(tail))).execute()
  }
  const ofInterface = (table: Table): Table =>
    table.addColumn('wan_interface_id', integer, (c) => c.notNull().references('wan_interface.id').onDelete('cascade'))

  await create('wan_basis', (t) =>
    t
      .addColumn('board', 'text', (c) => c.notNull().unique())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('derived_at', 'text', (c) => c.notNull()),
  )
  await create('wan_interface', (t) =>
    t
      .addColumn('device_id', integer, (c) => c.notNull().references('device.id').onDelete('cascade'))
      .addColumn('port', 'text', (c) => c.notNull())
      .addColumn('if_index', integer, (c) => c.notNull())
      .addColumn('if_name', 'text')
      .addColumn('if_alias', 'text')
      .addColumn('link', 'text')
      .addColumn('link_end', 'text')
      .addColumn('confidence', 'text', (c) => c.notNull())
      .addColumn('evidence', 'text', (c) => c.notNull())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('until', 'text'),
  )
  await sql`create unique index wan_interface_port on wan_interface (device_id, port)`.execute(db)
  await create('traffic_sample', (t) =>
    ofInterface(t)
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('up_time', integer)
      .addColumn('in_octets', 'text')
      .addColumn('out_octets', 'text')
      .addColumn('bits', integer, (c) => c.notNull())
      .addColumn('discontinuity_time', integer)
      .addColumn('speed_bps', integer)
      .addColumn('seconds', real)
      .addColumn('in_bps', real)
      .addColumn('out_bps', real)
      .addColumn('unknown', 'text')
      .addColumn('day', 'text'),
  )
  // By id, not by time: a clock that was set back does not hide the last reading.
  await sql`create unique index traffic_sample_last on traffic_sample (wan_interface_id, id)`.execute(db)
  await sql`create index traffic_sample_day on traffic_sample (day)`.execute(db)
  await create('traffic_day', (t) =>
    ['p95_in_bps', 'p95_out_bps', 'max_in_bps', 'max_out_bps', 'mean_in_bps', 'mean_out_bps'].reduce(
      (table, name) => table.addColumn(name, real),
      ofInterface(t)
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('samples', integer, (c) => c.notNull())
        .addColumn('expected', integer, (c) => c.notNull())
        .addColumn('measured_seconds', real, (c) => c.notNull()),
    ),
  )
  await sql`create unique index traffic_day_day on traffic_day (wan_interface_id, day)`.execute(db)
  await sql`create index traffic_day_by_day on traffic_day (day)`.execute(db)
}
