import { chunks, insertRows, type Tx, type Value } from './bulk.js'
import type { ScanRef, TargetResult } from './scan-writer.js'

/** The current rows of the addresses of some results. */
export async function currentTargets(tx: Tx, board: string, results: readonly TargetResult[]) {
  const rows = await tx
    .selectFrom('target')
    .selectAll()
    .where('until', 'is', null)
    .where('board', '=', board)
    .where(
      'address',
      'in',
      results.flatMap(({ address, readAt }) => (readAt === undefined ? [address] : [address, readAt])),
    )
    .execute()
  return new Map(rows.map((row) => [row.address, row]))
}

type Targets = Awaited<ReturnType<typeof currentTargets>>

const TARGET_COLUMNS = [
  'board',
  'address',
  'device_id',
  'status',
  'reason_code',
  'during',
  'credential',
  'scan_id',
  'since',
  'last_seen',
  'named_by',
] as const

/** One current row for each address: the same outcome moves `last_seen`, another closes the row and opens one. */
export async function writeTargets(
  tx: Tx,
  scan: ScanRef,
  results: readonly TargetResult[],
  current: Targets,
  deviceOf: (result: TargetResult) => number | null,
): Promise<void> {
  const at = results.at(-1)?.at
  if (at === undefined) return
  const seen: number[] = []
  const closed: number[] = []
  const opened: Value[][] = []
  for (const result of results) {
    const { address, outcome, keep } = result
    const before = current.get(address)
    if (outcome.status === 'failed' && !keep && before === undefined) continue
    const reason = outcome.status === 'answered' ? null : outcome.reason
    const device = outcome.status === 'failed' ? (before?.device_id ?? null) : deviceOf(result)
    const credential = result.credential ?? before?.credential ?? null
    const same =
      before !== undefined &&
      before.status === outcome.status &&
      before.reason_code === (reason?.code ?? null) &&
      before.device_id === device &&
      before.credential === credential
    if (same) {
      seen.push(before.id)
      continue
    }
    if (before !== undefined) closed.push(before.id)
    opened.push([
      scan.board,
      address,
      device,
      outcome.status,
      reason?.code ?? null,
      reason?.during ?? null,
      credential,
      scan.id,
      result.at,
      result.at,
      result.namedBy ?? before?.named_by ?? null,
    ])
  }
  for (const part of chunks(seen, 1000)) {
    await tx.updateTable('target').set({ last_seen: at, scan_id: scan.id }).where('id', 'in', part).execute()
  }
  for (const part of chunks(closed, 1000)) {
    await tx.updateTable('target').set({ until: at }).where('id', 'in', part).execute()
  }
  await insertRows(tx, 'target', TARGET_COLUMNS, opened)
}
