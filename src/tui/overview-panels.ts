import type { Inventory } from '../app/inventory.js'
import type { Messages } from '../i18n/translator.js'
import { REASON_CODES, type ReasonCode, type Status } from '../model/outcome.js'
import { LEVELS } from '../model/records.js'
import type { ScanRow } from '../model/rows.js'
import { ago, lasting } from './ago.js'
import type { Line, Span } from './lines.js'
import type { Facet } from './state.js'
import { inert } from './text.js'
import { LEVEL_MARKS, STATUS_MARKS, type Mark, type Tone } from './theme.js'

/** What stands before the bar of a count. */
const BEFORE_BAR = 30
const LONGEST_BAR = 24
const STATUSES = ['answered', 'partial', 'failed'] as const satisfies readonly Status[]

function counted<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return counts
}

/** A part of a whole, as a line draws it. */
interface Part {
  readonly mark: Mark | null
  readonly word: string
  readonly count: number
  readonly of: number
}

/** A mark, a word, a count, and its share of the whole as a bar in what is left of the width. */
function countLine({ mark, word, count, of }: Part, width: number, m: Messages): Line {
  const tone = count === 0 ? 'dim' : mark?.tone
  const room = Math.max(0, Math.min(LONGEST_BAR, width - BEFORE_BAR))
  const filled = of === 0 || count === 0 ? 0 : Math.max(1, Math.round((count / of) * room))
  return [
    { text: mark === null ? '  ' : `  ${mark.sign.padEnd(3)}`, tone },
    { text: inert(word).slice(0, 16).padEnd(16), tone: count === 0 ? 'dim' : undefined },
    { text: `${m.format.number(count).padStart(7)}  `, tone: count === 0 ? 'dim' : undefined },
    { text: '█'.repeat(filled), tone },
  ]
}

function title(text: string, aside?: string): Line {
  const main: Span = { text, bold: true }
  return aside === undefined ? [main] : [main, { text: `  ${aside}`, tone: 'dim' }]
}

/** Devices by what reading them came to. */
export function devicesPanel({ devices }: Inventory, width: number, m: Messages): Line[] {
  if (devices.length === 0) {
    return [
      title(m.tui.devices),
      [{ text: `  ${m.tui.noDevices}` }],
      [{ text: `  ${m.tui.noDevicesHint}`, tone: 'dim' }],
      [],
    ]
  }
  const counts = counted(devices, ({ status }) => status)
  return [
    title(m.tui.devices, m.format.number(devices.length)),
    ...STATUSES.map((status) =>
      countLine(
        { mark: STATUS_MARKS[status], word: m.statuses[status], count: counts.get(status) ?? 0, of: devices.length },
        width,
        m,
      ),
    ),
  ]
}

/** Devices by what they are for, the most frequent first. */
export function kindsPanel({ devices }: Inventory, most: number, width: number, m: Messages): Line[] {
  const read = devices.filter(({ firstSeen }) => firstSeen !== null)
  const counts = [...counted(read, ({ kind }) => kind)].sort((a, b) => b[1] - a[1])
  if (counts.length === 0) return []
  return [
    [],
    title(m.tui.kinds),
    ...counts.slice(0, most).map(([kind, count]) => {
      const word = m.words[`kind-${kind}` as keyof Messages['words']] ?? kind
      return countLine({ mark: null, word, count, of: read.length }, width, m)
    }),
  ]
}

/** Buildings by level of bandwidth, the worst first. */
export function buildingsPanel({ buildings, profile, schoolYear }: Inventory, width: number, m: Messages): Line[] {
  if (buildings.length === 0) {
    return [
      title(m.tui.buildings),
      [{ text: `  ${m.tui.noBuildings}` }],
      [{ text: `  ${m.tui.noBuildingsHint}`, tone: 'dim' }],
    ]
  }
  const counts = counted(buildings, ({ level }) => level)
  return [
    title(m.tui.buildings, m.format.number(buildings.length)),
    ...LEVELS.map((level) =>
      countLine(
        {
          mark: LEVEL_MARKS[level],
          word: m.gaps[`level-${level}`],
          count: counts.get(level) ?? 0,
          of: buildings.length,
        },
        width,
        m,
      ),
    ),
    [{ text: `  ${m.tui.standard(inert(profile), schoolYear ?? '—')}`, tone: 'dim' }],
  ]
}

