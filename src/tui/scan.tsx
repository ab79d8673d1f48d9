import { Box } from 'ink'
import type { ReactNode } from 'react'
import { inBlackout } from '../app/scan/blackout.js'
import type { Scans } from '../app/inventory.js'
import type { ScanPlan } from '../app/scan/scan-plan.js'
import type { Messages } from '../i18n/translator.js'
import type { ReasonCode } from '../model/outcome.js'
import type { ScanSummary } from '../model/records.js'
import { lasting } from './ago.js'
import { columnLines, fieldLines, type Field } from './card.js'
import { Lines, type Line } from './lines.js'
import { isUnderWay, scanSpan, scansLines } from './overview-panels.js'
import type { Running, ScanState, Trouble } from './scan-state.js'
import { inert, wrapped } from './text.js'
import { STATUS_MARKS, statusMark } from './theme.js'

/** What the scan view is drawn from. */
export interface ScanViewProps {
  readonly scan: ScanState
  readonly scans: Scans
  readonly ping: boolean
  readonly width: number
  readonly height: number
  readonly now: number
  readonly m: Messages
}

/** The scan: what it would ask, how far it is, how it ended. */
export function ScanView(props: ScanViewProps): ReactNode {
  const { width, height } = props
  return (
    <Box paddingLeft={1} width={width} height={height} flexShrink={0}>
      <Lines lines={scanLines(props)} width={width - 2} height={height} />
    </Box>
  )
}

function scanLines({ scan, scans, ping, width, height, now, m }: ScanViewProps): Line[] {
  const room = width - 2
  if (scan.running !== null) return runningLines(scan.running, room, height, now, m)
  const ended = scan.ended === null ? [] : [...endedLines(scan.ended, room, m), []]
  const elsewhere =
    scan.ended === null && isUnderWay(scans, now) && scans.rows[0] !== undefined
      ? [
          [{ text: m.tui.elsewhere, tone: 'accent' }] satisfies Line,
          [{ text: '  ' }, scanSpan(scans.rows[0], scans, now, m)] satisfies Line,
          [],
        ]
      : []
  const lines = [...ended, ...elsewhere, ...planLines(scan.plan, ping, room, now, m)]
  const left = height - lines.length - 2
  if (scans.rows.length === 0 || left < 1) return lines
  const history = scansLines(scans, left, now, m)
  return [...lines, [], [{ text: m.tui.history, bold: true }], ...history]
}

function troubleLines({ message, hint }: Trouble, width: number): Line[] {
  return [
    ...wrapped(inert(message), width).map((text): Line => [{ text, tone: 'bad' }]),
    ...(hint === null ? [] : wrapped(inert(hint), width).map((text): Line => [{ text }])),
  ]
}

function planLines(plan: ScanState['plan'], ping: boolean, width: number, now: number, m: Messages): Line[] {
  if (plan === null) return [[{ text: m.tui.loading, tone: 'dim' }]]
  const title: Line = [{ text: m.tui.plan, bold: true }]
  if ('message' in plan) return [title, ...troubleLines(plan, width)]
  const { number } = m.format
  const isExcluded = plan.blackout !== null && inBlackout(plan.blackout, new Date(now))
  const fields: Field[] = [
    [m.headers.addresses, m.tui.planAddresses(number(plan.addresses), number(plan.networks))],
    [m.tui.planNetworks, networksText(plan)],
    [m.tui.planCredentials, plan.credentials.map((each) => credentialText(each, m)).join(', ')],
    [m.tui.planPing, ping ? m.tui.planPingYes : m.tui.planPingNo],
    [m.tui.planPace, m.tui.planPaceValue(number(plan.packetsPerSecond))],
    [
      m.tui.planBlackout,
      plan.blackout === null ? null : plan.blackout + (isExcluded ? ` (${m.tui.planBlackoutNow})` : ''),
      isExcluded ? 'warn' : undefined,
    ],
    [
      m.tui.planLeftOut,
      plan.tooLarge.length === 0 ? null : `${plan.tooLarge.join(', ')} (${m.tui.planLeftOutWhy})`,
      'warn',
    ],
  ]
  return [title, ...fieldLines(fields, width)]
}

const MOST_NETWORKS = 6

function networksText({ written }: ScanPlan): string {
  const networks = written.split(' ')
  return networks.slice(0, MOST_NETWORKS).join(', ') + (networks.length > MOST_NETWORKS ? '…' : '')
}

function credentialText({ name, version, networks }: ScanPlan['credentials'][number], m: Messages): string {
  const scope = networks === null ? '' : `, ${m.tui.planScope(networks.join(' '))}`
  return `${inert(name)} (v${version}${scope})`
}

