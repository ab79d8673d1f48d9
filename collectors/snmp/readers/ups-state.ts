import type { Gauge } from '../../../src/model/device-parts.js'
import { defineScalars, type Rows, type Table } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

/** UPS-MIB, RFC 1628. */
export const upsBatteryScalars = {
  ...defineScalars('UPS-MIB::upsBattery', '1.3.6.1.2.1.33.1.2', {
    upsBatteryStatus: 1,
    upsSecondsOnBattery: 2,
    upsEstimatedMinutesRemaining: 3,
    upsEstimatedChargeRemaining: 4,
    upsBatteryTemperature: 7,
  }),
  ...defineScalars('UPS-MIB::upsOutput', '1.3.6.1.2.1.33.1.4', { upsOutputSource: 1 }),
}

/** PowerNet-MIB, for cards that tell more than UPS-MIB, or do not have it. */
export const powerNetScalars = {
  ...defineScalars('PowerNet-MIB::upsBasicBattery', '1.3.6.1.4.1.318.1.1.1.2.1', {
    upsBasicBatteryStatus: 1,
    upsBasicBatteryLastReplaceDate: 3,
  }),
  ...defineScalars('PowerNet-MIB::upsAdvBattery', '1.3.6.1.4.1.318.1.1.1.2.2', {
    upsAdvBatteryCapacity: 1,
    upsAdvBatteryTemperature: 2,
    upsAdvBatteryRunTimeRemaining: 3,
    upsAdvBatteryReplaceIndicator: 4,
  }),
  ...defineScalars('PowerNet-MIB::upsAdvOutput', '1.3.6.1.4.1.318.1.1.1.4.2', { upsAdvOutputLoad: 3 }),
}

/** UPS-MIB: load of each output line (index: upsOutputLineIndex), and alarms (index: upsAlarmId), read together. */
export const upsStateTable = {
  name: 'UPS-MIB::upsOutputEntry',
  entry: '1.3.6.1.2.1.33.1.4.4.1',
  columns: {
    upsOutputPower: '1.3.6.1.2.1.33.1.4.4.1.4', // UPS-MIB::upsOutputPower
    upsOutputPercentLoad: '1.3.6.1.2.1.33.1.4.4.1.5', // UPS-MIB::upsOutputPercentLoad
    upsAlarmDescr: '1.3.6.1.2.1.33.1.6.2.1.2', // UPS-MIB::upsAlarmDescr
  },
} as const satisfies Table<string>

/** The least and the most that an object may say, its unit, and what its number is to be divided by. */
interface Measure {
  readonly unit: string
  readonly most: number
  readonly least?: number
  readonly divisor?: number
}

const MEASURES: Readonly<Record<string, Measure>> = {
  upsSecondsOnBattery: { unit: 'seconds', most: 2 ** 31 },
  upsEstimatedMinutesRemaining: { unit: 'minutes', most: 1e6 },
  upsEstimatedChargeRemaining: { unit: 'percent', most: 100 },
  upsBatteryTemperature: { unit: 'celsius', least: -50, most: 150 },
  upsAdvBatteryCapacity: { unit: 'percent', most: 100 },
  upsAdvBatteryTemperature: { unit: 'celsius', least: -50, most: 150 },
  // TimeTicks; 4,294,967,295 says that it is not known.
  upsAdvBatteryRunTimeRemaining: { unit: 'minutes', most: 4_294_967_294, divisor: 6000 },
  upsAdvOutputLoad: { unit: 'percent', most: 200 },
  upsOutputPower: { unit: 'watts', most: 1e7 },
  upsOutputPercentLoad: { unit: 'percent', most: 200 },
}

/** Enumerations by number. */
const WORDS: Readonly<Record<string, readonly (string | null)[]>> = {
  upsBatteryStatus: [null, 'unknown', 'batteryNormal', 'batteryLow', 'batteryDepleted'],
  upsOutputSource: [null, 'other', 'none', 'normal', 'bypass', 'battery', 'booster', 'reducer'],
  upsBasicBatteryStatus: [
    null,
    'unknown',
    'batteryNormal',
    'batteryLow',
    'batteryInFaultCondition',
    'noBatteryPresent',
  ],
  upsAdvBatteryReplaceIndicator: [null, 'noBatteryNeedsReplacing', 'batteryNeedsReplacing'],
}

const WELL_KNOWN_ALARMS = '1.3.6.1.2.1.33.1.6.3.' // UPS-MIB::upsWellKnownAlarms
const ALARMS = [
  null,
  'upsAlarmBatteryBad',
  'upsAlarmOnBattery',
  'upsAlarmLowBattery',
  'upsAlarmDepletedBattery',
  'upsAlarmTempBad',
  'upsAlarmInputBad',
  'upsAlarmOutputBad',
  'upsAlarmOutputOverload',
  'upsAlarmOnBypass',
  'upsAlarmBypassBad',
  'upsAlarmOutputOffAsRequested',
  'upsAlarmUpsOffAsRequested',
  'upsAlarmChargerFailed',
  'upsAlarmUpsOutputOff',
  'upsAlarmUpsSystemOff',
  'upsAlarmFanFailure',
  'upsAlarmFuseFailure',
  'upsAlarmGeneralFault',
  'upsAlarmDiagnosticTestFailed',
  'upsAlarmCommunicationsLost',
  'upsAlarmAwaitingPower',
  'upsAlarmShutdownPending',
  'upsAlarmShutdownImminent',
  'upsAlarmTestInProgress',
] as const

function gaugeOf(name: string, instance: string, value: Value | undefined): Gauge | null {
  const words = WORDS[name]
  if (words !== undefined) {
    const word = words[integer(value) ?? 0] ?? null
    return word === null ? null : { name, instance, label: null, value: word, unit: null }
  }
  const measure = MEASURES[name]
  const number = integer(value)
  if (measure === undefined || number === null || number < (measure.least ?? 0) || number > measure.most) return null
  return { name, instance, label: null, value: Math.round(number / (measure.divisor ?? 1)), unit: measure.unit }
}

/** The last values of a UPS: battery, charge, load, alarms; and the battery's last replacement as PowerNet-MIB has it. */
export function upsGauges(
  scalars: ReadonlyMap<string, Value>,
  rows: Rows<keyof typeof upsStateTable.columns>,
): Gauge[] {
  const names = Object.entries<string>({ ...upsBatteryScalars, ...powerNetScalars })
  const single = names.flatMap(([name, oid]) => gaugeOf(name, '0', scalars.get(oid)) ?? [])
  const replaced = text(scalars.get(powerNetScalars.upsBasicBatteryLastReplaceDate))
  const replacement =
    replaced === null
      ? []
      : [{ name: 'upsBasicBatteryLastReplaceDate', instance: '0', label: null, value: replaced, unit: null }]
  const lines = [...rows].flatMap(([instance, row]) => [
    gaugeOf('upsOutputPower', instance, row.upsOutputPower),
    gaugeOf('upsOutputPercentLoad', instance, row.upsOutputPercentLoad),
    alarmOf(instance, row.upsAlarmDescr),
  ])
  return [...single, ...replacement, ...lines.filter((gauge) => gauge !== null)]
}

/** An alarm by its name in UPS-MIB; a maker's own by its OID. */
function alarmOf(instance: string, descr: Value | undefined): Gauge | null {
  if (typeof descr !== 'string' || descr === '0.0') return null
  const known = descr.startsWith(WELL_KNOWN_ALARMS) ? ALARMS[Number(descr.slice(WELL_KNOWN_ALARMS.length))] : null
  return { name: 'upsAlarmDescr', instance, label: null, value: known ?? descr, unit: null }
}