/** An unfinished scan that has not moved for so long was killed. */
const STILL_MS = 10 * 60_000

/** True when a scan without an end gave signs of life a short while ago. */
export function isUnderWay({ rows, underWay }: Inventory['scans'], now: number): boolean {
  const [newest] = rows
  if (newest === undefined || underWay === null) return false
  return now - Date.parse(underWay.lastAt ?? newest.startedAt) < STILL_MS
}

/** How a scan went, in one line: its counts, or how far it is. */
export function scanSpan(scan: ScanRow, scans: Inventory['scans'], now: number, m: Messages): Span {
  const { number } = m.format
  if (scan.endedAt !== null) {
    const read = (scan.answered ?? 0) + (scan.partial ?? 0)
    return { text: m.tui.scanCounts(number(scan.addresses), number(read), number(scan.failed)) }
  }
  const seen = scan === scans.rows[0] ? scans.underWay : null
  if (seen !== null && isUnderWay(scans, now)) {
    return { text: m.tui.underWay(number(seen.read), number(seen.failed)), tone: 'accent' }
  }
  return { text: m.tui.brokenOff(number(seen?.read ?? 0)), tone: 'warn' }
}

/** What a finished scan read, in a few words. */
function readSpan({ answered, partial, addresses }: ScanRow, m: Messages): Span {
  const { number } = m.format
  return { text: m.tui.readOf(number((answered ?? 0) + (partial ?? 0)), number(addresses)) }
}

/** The newest scan: when, how long it took, what it gave. */
export function lastScanPanel({ scans }: Inventory, now: number, m: Messages): Line[] {
  const [last] = scans.rows
  if (last === undefined) return [[], title(m.tui.lastScan), [{ text: `  ${m.tui.noScan}`, tone: 'dim' }]]
  const took = last.endedAt === null ? '' : ` (${lasting(Date.parse(last.endedAt) - Date.parse(last.startedAt))})`
  return [
    [],
    title(m.tui.lastScan, ago(last.startedAt, now, m)),
    [{ text: `  ${m.format.dateTime(last.startedAt)}${took}` }],
    [{ text: '  ' }, last.endedAt === null ? scanSpan(last, scans, now, m) : readSpan(last, m)],
  ]
}

/** Scans one under the other, the newest first. */
export function scansLines(scans: Inventory['scans'], most: number, now: number, m: Messages): Line[] {
  return scans.rows
    .slice(0, most)
    .map((scan): Line => [
      { text: `  ${m.format.dateTime(scan.startedAt)}  `, tone: 'dim' },
      scanSpan(scan, scans, now, m),
    ])
}

/** Something that deserves a look: how many, what, and where Enter leads. */
export interface Concern {
  readonly facet: Facet
  readonly mark: Mark
  readonly count: number
  readonly text: string
  readonly tone: Tone | undefined
}

const WORRYING = ['critical', 'unlinked', 'short', 'unknown'] as const

/** Why devices were not read, or not whole, the most frequent first; then buildings without what they need. */
export function concernsOf({ devices, buildings }: Inventory, m: Messages): Concern[] {
  const reasons = counted(
    devices.filter(({ reasonCode }) => reasonCode !== null),
    ({ reasonCode }) => reasonCode ?? '',
  )
  const partial = new Set(devices.filter(({ status }) => status === 'partial').map(({ reasonCode }) => reasonCode))
  const levels = counted(buildings, ({ level }) => level)
  return [
    ...[...reasons]
      .sort(
        (a, b) => b[1] - a[1] || REASON_CODES.indexOf(a[0] as ReasonCode) - REASON_CODES.indexOf(b[0] as ReasonCode),
      )
      .map(([code, count]): Concern => {
        const mark = STATUS_MARKS[partial.has(code) ? 'partial' : 'failed']
        const text = m.reasons[code as ReasonCode] ?? inert(code)
        return { facet: { of: 'reason', value: code }, mark, count, text, tone: mark.tone }
      }),
    ...WORRYING.flatMap((level): Concern[] => {
      const count = levels.get(level) ?? 0
      const mark = LEVEL_MARKS[level]
      const text = m.tui[`level-${level}`]
      return count === 0 ? [] : [{ facet: { of: 'level', value: level }, mark, count, text, tone: mark.tone }]
    }),
  ]
}
