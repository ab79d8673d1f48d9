import type { DeprivationFact, DeprivationLevel } from '../model/deprivation.js'
import type { Db } from './database.js'

/** What files say of the schools' deprivation now, by school, year and level. */
export async function listDeprivationFacts(db: Db): Promise<DeprivationFact[]> {
  const rows = await db
    .selectFrom('deprivation')
    .selectAll()
    .where('until', 'is', null)
    .orderBy('school')
    .orderBy('school_year')
    .orderBy('level')
    .execute()
  return rows.map((row) => ({
    school: row.school,
    schoolYear: row.school_year,
    level: row.level as DeprivationLevel,
    imse: row.imse,
    imseDecile: row.imse_decile,
    sfr: row.sfr,
    sfrDecile: row.sfr_decile,
    pupils: row.pupils,
  }))
}
