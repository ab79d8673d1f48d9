import { sql, type CreateTableBuilder, type Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

type Table = CreateTableBuilder<string, string>

/** Territories, private and higher-education establishments, the deprivation index, a catalogue, and more of each WAN link. */
export async function up(db: Kysely<unknown>, { integer, real, key, tail }: ColumnTypes): Promise<void> {
  /** An imported fact: its key (text), its content, then where it comes from and when it held. One current row for each key. */
  const imported = async (
    name: string,
    keys: readonly string[],
    content: readonly (readonly [name: string, type: 'text' | typeof integer | typeof real, required?: 'required'])[],
  ): Promise<void> => {
    const columns = [
      ...keys.map((column) => [column, 'text', 'required'] as const),
      ...content,
      ['source_line', integer, 'required'] as const,
      ['since', 'text', 'required'] as const,
      ['last_seen', 'text', 'required'] as const,
      ['until', 'text'] as const,
    ]
    const table = columns.reduce<Table>(
      (made, [column, type, required]) =>
        made.addColumn(column, type, (c) => (required === undefined ? c : c.notNull())),
      db.schema
        .createTable(name)
        .addColumn('id', key.type, key.build)
        .addColumn('source_id', integer, (c) => c.notNull().references('source.id')) as Table,
    )
    await (tail === null ? table : table.modifyEnd(sql.raw(tail))).execute()
    const current = sql.join(keys.map((column) => sql.ref(column)))
    await sql`create unique index ${sql.ref(`${name}_current`)} on ${sql.table(name)} (${current}) where until is null`.execute(
      db,
    )
  }

  await imported(
    'territory',
    ['board'],
    [
      ['name', 'text', 'required'],
      ['language', 'text'],
      ['geometry', 'text', 'required'],
    ],
  )
  await imported(
    'establishment',
    ['code', 'building'],
    [
      ['name', 'text', 'required'],
      ['sector', 'text', 'required'],
      ['type', 'text'],
    ],
  )
  await imported(
    'deprivation',
    ['school', 'school_year', 'level'],
    [
      ['imse', real],
      ['imse_decile', integer],
      ['sfr', real],
      ['sfr_decile', integer],
      ['pupils', integer],
    ],
  )
  await imported(
    'catalogue_item',
    ['category', 'item'],
    [
      ['units_each', integer, 'required'],
      ['price_cents', integer],
    ],
  )
  for (const column of ['burst_down_bps', 'burst_up_bps']) {
    await db.schema.alterTable('wan_link').addColumn(column, integer).execute()
  }
  for (const column of ['source', 'route']) await db.schema.alterTable('wan_link').addColumn(column, 'text').execute()
}
