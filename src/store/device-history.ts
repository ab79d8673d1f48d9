import type { Db } from './database.js'

/** What a device was, and when. Instants are ISO 8601, UTC; `until` is null while it holds. */
export interface FactInterval {
  readonly fact: 'name' | 'version' | 'model' | 'serial' | 'address' | 'building'
  readonly value: string
  readonly since: string
  readonly until: string | null
}

/** Intervals of one value that follow each other are one: another column made them two. */
function merged(rows: readonly FactInterval[]): FactInterval[] {
  const intervals: FactInterval[] = []
  for (const row of rows) {
    const last = intervals.at(-1)
    const follows = last?.until === row.since && last.value === row.value
    if (follows) intervals[intervals.length - 1] = { ...last, until: row.until }
    else intervals.push(row)
  }
  return intervals
}

/** What a device was called, ran, and was; and at which addresses it answered: each from the oldest. */
export async function readFactIntervals(db: Db, device: number): Promise<FactInterval[]> {
  const systems = await db
    .selectFrom('device_system')
    .selectAll()
    .where('device_id', '=', device)
    .orderBy('since')
    .orderBy('id')
    .execute()
  const of = (
    fact: FactInterval['fact'],
    column: 'sys_name' | 'os_version' | 'model' | 'serial_number',
  ): FactInterval[] =>
    merged(
      systems.flatMap(({ [column]: value, since, until }) => (value === null ? [] : [{ fact, value, since, until }])),
    )
  const targets = await db
    .selectFrom('target')
    .select(['address', 'since', 'until'])
    .where('device_id', '=', device)
    .where('status', '<>', 'failed')
    .orderBy('since')
    .orderBy('id')
    .execute()
  const addresses = [...new Set(targets.map(({ address }) => address))].flatMap((value) =>
    merged(
      targets
        .filter(({ address }) => address === value)
        .map(({ since, until }) => ({ fact: 'address', value, since, until })),
    ),
  )
  return [
    ...addresses,
    ...of('name', 'sys_name'),
    ...of('model', 'model'),
    ...of('serial', 'serial_number'),
    ...of('version', 'os_version'),
  ]
}
