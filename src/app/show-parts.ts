import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'
import type { DeviceDocument } from '../model/device.js'
import { block, labelled } from './show-lines.js'
import { measuresOf, type Measures } from './show-measures.js'

/** Lines of a terminal that an access point or an alert may take; the list and the JSON have it all. */
const WIDTH = 78
const MOST_ACCESS_POINTS = 20
const MOST_SENSORS = 8
const MOST_VOLUMES = 12

/** What `show` says of a device's parts, and of the last values that it measured. Nothing for what it has not. */
export function partLines(device: DeviceDocument, m: Messages): string[] {
  const measures = measuresOf(device.gauges)
  return [
    ...printerLines(measures, m),
    ...upsLines(measures, m),
    ...poeLines(device, m),
    ...hostLines(device, measures, m),
    ...accessPointLines(device, measures, m),
    ...sensorLines(measures, m),
  ]
}

function cut(line: string): string {
  const clean = printable(line)
  return clean.length <= WIDTH ? clean : `${clean.slice(0, WIDTH - 1)}…`
}

function joined(parts: readonly (string | null)[], by: string): string {
  return parts.filter((part) => part !== null && part !== '').join(by)
}

function wordOf(words: Messages['parts'], key: string, fallback: string): string {
  const word = (words as Readonly<Record<string, unknown>>)[key]
  return typeof word === 'string' ? word : fallback
}

function printerLines({ all }: Measures, m: Messages): string[] {
  const { format, parts } = m
  const errors = all('hrPrinterDetectedErrorState').flatMap(({ value }) => String(value).split(' '))
  const pages = all('prtMarkerLifeCount').map(({ value }) => format.number(Number(value)))
  const shown = all('prtConsoleDisplayBufferText').map(({ value }) => String(value).trim())
  return [
    ...labelled(m, [
      [parts.pages, pages.join(', ')],
      [parts.printerState, errors.map((error) => wordOf(parts, `error-${error}`, error)).join(', ')],
      [parts.display, cut(joined(shown, ' / '))],
      [
        parts.trays,
        cut(
          all('prtInputCurrentLevel')
            .map(({ label, instance, value }) => `${label ?? instance} ${format.percent(Number(value) / 100)}`)
            .join(', '),
        ),
      ],
    ]),
    ...block(
      m,
      parts.alerts,
      all('prtAlertDescription').map(({ label, value }) =>
        cut(joined([label === null ? null : wordOf(parts, `severity-${label}`, label), String(value)], ' · ')),
      ),
    ),
  ]
}

function upsLines({ all, first, number }: Measures, m: Messages): string[] {
  const { format, parts } = m
  const percent = (value: number | null): string | null => (value === null ? null : format.percent(value / 100))
  const charge = number('upsEstimatedChargeRemaining') ?? number('upsAdvBatteryCapacity')
  const minutes = number('upsEstimatedMinutesRemaining') ?? number('upsAdvBatteryRunTimeRemaining')
  const seconds = number('upsSecondsOnBattery') ?? 0
  const status = first('upsBatteryStatus') ?? first('upsBasicBatteryStatus')
  const alarms = all('upsAlarmDescr').map(({ value }) => String(value).replace(/^upsAlarm(?=[A-Z])/, ''))
  const worn = first('upsAdvBatteryReplaceIndicator') === 'batteryNeedsReplacing' || alarms.includes('BatteryBad')
  const date = first('upsBasicBatteryLastReplaceDate')
  const loads = all('upsOutputPercentLoad').map(({ value }) => Number(value))
  const load = loads.length > 0 ? Math.max(...loads) : number('upsAdvOutputLoad')
  const watts = all('upsOutputPower').reduce((sum, { value }) => sum + Number(value), 0)
  const battery = [percent(charge), minutes === null ? null : parts.minutesLeft(format.number(minutes))]
  const state = [
    status === 'batteryLow' || status === 'batteryDepleted' ? parts.batteryLow : null,
    seconds > 0 ? parts.onBattery(format.number(Math.ceil(seconds / 60))) : null,
    worn ? parts.replaceBattery : null,
    date === null ? null : parts.replacedOn(cut(date).slice(0, 20)),
  ]
  const output = [
    load === null ? null : parts.ofCapacity(format.percent(load / 100)),
    watts === 0 ? null : parts.watts(format.number(watts)),
  ]
  return labelled(m, [
    [parts.battery, joined(battery, ', ')],
    [parts.batteryState, joined(state, ', ')],
    [parts.output, joined(output, ', ')],
    [parts.upsAlarms, cut(alarms.join(', '))],
  ])
}

