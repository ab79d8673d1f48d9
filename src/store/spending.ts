import type { Spending } from '../model/allocation.js'
import type { AllocationPart } from '../model/equipment.js'
import type { Db } from './database.js'

/** What schools spent as it stands now, by school, year and part, then in the order of the files; of one school when it is named. */
export async function listSpending(db: Db, school?: string): Promise<Spending[]> {
  let query = db
    .selectFrom('spending')
    .selectAll()
    .where('until', 'is', null)
    .orderBy('school')
    .orderBy('school_year')
    .orderBy('part')
    .orderBy('source_id')
    .orderBy('source_line')
  if (school !== undefined) query = query.where('school', '=', school)
  const rows = await query.execute()
  return rows.map(({ school, school_year, part, category, amount_cents, date, reference }) => ({
    ...{ school, schoolYear: school_year, part: part as AllocationPart },
    category: category === '' ? null : category,
    amountCents: amount_cents,
    date: date === '' ? null : date,
    reference: reference === '' ? null : reference,
  }))
}
