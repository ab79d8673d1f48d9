import type { Messages } from '../i18n/translator.js'
import { byAddress } from '../lib/cidr.js'
import { byCode, printable } from '../lib/text.js'
import { CHANGE_KINDS, type ChangeKind, type ChangeRow } from '../model/change.js'
import { UserError } from '../model/errors.js'
import { countFirst, findScan, lastEndedScan, listChanges, type ChangeScope } from '../store/changes.js'
import { listBuildings } from '../store/organisation.js'
import { eventText, fitted } from './change-texts.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** Which changes are asked for, as a person writes it. */
export interface ChangesAsked {
  /** A date, a duration, or a scan's number; absent: the last scan that ended. */
  readonly since: string | undefined
  readonly kinds: readonly ChangeKind[] | undefined
  /** Building code. */
  readonly building: string | undefined
}

/** From when changes are told, and how that is said. */
interface Since extends Pick<ChangeScope, 'fromScan' | 'from'> {
  readonly text: string
}

const HOURS = { h: 1, d: 24, j: 24, w: 168, s: 168 } as const

/**
 * What `--since` means: null when it is absent and no scan has ended.
 *
 * @throws UserError when it is neither a date, nor a duration, nor the number of a scan.
 */
async function readSince({ store, config, m, now }: Session, written: string | undefined): Promise<Since | null> {
  const fromScan = (id: number, startedAt: string): Since => ({
    fromScan: id,
    text: m.changes.sinceScan(String(id), m.format.dateTime(startedAt)),
  })
  const fromInstant = (from: string): Since => ({ from, text: m.changes.sinceInstant(m.format.dateTime(from)) })
  if (written === undefined) {
    const last = await lastEndedScan(store.db, scopeOf(config))
    return last === null ? null : fromScan(last.id, last.startedAt)
  }
  if (/^\d{1,9}$/.test(written)) {
    const found = await findScan(store.db, Number(written))
    if (found === null) throw new UserError(m.changes.noSuchScan(written), m.changes.noSuchScanHint)
    return fromScan(found.id, found.startedAt)
  }
  const [, count, unit] = /^(\d{1,5})\s*([hdjws])$/i.exec(written) ?? []
  if (count !== undefined) {
    const hours = Number(count) * HOURS[unit?.toLowerCase() as keyof typeof HOURS]
    return fromInstant(new Date(Date.parse(now()) - hours * 3_600_000).toISOString())
  }
  // A day alone begins at midnight where the person is.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written)
  const instant = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(written)
    ? new Date(isDay ? `${written}T00:00:00` : written)
    : null
  if (instant === null || Number.isNaN(instant.getTime())) {
    throw new UserError(m.changes.badSince(written), m.changes.badSinceHint, { usage: true })
  }
  return fromInstant(instant.toISOString())
}

/** Changes that are asked for: the rows, the newest first, and what is said of them. */
export interface ChangesFound {
  readonly rows: AsyncIterable<ChangeRow>
  /** From when, in words; null when no scan has ended. */
  readonly since: string | null
  /** How many devices a first inventory found: they are not among the rows for people. */
  readonly first: number
}

/**
 * Finds changes. For people, the devices of a board's first inventory are counted and left out, unless kinds or a
 * building are asked for.
 *
 * @throws UserError as `--since` is written.
 */
export async function findChanges(session: Session, asked: ChangesAsked, forPeople: boolean): Promise<ChangesFound> {
  const { config, store } = session
  const since = await readSince(session, asked.since)
  if (since === null) return { rows: filtered([], undefined), since: null, first: 0 }
  const { fromScan, from } = since
  const withoutFirst = forPeople && asked.kinds === undefined && asked.building === undefined
  const scope = { board: scopeOf(config), fromScan, from, kinds: asked.kinds, withoutFirst }
  const rows = listChanges(store.db, await sessionLocator(session), scope)
  return {
    rows: filtered(rows, asked.building),
    since: since.text,
    first: withoutFirst ? await countFirst(store.db, scope) : 0,
  }
}

async function* filtered(
  rows: Iterable<ChangeRow> | AsyncIterable<ChangeRow>,
  building: string | undefined,
): AsyncGenerator<ChangeRow> {
  for await (const row of rows) if (building === undefined || row.building === building) yield row
}

/** Above so many devices seen for the first time in a building, they are counted: a school that was never scanned before. */
const MOST_APPEARED = 10

/** Changes for people, by building, then kind: one line each, in words, no wider than the terminal. */
export async function changeLines(session: Session, found: ChangesFound, columns: number): Promise<string[]> {
  const { m, store } = session
  if (found.since === null) return [m.changes.noScan]
  const byBuilding = new Map<string, ChangeRow[]>()
  let count = 0
  for await (const row of found.rows) {
    count++
    const rows = byBuilding.get(row.building ?? '')
    if (rows === undefined) byBuilding.set(row.building ?? '', [row])
    else rows.push(row)
  }
  const names = new Map((await listBuildings(store.db)).map(({ code, name }) => [code, name]))
  // What is in no building that is known comes last.
  const codes = [...byBuilding.keys()].sort((a, b) => Number(a === '') - Number(b === '') || byCode(a, b))
  const { titleNone, title, first, elsewhere } = m.changes
  return [
    ...(found.first === 0 ? [] : [first(m.format.number(found.first))]),
    ...(count > 0 ? [title(found.since, m.format.number(count))] : found.first === 0 ? [titleNone(found.since)] : []),
    ...codes.flatMap((code) => [
      '',
      fitted(code === '' ? elsewhere : `${code} ${names.get(code) ?? ''}`.trim(), columns),
      ...linesOf(byBuilding.get(code) ?? [], m).map((line) => fitted(`  ${line}`, columns)),
    ]),
  ]
}

/** The lines of one building, by kind, then address, then time. */
function linesOf(rows: readonly ChangeRow[], m: Messages): string[] {
  const appeared = rows.filter(({ kind }) => kind === 'appeared')
  const isFolded = appeared.length > MOST_APPEARED
  const told = isFolded ? rows.filter(({ kind }) => kind !== 'appeared') : rows
  const sorted = [...told].sort(
    (a, b) =>
      CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
      byAddress(a.managementAddress ?? '', b.managementAddress ?? '') ||
      a.change - b.change,
  )
  return [
    ...(isFolded ? [m.changes.manyAppeared(m.format.number(appeared.length))] : []),
    ...sorted.map((row) => m.changes.event(deviceText(row), eventText(row, m))),
  ]
}

function deviceText({ managementAddress, sysName, overridden }: ChangeRow): string {
  const name = sysName === null ? '' : `${printable(sysName)}${overridden?.includes('sysName') === true ? ' *' : ''}`
  return `${managementAddress ?? '—'} ${name}`.trim()
}

/** Every change of the configured board, or of all, the newest first. */
export async function* allChanges(
  session: Session,
  view: Parameters<typeof listChanges>[3],
): AsyncGenerator<ChangeRow> {
  const { config, store } = session
  yield* listChanges(store.db, await sessionLocator(session), { board: scopeOf(config) }, view)
}
