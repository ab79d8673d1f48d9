import type { Kysely } from '#kysely'

/** Of which board a bundle is: what it told and tells no more is withdrawn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('source').addColumn('board', 'text').execute()
}
