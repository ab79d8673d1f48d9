import type { Messages } from '../i18n/translator.js'
import { ROW_CLASSES, THING_CLASSES, type FleetCounts, type FleetFinding, type FleetReason } from '../model/fleet.js'
import type { RowTexts } from '../reports/names.js'
import type { FleetAuditResult } from './audit.js'

/** Words for the fields of a finding that are structures. */
export function fleetTexts(m: Messages): RowTexts<FleetFinding> {
  return { reasons: ({ reasons }) => reasons.map((reason) => reasonText(reason, m)).join('; ') }
}

type Worded = (about: readonly string[], m: Messages) => readonly string[]

const sameAs: Worded = ([file = '', line = '', status = '', ...school], m) => [
  file,
  line,
  status === '' ? '' : statusWord(status, m),
  ...school,
]

/** The reasons that hold dates, numbers, statuses or protocols, put as people read them. */
const WORDED: Partial<Record<FleetReason['code'], Worded>> = {
  'last-seen': ([at = '', days = ''], m) => [m.format.dateTime(at), m.format.number(Number(days))],
  'last-contact': ([at = ''], m) => [/^\d{4}-\d\d-\d\d$/.test(at) ? at : m.format.dateTime(at)],
  status: ([status = ''], m) => [statusWord(status, m)],
  'same-serial': sameAs,
  'same-mac': sameAs,
  'same-device': sameAs,
  'same-row': sameAs,
  'mac-heard': ([mac = '', protocol = '', ...rest]) => [mac, protocol.toUpperCase(), ...rest],
  'heard-only': ([protocol = '', ...rest]) => [protocol.toUpperCase(), ...rest],
}

function reasonText({ code, about }: FleetReason, m: Messages): string {
  return m.fleet[code](WORDED[code]?.(about, m) ?? about)
}

function statusWord(status: string, m: Messages): string {
  return m.words[`status-${status}` as 'status-active'].toLowerCase()
}

/** The classes with their counts, and the sums that prove them: lines that fit 80 columns. */
export function summaryLines({ counts, now, days, lastScanAt }: FleetAuditResult, m: Messages): string[] {
  const limit = m.format.number(days)
  const scan = lastScanAt === null ? null : m.format.dateTime(lastScanAt)
  const line = (count: number, code: string, words: string): string =>
    `${m.format.number(count).padStart(9)}  ${code.padEnd(13)} ${words}`.trimEnd()
  const rows = ROW_CLASSES.map((each) => counts.rows[each])
  const things = THING_CLASSES.map((each) => counts.things[each])
  return [
    m.fleet.title(m.format.dateTime(now), scan),
    '',
    m.fleet.rows(total(rows, m)),
    ...ROW_CLASSES.map((each) => line(counts.rows[each], each, m.fleet[`row-${each}`](limit))),
    m.fleet.devices(total(things, m)),
    ...THING_CLASSES.map((each) => line(counts.things[each], each, m.fleet[`thing-${each}`](limit))),
    '',
    ...proofLines(counts, m),
  ]
}

/** The sums that prove that nothing was left out. */
export function proofLines(counts: FleetCounts, m: Messages): string[] {
  const rows = ROW_CLASSES.map((each) => counts.rows[each])
  const things = THING_CLASSES.map((each) => counts.things[each])
  return [
    m.fleet.adds,
    m.fleet.rowSum(total(rows, m), terms(rows, m)),
    m.fleet.deviceSum(total(things, m), terms(things, m)),
  ]
}

function total(counts: readonly number[], m: Messages): string {
  return m.format.number(counts.reduce((a, b) => a + b, 0))
}

/** `9 + 4 + 2`: the counts that are not zero. */
function terms(counts: readonly number[], m: Messages): string {
  const some = counts.filter((count) => count > 0).map((count) => m.format.number(count))
  return some.length === 0 ? '0' : some.join(' + ')
}

/** What a reader must know before trusting the classes. */
export function auditNotices(result: FleetAuditResult, m: Messages): string[] {
  const { lastScanAt, now, days, unread, counts } = result
  const isOld = lastScanAt !== null && Date.parse(now) - Date.parse(lastScanAt) > days * 86_400_000
  return [
    ...(lastScanAt === null ? [m.fleet.noScan] : []),
    ...(isOld ? [m.fleet.oldScan(m.format.dateTime(lastScanAt))] : []),
    ...(counts.rows['not-seen'] > 0 && lastScanAt !== null ? [m.fleet.reach] : []),
    ...(unread > 0 ? [m.fleet.unread(m.format.number(unread))] : []),
  ]
}