function poeLines({ poeSources, poePorts }: DeviceDocument, m: Messages): string[] {
  const { format, parts } = m
  const number = (value: number): string => format.number(value)
  const delivering = poePorts.filter(({ status }) => status === 'deliveringPower').length
  const faults = poePorts.filter(({ status }) => status === 'fault' || status === 'otherFault')
  const working = poeSources.filter(({ budgetWatts }) => budgetWatts !== null)
  const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, one) => all + (one ?? 0), 0)
  const used = sum(working.map(({ usedWatts }) => usedWatts))
  const budget = sum(working.map(({ budgetWatts }) => budgetWatts))
  return labelled(m, [
    [
      parts.poe,
      joined(
        [
          working.length === 0 ? null : parts.wattsOf(number(used), number(budget)),
          poePorts.length === 0 ? null : parts.delivering(number(delivering), number(poePorts.length)),
          faults.length === 0 ? null : parts.poeFaults(faults.map(({ group, port }) => `${group}/${port}`).join(', ')),
        ],
        '; ',
      ),
    ],
  ])
}

function hostLines({ memoryBytes, storage, software }: DeviceDocument, measures: Measures, m: Messages): string[] {
  const { format, parts } = m
  const share = (used: number | null, size: number | null): number =>
    used === null || size === null || size === 0 ? -1 : used / size
  const ram = storage.find(({ type }) => type === 'ram')
  const size = memoryBytes ?? ram?.sizeBytes ?? null
  const used = measures.memoryUsed() ?? ram?.usedBytes ?? null
  const told = (part: number): string | null => (part < 0 ? null : parts.used(format.percent(part)))
  const volumes = storage
    .filter(({ type }) => type !== 'ram' && type !== 'virtualMemory')
    .map((volume) => ({ ...volume, part: share(volume.usedBytes, volume.sizeBytes) }))
    .sort((a, b) => b.part - a.part || a.index - b.index)
  const loads = measures.all('laLoad').map(({ label, value }) => `${format.number(Number(value), 2)} (${label ?? ''})`)
  return [
    ...labelled(m, [
      [parts.memory, size === null ? null : joined([format.bytes(size), told(share(used, size))], ', ')],
      [parts.load, loads.join(', ')],
    ]),
    ...block(m, parts.volumes, [
      ...volumes
        .slice(0, MOST_VOLUMES)
        .map(({ description, sizeBytes, part }) =>
          cut(m.show.line(description, joined([format.bytes(sizeBytes), told(part)], ', '))),
        ),
      ...(volumes.length > MOST_VOLUMES ? [parts.moreSensors(format.number(volumes.length - MOST_VOLUMES))] : []),
    ]),
    ...(software.length === 0 ? [] : [parts.software(format.number(software.length))]),
  ]
}

function accessPointLines(device: DeviceDocument, { all }: Measures, m: Messages): string[] {
  const { accessPoints, serialNumber } = device
  const { format, parts } = m
  // An access point that leads no other lists itself: its clients are its own.
  if (accessPoints.every((each) => each.serialNumber !== null && each.serialNumber === serialNumber)) {
    const own = [
      ...all('unifiVapNumStations', 'ahClientCount').map(({ value }) => Number(value)),
      ...accessPoints.flatMap(({ clients }) => clients ?? []),
    ]
    const clients = own.reduce((sum, each) => sum + each, 0)
    return labelled(m, [[parts.wireless, own.length === 0 ? null : parts.clients(format.number(clients))]])
  }
  const up = accessPoints.filter(({ status }) => status === 'up').length
  const clients = accessPoints.reduce((sum, each) => sum + (each.clients ?? 0), 0)
  const lines = accessPoints
    .slice(0, MOST_ACCESS_POINTS)
    .map((each) =>
      cut(
        joined(
          [
            each.name ?? each.id,
            each.model,
            each.serialNumber,
            each.address,
            each.status === 'up' || each.status === null ? null : parts[`accessPoint-${each.status}`],
            each.clients === null ? null : parts.clients(format.number(each.clients)),
          ],
          ' · ',
        ),
      ),
    )
  const rest = accessPoints.length - lines.length
  return [
    parts.accessPoints(format.number(accessPoints.length), format.number(up), format.number(clients)),
    ...lines.map((line) => `  ${line}`),
    ...(rest === 0 ? [] : [`  ${parts.more(format.number(rest), 'access-points')}`]),
  ]
}

function sensorLines({ sensors }: Measures, m: Messages): string[] {
  const { format, parts } = m
  if (sensors.length === 0) return []
  const lines = sensors
    .slice(0, MOST_SENSORS)
    .map(({ label, instance, value, unit }) =>
      cut(
        m.show.line(
          label ?? instance,
          value === 'nonoperational'
            ? parts.sensorBroken
            : joined(
                [
                  typeof value === 'number' ? format.number(value) : value,
                  unit === null ? null : wordOf(parts, `unit-${unit}`, unit),
                ],
                '\u00a0',
              ),
        ),
      ),
    )
  const rest = sensors.length - lines.length
  return [
    parts.sensors(format.number(sensors.length)),
    ...lines.map((line) => `  ${line}`),
    ...(rest === 0 ? [] : [`  ${parts.moreSensors(format.number(rest))}`]),
  ]
}
