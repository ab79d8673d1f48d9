import type { Kysely } from '#kysely'
import type { ColumnTypes } from '../migrate.js'

/** How far a scan has come, who named an address, and what reading a device cost the last time. */
export async function up(db: Kysely<unknown>, { integer }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('scan').addColumn('checkpoint', 'text').execute()
  await db.schema.alterTable('target').addColumn('named_by', 'text').execute()
  for (const column of ['packets_sent', 'bytes_sent', 'read_ms']) {
    await db.schema.alterTable('device').addColumn(column, integer).execute()
  }
}
