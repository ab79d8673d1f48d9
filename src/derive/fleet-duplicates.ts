import type { FleetReason, FleetRow } from '../model/fleet.js'
import { SURE_SERIAL, sharedWords } from './fleet-identifiers.js'
import type { FleetMatch, RowIdentifiers } from './fleet-match.js'

/** A row with what it is by. */
export interface MatchedRow {
  readonly row: FleetRow
  readonly identifiers: RowIdentifiers
  readonly match: FleetMatch
}

/** The row that a duplicate repeats, and by what. */
export interface Repeat {
  readonly of: FleetRow
  readonly reason: FleetReason
}

/** Rows about one device. `serial` is the serial number that they have; null when none has any. */
interface Group {
  readonly rows: number[]
  readonly first: MatchedRow
  serial: string | null
}

/**
 * Which rows are about the same device as another one: the same serial number, the same MAC address, the same part of
 * the same device seen, or rows alike with the same asset tag. Of these the one told last by a file is kept, and the
 * first of those that were told together; the others repeat it.
 *
 * Two rows with different serial numbers are never the same device, whatever else they share. Gives the repeats by their
 * place in `rows`.
 */
export function findRepeats(rows: readonly MatchedRow[]): ReadonlyMap<number, Repeat> {
  const groups = new Map<string, Group>()
  // Those that tell more come first, so that they draw together those that tell less.
  for (const [i, each] of [...rows.entries()].sort(([, a], [, b]) => weight(b) - weight(a))) {
    const keys = keysOf(each)
    const { serial } = each.identifiers
    const group = keys
      .map(([key]) => groups.get(key))
      .find((known) => known !== undefined && mayBeOne(known, each)) ?? {
      ...{ rows: [], first: each, serial },
    }
    group.rows.push(i)
    group.serial ??= serial
    for (const [key] of keys) if (!groups.has(key)) groups.set(key, group)
  }
  return new Map([...new Set(groups.values())].flatMap((group) => repeatsOf(group, rows)))
}

/** The rows of a group but the one that is kept, each with what it shares with that one. */
function repeatsOf(group: Group, rows: readonly MatchedRow[]): readonly (readonly [number, Repeat])[] {
  const [keptAt, ...others] = [...group.rows].sort((a, b) => lastTold(rows[a], rows[b]) || a - b)
  const kept = rows[keptAt ?? -1]
  if (kept === undefined) return []
  const shared = new Set(keysOf(kept).map(([key]) => key))
  const of = kept.row
  return others.flatMap((i) => {
    const each = rows[i]
    if (each === undefined) return []
    const code = keysOf(each).find(([key]) => shared.has(key))?.[1] ?? 'same-device'
    return [[i, { of, reason: { code, about: [of.file, String(of.line), ...differences(each.row, of)] } }] as const]
  })
}

function weight({ identifiers }: MatchedRow): number {
  return (identifiers.serial === null ? 0 : 100) + identifiers.macs.length
}

function lastTold(a: MatchedRow | undefined, b: MatchedRow | undefined): number {
  const [x = '', y = ''] = [a?.row.toldAt, b?.row.toldAt]
  return x < y ? 1 : x > y ? -1 : 0
}

/** False for different serial numbers, and for a short one that rows of different models have. */
function mayBeOne({ first, serial }: Group, { row, identifiers }: MatchedRow): boolean {
  if (serial === null || identifiers.serial === null) return true
  if (serial !== identifiers.serial) return false
  const bothSay = row.model !== null && first.row.model !== null
  return serial.length >= SURE_SERIAL || !bothSay || sharedWords(row.model, first.row.model) > 0
}

/** What says that a row is about the same device as another, the surest first. */
function keysOf({
  row,
  identifiers,
  match,
}: MatchedRow): readonly (readonly [key: string, code: FleetReason['code']])[] {
  const alike = JSON.stringify([row.school, row.serial, row.mac, row.assetTag, row.name])
  return [
    ...(identifiers.serial === null ? [] : [[`serial ${identifiers.serial}`, 'same-serial'] as const]),
    ...identifiers.macs.map((mac) => [`mac ${mac}`, 'same-mac'] as const),
    ...(match.part === null ? [] : [[`part ${match.part}`, 'same-device'] as const]),
    ...(row.assetTag === null ? [] : [[`alike ${alike}`, 'same-row'] as const]),
  ]
}

/** What the kept row says otherwise: its status, then its school. */
function differences(row: FleetRow, kept: FleetRow): readonly string[] {
  return [row.status === kept.status ? '' : kept.status, row.school === kept.school ? '' : (kept.school ?? '')]
}
