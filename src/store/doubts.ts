import { sql } from '#kysely'
import type { Tx } from './bulk.js'
import type { ImportedTable } from './imported.js'

/** What is worth a second look in what an import brought, against what the database knew. */
export type Doubt =
  | { readonly code: 'enrolment-jump'; readonly line: number; readonly before: number; readonly after: number }
  | { readonly code: 'rate-too-great'; readonly line: number; readonly column: string; readonly bps: number }
  | { readonly code: 'board-changed'; readonly line: number; readonly before: string; readonly after: string }
  | { readonly code: 'building-moved'; readonly line: number; readonly km: number }
  | { readonly code: 'shares-do-not-sum'; readonly line: number; readonly school: string; readonly sum: number }
  | { readonly code: 'credit-note'; readonly line: number; readonly amountCents: number }

/** From which size a school's enrolment is compared, and how many times more or fewer pupils are doubtful. */
const ENROLMENT = { pupils: 20, times: 10 } as const
/** RISQ's own network goes to 100 Gbit/s. */
const GREATEST_BPS = 1_000_000_000_000
const FAR_KM = 20
const KM_PER_DEGREE = 111.2

const FINDERS: Partial<Record<ImportedTable, (tx: Tx, source: number, at: string) => Promise<Doubt[]>>> = {
  enrolment: enrolmentJumps,
  wan_link: greatRates,
  school: changedBoards,
  building: movedBuildings,
  share: oddShares,
  spending: creditNotes,
}

/** All doubts about the facts that an import opened, by line. `tables`: those that it told something of. */
export async function findDoubts(
  tx: Tx,
  source: number,
  at: string,
  tables: readonly ImportedTable[],
): Promise<Doubt[]> {
  const doubts: Doubt[] = []
  for (const table of tables) doubts.push(...((await FINDERS[table]?.(tx, source, at)) ?? []))
  return doubts.sort((a, b) => a.line - b.line)
}

async function enrolmentJumps(tx: Tx, source: number): Promise<Doubt[]> {
  const { pupils, times } = ENROLMENT
  const { rows } = await sql<{ line: number; before: number; after: number }>`
    select now.source_line as line, last.pupils as before, now.pupils as after
    from enrolment as now join enrolment as last on last.school = now.school and last.sector = now.sector
      and last.until is null
      and last.school_year = cast(cast(substr(now.school_year, 1, 4) as integer) - 1 as text) || '-' || substr(now.school_year, 1, 4)
    where now.source_id = ${source} and now.until is null and last.pupils >= ${pupils}
      and (now.pupils >= ${times} * last.pupils or ${times} * now.pupils <= last.pupils)`.execute(tx)
  return rows.map((row) => ({ code: 'enrolment-jump', ...row }))
}

async function greatRates(tx: Tx, source: number): Promise<Doubt[]> {
  const doubts: Doubt[] = []
  for (const [column, field] of [
    ['capacity_down_mbps', 'capacity_down_bps'],
    ['capacity_up_mbps', 'capacity_up_bps'],
  ] as const) {
    const rows = await tx
      .selectFrom('wan_link')
      .select(['source_line as line', `${field} as bps`])
      .where('source_id', '=', source)
      .where('until', 'is', null)
      .where(field, '>=', GREATEST_BPS)
      .execute()
    doubts.push(...rows.map(({ line, bps }): Doubt => ({ code: 'rate-too-great', line, column, bps: bps ?? 0 })))
  }
  return doubts
}

// What was closed is looked up first: PostgreSQL knows nothing yet of rows this young, and would read it again for each.

async function changedBoards(tx: Tx, source: number, at: string): Promise<Doubt[]> {
  const { rows } = await sql<{ line: number; before: string; after: string }>`
    with old as materialized (select code, board from school where until = ${at})
    select now.source_line as line, old.board as before, now.board as after
    from old join school as now on now.code = old.code and now.board <> old.board
    where now.source_id = ${source} and now.until is null`.execute(tx)
  return rows.map((row) => ({ code: 'board-changed', ...row }))
}

async function movedBuildings(tx: Tx, source: number, at: string): Promise<Doubt[]> {
  const { rows } = await sql<{ line: number; lon: number; lat: number; old_lon: number; old_lat: number }>`
    with old as materialized (select code, lon, lat from building where until = ${at})
    select now.source_line as line, now.lon, now.lat, old.lon as old_lon, old.lat as old_lat
    from old join building as now on now.code = old.code
    where now.source_id = ${source} and now.until is null
      and (now.lon <> old.lon or now.lat <> old.lat)`.execute(tx)
  return rows.flatMap(({ line, lon, lat, old_lon, old_lat }): Doubt[] => {
    // Flat is near enough for what is said in whole kilometres.
    const east = (lon - old_lon) * Math.cos((lat * Math.PI) / 180)
    const km = Math.hypot(east, lat - old_lat) * KM_PER_DEGREE
    return km < FAR_KM ? [] : [{ code: 'building-moved', line, km: Math.round(km) }]
  })
}

async function oddShares(tx: Tx, source: number): Promise<Doubt[]> {
  const { rows } = await sql<{ line: number; school: string; sum: number }>`
    select max(case when source_id = ${source} then source_line else 0 end) as line, school, sum(share) as sum
    from share where until is null group by school
    having max(case when source_id = ${source} then 1 else 0 end) = 1 and abs(sum(share) - 1) > 0.01
    order by school`.execute(tx)
  return rows.map((row) => ({ code: 'shares-do-not-sum', ...row }))
}

async function creditNotes(tx: Tx, source: number): Promise<Doubt[]> {
  const rows = await tx
    .selectFrom('spending')
    .select(['source_line as line', 'amount_cents as amountCents'])
    .where('source_id', '=', source)
    .where('until', 'is', null)
    .where('amount_cents', '<', 0)
    .execute()
  return rows.map((row): Doubt => ({ code: 'credit-note', ...row }))
}
