import type { ScanSummary } from '../model/records.js'
import type { Context } from './command.js'

/** What a scan found, for people. */
export function tellScan({ out, m }: Pick<Context, 'out' | 'm'>, summary: ScanSummary): void {
  const { number } = m.format
  const seconds = (Date.parse(summary.endedAt) - Date.parse(summary.startedAt)) / 1000
  out.notice(m.scan.done(number(summary.addresses), number(seconds)))
  out.notice(m.scan.read(number(summary.answered + summary.partial), number(summary.partial)))
  for (const [code, count] of Object.entries(summary.byReason)) {
    out.notice(m.scan.reason(number(count), m.reasons[code as keyof typeof m.reasons] ?? code))
  }
  out.notice(m.scan.devices(number(summary.devicesNew), number(summary.devicesChanged), number(summary.devicesMissing)))
  // New devices were counted above.
  const changed = Object.entries(summary.changes).reduce((sum, [kind, n]) => (kind === 'appeared' ? sum : sum + n), 0)
  if (changed > 0) out.notice(m.scan.changes(number(changed)))
  out.notice(m.scan.sent(number(summary.packetsSent), number(summary.bytesSent / 1000, 0)))
}
