import { sql } from '#kysely'
import type { Db } from './database.js'
import { IMPORTED, type ImportedTable } from './imported.js'
import { REFERENCES } from './sources.js'

/** What holds now of each kind of file: how many facts, how many of them name what nobody has imported, the last import. */
export async function knownByKind(
  db: Db,
): Promise<
  { readonly kind: string; readonly facts: number; readonly orphans: number; readonly importedAt: string | null }[]
> {
  const parts = (Object.keys(IMPORTED) as ImportedTable[]).map((table) => {
    const lost = (REFERENCES[table] ?? []).map(({ column, in: places }) => {
      const known = places.map(
        ([other, key]) => sql`select ${sql.ref(key)} from ${sql.table(other)} where until is null`,
      )
      const cell = sql.ref(`fact.${column}`)
      return sql`(${cell} is not null and ${cell} <> '' and ${cell} not in (${sql.join(known, sql` union all `)}))`
    })
    const isOrphan = lost.length === 0 ? sql`1 = 0` : sql.join(lost, sql` or `)
    return sql`select fact.source_id, count(*) as facts, sum(case when ${isOrphan} then 1 else 0 end) as orphans
      from ${sql.table(table)} as fact where fact.until is null group by fact.source_id`
  })
  const { rows } = await sql<{ kind: string; facts: number; orphans: number; importedAt: string | null }>`
    select source.kind, coalesce(sum(held.facts), 0) as facts, coalesce(sum(held.orphans), 0) as orphans,
      max(case when source.undone_at is null then source.imported_at end) as "importedAt"
    from source left join (${sql.join(parts, sql` union all `)}) as held on held.source_id = source.id
    group by source.kind order by source.kind`.execute(db)
  return rows.map(({ kind, facts, orphans, importedAt }) => ({
    kind,
    facts: Number(facts),
    orphans: Number(orphans),
    importedAt,
  }))
}
