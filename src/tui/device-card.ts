import type { Messages } from '../i18n/translator.js'
import type { DeviceDocument, Interface } from '../model/device.js'
import type { ReasonCode } from '../model/outcome.js'
import type { DeviceRow } from '../model/rows.js'
import { columnLines, fieldLines, section, type Field } from './card.js'
import type { Line, Span } from './lines.js'
import { inert, wrapped } from './text.js'
import { statusMark } from './theme.js'

/** What a card of a device is made of. */
export interface DeviceCard {
  readonly row: DeviceRow
  /** Null while it is being read, and when nothing was ever read at the address. */
  readonly document: DeviceDocument | null
  readonly isReading: boolean
  /** The building with its name, or null. */
  readonly building: string | null
}

/** A device with all that was read of it, as lines to scroll through. */
export function deviceLines({ row, document, isReading, building }: DeviceCard, width: number, m: Messages): Line[] {
  const { sign, tone } = statusMark(row.status)
  const status = m.statuses[row.status as keyof typeof m.statuses] ?? inert(row.status)
  const reason = row.reasonCode === null ? null : (m.reasons[row.reasonCode as ReasonCode] ?? inert(row.reasonCode))
  return [
    [{ text: inert(row.sysName ?? m.tui.namelessDevice), bold: true }, { text: `  ${inert(row.managementAddress)}` }],
    [{ text: `${sign} ${status}`, tone }],
    ...(reason === null ? [] : wrapped(reason, width - 2).map((text): Line => [{ text: `  ${text}`, tone }])),
    ...(reason !== null && row.status === 'failed' && document !== null
      ? wrapped(m.tui.lastReading, width - 2).map((text): Line => [{ text: `  ${text}`, tone: 'dim' }])
      : []),
    [],
    ...fieldLines(factFields(row, document, building, m), width),
    ...(document === null ? unread(row, isReading, m) : parts(document, width, m)),
  ]
}

function unread(row: DeviceRow, isReading: boolean, m: Messages): Line[] {
  if (isReading) return [[], [{ text: m.tui.reading, tone: 'dim' }]]
  return row.firstSeen === null ? [[], [{ text: m.tui.neverRead, tone: 'dim' }]] : []
}

function factFields(row: DeviceRow, document: DeviceDocument | null, building: string | null, m: Messages): Field[] {
  const version = [document?.osName ?? null, row.osVersion].filter((part) => part !== null).join(' ')
  const others = (document?.scannedAddresses ?? []).filter((address) => address !== row.managementAddress)
  /** What a person set over what was read says so. */
  const told = (value: string | null, field: string): string | null => {
    const rule = document?.evidence[field] ?? ''
    return value !== null && rule.startsWith('override') ? `${value} (${rule})` : value
  }
  const known = row.firstSeen !== null
  return [
    [m.show.vendor, told(row.vendor, 'vendor')],
    [m.show.model, told(row.model, 'model')],
    [m.show.version, version],
    [m.show.serial, row.serialNumber],
    [m.show.kind, known ? told(m.words[`kind-${row.kind}` as keyof Messages['words']] ?? row.kind, 'kind') : null],
    [m.show.building, told(building, 'building')],
    [m.tui.location, document?.sysLocation ?? null],
    [m.show.addresses, others.length === 0 ? null : [row.managementAddress, ...others].join(', ')],
    [m.tui.seenFirst, known ? m.format.dateTime(row.firstSeen) : null],
    [m.tui.seenLast, known ? m.format.dateTime(row.lastSeen) : null],
    [m.tui.description, document?.sysDescr ?? null],
  ]
}

function parts(document: DeviceDocument, width: number, m: Messages): Line[] {
  const { number } = m.format
  const { components, neighbours, interfaces, vlans, supplies } = document
  const numbered = (title: string, count: number): string => `${title} (${number(count)})`
  const serials = components.filter(({ serialNumber }) => serialNumber !== null)
  const up = interfaces.filter(({ operStatus }) => operStatus === 'up').length
  const text = (value: string | null): Span => (value === null ? { text: '—', tone: 'dim' } : { text: inert(value) })
  return [
    ...section(
      m.show.supplies,
      columnLines(
        supplies.map(({ description, percentLeft }) => [
          text(description),
          { text: m.format.percent(percentLeft === null ? null : percentLeft / 100), ...lowTone(percentLeft) },
        ]),
        [Math.max(20, width - 14)],
      ),
    ),
    ...section(
      numbered(m.tui.neighbours, neighbours.length),
      columnLines(
        neighbours.map((each) => [
          text(each.localPort ?? (each.localIfIndex === null ? null : String(each.localIfIndex))),
          text(each.remoteSysName ?? each.remoteChassisId),
          text(each.remotePortId ?? each.remotePortDescr),
          { text: each.protocol.toUpperCase(), tone: 'dim' },
        ]),
        [14, 26, 22],
        [m.tui.port, m.tui.seenThere, m.tui.remotePort, ''],
      ),
    ),
    ...section(
      m.show.components,
      columnLines(
        serials.map(({ name, descr, modelName, serialNumber }) => [
          text(name ?? descr),
          text(modelName),
          text(serialNumber),
        ]),
        [24, 22, 24],
      ),
    ),
    ...section(
      m.show.vlans,
      wrapped(
        vlans.map(({ vlanId, name }) => (name === null ? `${vlanId}` : `${vlanId} ${inert(name)}`)).join(', '),
        width - 2,
      ).flatMap((line): Line[] => (line === '' ? [] : [[{ text: `  ${line}` }]])),
    ),
    ...section(
      interfaces.length === 0 ? '' : m.show.interfaces(number(interfaces.length), number(up)),
      columnLines(
        interfaces.map((each) => interfaceCells(each, m)),
        [16, 14, 12, 40],
        [m.tui.port, m.headers.operStatus, m.headers.speedBps, m.headers.ifAlias],
      ),
    ),
  ]
}

function lowTone(percentLeft: number | null): Pick<Span, 'tone'> {
  if (percentLeft === null) return { tone: 'dim' }
  return percentLeft <= 10 ? { tone: 'bad' } : {}
}

function interfaceCells(each: Interface, m: Messages): Span[] {
  const name = each.ifName ?? each.ifDescr ?? String(each.ifIndex)
  const isUp = each.operStatus === 'up'
  const state = each.operStatus === null ? '—' : m.words[`operStatus-${each.operStatus}`]
  return [
    { text: inert(name), tone: isUp ? undefined : 'dim' },
    { text: `${isUp ? '●' : '○'} ${state}`, tone: isUp ? 'good' : 'dim' },
    { text: isUp ? m.format.rate(each.speedBps) : '—', tone: isUp ? undefined : 'dim' },
    { text: inert(each.ifAlias ?? ''), tone: isUp ? undefined : 'dim' },
  ]
}