/** Results so far by status, then by reason, the most frequent first. */
function tallyLines(
  counts: { readonly answered: number; readonly partial: number; readonly failed: number },
  byReason: Readonly<Record<string, number>>,
  width: number,
  m: Messages,
): Line[] {
  const { number } = m.format
  const whole = counts.answered
  const status = (key: keyof typeof STATUS_MARKS, count: number): Line => {
    const { sign, tone } = STATUS_MARKS[key]
    const shade = count === 0 ? 'dim' : tone
    return [
      { text: `  ${sign} `, tone: shade },
      { text: `${number(count).padStart(7)}  ${m.statuses[key]}`, tone: count === 0 ? 'dim' : undefined },
    ]
  }
  return [
    status('answered', whole),
    status('partial', counts.partial),
    status('failed', counts.failed),
    ...Object.entries(byReason)
      .sort((a, b) => b[1] - a[1])
      .map(([code, count]): Line => {
        const text = m.reasons[code as ReasonCode] ?? inert(code)
        return [
          { text: `    ${number(count).padStart(7)}  `, tone: 'dim' },
          { text: text.length > width - 13 ? `${text.slice(0, width - 14)}…` : text, tone: 'dim' },
        ]
      }),
  ]
}

function barLine(done: number, of: number, width: number, m: Messages): Line {
  const part = of === 0 ? 0 : Math.min(1, done / of)
  const room = Math.max(10, Math.min(60, width - 40))
  const filled = Math.floor(part * room)
  return [
    { text: '█'.repeat(filled), tone: 'accent' },
    { text: '░'.repeat(room - filled), tone: 'dim' },
    { text: `  ${m.format.percent(part)}`, bold: true },
    { text: `  ${m.tui.asked(m.format.number(done), m.format.number(of))}` },
  ]
}

function runningLines(running: Running, width: number, height: number, now: number, m: Messages): Line[] {
  const { progress, startedAt, isStopping } = running
  const asked = progress?.asked ?? 0
  const elapsed = Math.max(0, now - startedAt)
  const rate = elapsed < 1000 ? null : asked / (elapsed / 1000)
  // The first results say little of the pace: the slowest devices are still being read.
  const isTelling = elapsed > 5000 && asked >= 20 && !isStopping
  const left = isTelling && rate !== null ? ((running.addresses - asked) / rate) * 1000 : null
  const head: Line[] = [
    [{ text: isStopping ? m.tui.stopping : m.tui.running, bold: true, tone: isStopping ? 'warn' : 'accent' }],
    barLine(asked, running.addresses, width, m),
    [
      { text: m.tui.pace(lasting(elapsed), m.format.number(rate, rate !== null && rate < 10 ? 1 : 0)), tone: 'dim' },
      { text: left === null ? '' : ` · ${m.tui.remaining(lasting(left))}`, tone: 'dim' },
    ],
    [],
    ...tallyLines(
      {
        answered: (progress?.answered ?? 0) - (progress?.partial ?? 0),
        partial: progress?.partial ?? 0,
        failed: progress?.failed ?? 0,
      },
      progress?.byReason ?? {},
      width,
      m,
    ),
    [],
    [{ text: m.tui.latest, bold: true }],
  ]
  if (running.latest.length === 0) return [...head, [{ text: `  ${m.tui.noneYet}`, tone: 'dim' }]]
  const latest = running.latest.slice(0, Math.max(1, height - head.length)).map(({ address, name, what, status }) => {
    const { sign, tone } = statusMark(status)
    return [
      { text: sign, tone },
      { text: inert(address) },
      { text: inert(name ?? '—') },
      { text: inert(what), tone: 'dim' as const },
    ]
  })
  return [...head, ...columnLines(latest, [1, 39, 28])]
}

function endedLines(ended: NonNullable<ScanState['ended']>, width: number, m: Messages): Line[] {
  if ('message' in ended) return [[{ text: m.tui.failed, bold: true, tone: 'bad' }], ...troubleLines(ended, width)]
  const { summary, isWhole } = ended
  const { number } = m.format
  const asked = summary.addresses - (summary.byReason['cancelled'] ?? 0) - (summary.byReason['blackout'] ?? 0)
  return [
    [{ text: isWhole ? m.tui.ended : m.tui.stopped, bold: true, tone: isWhole ? 'good' : 'warn' }],
    [{ text: `  ${m.scan.done(number(asked), number(secondsOf(summary)))}` }],
    ...tallyLines(summary, summary.byReason, width, m),
    [
      {
        text: m.scan.devices(
          number(summary.devicesNew),
          number(summary.devicesChanged),
          number(summary.devicesMissing),
        ),
      },
    ],
  ]
}

function secondsOf({ startedAt, endedAt }: ScanSummary): number {
  return (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
}
