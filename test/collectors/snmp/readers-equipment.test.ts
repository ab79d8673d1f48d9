import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { closeSnmp, readDevice } from '../../../collectors/snmp.js'
import { CONTROLLERS } from '../../../collectors/snmp/readers/controllers.js'
import { entStateTable } from '../../../collectors/snmp/readers/entity-state.js'
import { PART_TABLES } from '../../../collectors/snmp/readers/parts.js'
import { portTableOf } from '../../../collectors/snmp/readers/poe.js'
import { printerStateTable } from '../../../collectors/snmp/readers/printer-state.js'
import { OWN_RADIOS } from '../../../collectors/snmp/readers/radios.js'
import { serverScalars } from '../../../collectors/snmp/readers/server-state.js'
import { dayOf } from '../../../collectors/snmp/readers/software.js'
import { powerNetScalars, upsBatteryScalars, upsStateTable } from '../../../collectors/snmp/readers/ups-state.js'
import type { DeviceReading } from '../../../src/model/device.js'
import { Secret } from '../../../src/model/secret.js'
import { sharedPath, skipWithout } from '../../shared.js'
import { Objects, oid, response, startAgent, type Leaf } from './udp-agent.js'

t.teardown(closeSnmp)

const objectId = (dotted: string): Leaf => ({ tag: 0x06, bytes: oid(dotted).subarray(2) })
const ip = (...bytes: readonly number[]): Leaf => ({ tag: 0x40, bytes: Buffer.from(bytes) })
const unsigned = (tag: number, value: number): Leaf => {
  const bytes = Buffer.alloc(5)
  bytes.writeUIntBE(value, 0, 5)
  return { tag, bytes }
}
const counter = (value: number): Leaf => unsigned(0x41, value)
const ticks = (value: number): Leaf => unsigned(0x43, value)

function system(sysObjectID: string, sysDescr: string): Record<string, Leaf> {
  return {
    '1.3.6.1.2.1.1.1.0': sysDescr,
    '1.3.6.1.2.1.1.2.0': objectId(sysObjectID),
    '1.3.6.1.2.1.1.5.0': 'essai',
  }
}

/** A table as its MIB lays it out: entry, rows by index, columns by number. */
function table(entry: string, rows: Readonly<Record<string, Readonly<Record<number, Leaf>>>>): Record<string, Leaf> {
  const cells = Object.entries(rows).flatMap(([index, columns]) =>
    Object.entries(columns).map(([column, value]): [string, Leaf] => [`${entry}.${column}.${index}`, value]),
  )
  return Object.fromEntries(cells)
}

/** Reads a whole device that has these objects, over UDP; and how many requests that took. */
async function readWhole(t: Test, objects: Readonly<Record<string, Leaf>>) {
  const device = new Objects(objects)
  const agent = await startAgent((_, request) => (request === null ? null : response(request, device.answer(request))))
  t.teardown(() => agent.close())
  const settings = {
    port: agent.port,
    timeoutMs: 5000,
    retries: 1,
    perDevice: 1,
    maxRowsPerTable: 10_000,
    maxMsPerDevice: 60_000,
  }
  const credential = { name: 'c', version: '2c', community: new Secret('public'), networks: null } as const
  const { outcome } = await readDevice(agent.address, [credential], settings, new AbortController().signal)
  if (outcome.status !== 'answered') throw new Error(JSON.stringify(outcome))
  return { value: outcome.value, requests: agent.requests }
}

/** Gauges as `name instance label value unit`, absent parts left out. */
function told({ gauges }: DeviceReading): string[] {
  return gauges.map(({ name, instance, label, value, unit }) =>
    [name, instance, label, value, unit].filter((part) => part !== null).join(' '),
  )
}

await t.test('a printer tells its pages, alerts, display, open covers, errors and paper', async (t) => {
  const { value } = await readWhole(t, {
    ...system('1.3.6.1.4.1.99999.2', 'Imprimante École 300'),
    // hrDeviceTable: hrDevicePrinter; hrPrinterTable: idle(3); bits 2 lowToner and 4 doorOpen of 00101000 00000000.
    ...table('1.3.6.1.2.1.25.3.2.1', { 1: { 2: objectId('1.3.6.1.2.1.25.3.1.5'), 3: 'École 300' } }),
    ...table('1.3.6.1.2.1.25.3.5.1', { 1: { 1: 3, 2: Buffer.from('2800', 'hex') } }),
    ...table('1.3.6.1.2.1.43.5.1.1', { 1: { 17: 'PRN0001' } }),
    // Covers: closed(4) and open(3).
    ...table('1.3.6.1.2.1.43.6.1.1', { '1.1': { 2: 'Porte avant', 3: 4 }, '1.2': { 2: 'Porte arrière', 3: 3 } }),
    // Trays: 125 of 500 sheets; -3 (some remain); a maximum of -2 (unknown).
    ...table('1.3.6.1.2.1.43.8.2.1', {
      '1.1': { 9: 500, 10: 125, 13: 'Bac 1', 18: 'Bac de 500' },
      '1.2': { 9: 500, 10: -3, 13: 'Bac 2' },
      '1.3': { 9: -2, 10: 40, 18: 'Manuel' },
    }),
    // Markers: impressions(7), and one that does not know its count.
    ...table('1.3.6.1.2.1.43.10.2.1', { '1.1': { 3: 7, 4: counter(4_000_000_123) }, '1.2': { 3: 8, 4: -2 } }),
    ...table('1.3.6.1.2.1.43.11.1.1', { '1.1': { 6: 'Noir', 8: 100, 9: 12 } }),
    ...table('1.3.6.1.2.1.43.16.5.1', { '1.1.1': { 2: 'PRÊTE' }, '1.1.2': { 2: '' } }),
    // Alerts: critical(3) with text that tries to steer a terminal, one without text, one whose severity is no number.
    ...table('1.3.6.1.2.1.43.18.1.1', {
      '1.7': { 2: 3, 7: 8, 8: 'Porte\u001b[2J ouverte' },
      '1.8': { 2: 4, 7: 1104, 8: '' },
      '1.9': { 2: 'grave', 7: 2, 8: Buffer.from('Papier épuisé', 'latin1') },
    }),
  })
  t.equal(value.kind, 'printer')
  t.same(told(value).sort(), [
    'hrPrinterDetectedErrorState 1 lowToner doorOpen',
    'hrPrinterStatus 1 idle',
    'prtAlertDescription 1.7 critical Porte[2J ouverte',
    'prtAlertDescription 1.8 warning prtAlertCode 1104',
    'prtAlertDescription 1.9 Papier épuisé',
    'prtConsoleDisplayBufferText 1.1.1 PRÊTE',
    'prtCoverStatus 1.2 Porte arrière coverOpen',
    'prtInputCurrentLevel 1.1 Bac 1 25 percent',
    'prtMarkerLifeCount 1.1 4000000123 impressions',
  ])
  t.same(value.supplies, [{ instance: '1.1', description: 'Noir', percentLeft: 12 }])
})

await t.test('a UPS tells its battery, how long it lasts, its load and its alarms', async (t) => {
  const { value } = await readWhole(t, {
    ...system('1.3.6.1.4.1.318.1.3.27', 'APC Web/SNMP Management Card'),
    '1.3.6.1.2.1.33.1.1.2.0': 'Smart-UPS 1500',
    '1.3.6.1.2.1.33.1.2.1.0': 3, // batteryLow
    '1.3.6.1.2.1.33.1.2.2.0': 754,
    '1.3.6.1.2.1.33.1.2.3.0': 9,
    '1.3.6.1.2.1.33.1.2.4.0': 101, // past what the object may say
    '1.3.6.1.2.1.33.1.2.7.0': -2, // in an unheated room
    '1.3.6.1.2.1.33.1.4.1.0': 5, // battery
    ...table('1.3.6.1.2.1.33.1.4.4.1', { 1: { 4: 310, 5: 44 } }),
    ...table('1.3.6.1.2.1.33.1.6.2.1', {
      1: { 2: objectId('1.3.6.1.2.1.33.1.6.3.1') },
      2: { 2: objectId('1.3.6.1.4.1.99999.7') },
    }),
    '1.3.6.1.4.1.318.1.1.1.2.1.3.0': '03/14/2021',
    '1.3.6.1.4.1.318.1.1.1.2.2.3.0': ticks(54_000), // 540 s
    '1.3.6.1.4.1.318.1.1.1.2.2.4.0': 2,
  })
  t.same(told(value).sort(), [
    'upsAdvBatteryReplaceIndicator 0 batteryNeedsReplacing',
    'upsAdvBatteryRunTimeRemaining 0 9 minutes',
    'upsAlarmDescr 1 upsAlarmBatteryBad',
    'upsAlarmDescr 2 1.3.6.1.4.1.99999.7',
    'upsBasicBatteryLastReplaceDate 0 03/14/2021',
    'upsBatteryStatus 0 batteryLow',
    'upsBatteryTemperature 0 -2 celsius',
    'upsEstimatedMinutesRemaining 0 9 minutes',
    'upsOutputPercentLoad 1 44 percent',
    'upsOutputPower 1 310 watts',
    'upsOutputSource 0 battery',
    'upsSecondsOnBattery 0 754 seconds',
  ])
})

await t.test('sensors are in whole units, and the state of each part is told', async (t) => {
  const { value } = await readWhole(t, {
    ...system('1.3.6.1.4.1.99999.3', 'Commutateur'),
    ...table('1.3.6.1.2.1.47.1.1.1.1', {
      1: { 2: 'Châssis', 5: 3, 11: 'CH0001' },
      2: { 2: 'Membre', 5: 9, 11: 'CH0002' },
      10: { 5: 8, 7: 'Air entrant' },
      11: { 2: 'Ventilateur 1', 5: 8 },
    }),
    // Type, scale, precision, value, status: RFC 3433's own rules worked out by hand.
    ...table('1.3.6.1.2.1.99.1.1.1', {
      10: { 1: 8, 2: 9, 3: 1, 4: 315, 5: 1 }, // celsius, units, one decimal: 31.5
      11: { 1: 10, 2: 9, 3: 0, 4: 0, 5: 3 }, // rpm, nonoperational
      12: { 1: 5, 2: 8, 3: 0, 4: 48, 5: 1 }, // amperes, milli: 0.048
      13: { 1: 6, 2: 10, 3: 2, 4: 125, 5: 1 }, // watts, kilo, two decimals: 1250
      14: { 1: 1, 2: 9, 3: 0, 4: 7, 5: 1, 6: 'dBm' }, // other: as it displays
      15: { 1: 12, 2: 9, 3: 0, 4: 2, 5: 1 }, // truthvalue: false
      16: { 1: 8, 2: 9, 3: 0, 4: 1_000_000_000, 5: 1 }, // overflow
      17: { 1: 8, 2: 9, 3: 0, 4: 20, 5: 2 }, // unavailable
      18: { 1: 8, 2: 99, 3: 0, 4: 20, 5: 1 }, // no such scale
    }),
    ...table('1.3.6.1.2.1.131.1.1.1', { 1: { 3: 3 }, 2: { 3: 2 }, 10: { 3: 3 } }),
  })
  t.same(told(value), [
    'entPhySensorValue 10 Air entrant 31.5 celsius',
    'entPhySensorOperStatus 11 Ventilateur 1 nonoperational',
    'entPhySensorValue 12 0.048 amperes',
    'entPhySensorValue 13 1250 watts',
    'entPhySensorValue 14 7 dBm',
    'entPhySensorValue 15 false',
  ])
  t.match(value.components, [
    { entPhysicalIndex: 1, serialNumber: 'CH0001', operState: 'enabled' },
    { entPhysicalIndex: 2, serialNumber: 'CH0002', operState: 'disabled' },
  ])
})

await t.test('power over Ethernet: budget, use, and ports that a name ties to an interface', async (t) => {
  const names = { 101: 'Gi1/0/1', 102: 'Gi1/0/2', 201: 'Gi2/0/1', 301: 'Fa0/7', 302: 'Gi0/7', 900: 'Vlan1' }
  const { value } = await readWhole(t, {
    ...system('1.3.6.1.4.1.9.1.9999', 'Cisco IOS Software, C2960X Software, Version 15.2(7)E3'),
    ...table(
      '1.3.6.1.2.1.2.2.1',
      Object.fromEntries(Object.keys(names).map((i) => [i, { 2: `if ${i}`, 3: i === '900' ? 53 : 6 }])),
    ),
    ...table('1.3.6.1.2.1.31.1.1.1', Object.fromEntries(Object.entries(names).map(([i, name]) => [i, { 1: name }]))),
    ...table('1.3.6.1.2.1.105.1.3.1.1', { 1: { 2: 740, 3: 1, 4: 93 }, 2: { 2: 0, 3: 3, 4: -1 } }),
    // AdminEnable, DetectionStatus, PowerClassifications (class0 is 1).
    ...table('1.3.6.1.2.1.105.1.1.1', {
      '1.1': { 3: 1, 6: 3, 10: 5 },
      '1.2': { 3: 1, 6: 2, 10: 1 },
      '1.7': { 3: 2, 6: 1, 10: 1 },
      '2.1': { 3: 1, 6: 4, 10: 1 },
    }),
    // CISCO-POWER-ETHERNET-EXT-MIB::cpeExtPsePortPwrConsumption, milliwatts.
    ...table('1.3.6.1.4.1.9.9.402.1.2.1', { '1.1': { 9: 15_400 }, '1.2': { 9: 0 } }),
  })
  t.same(value.poeSources, [
    { group: 1, budgetWatts: 740, status: 'on' },
    { group: 2, budgetWatts: null, status: 'faulty' },
  ])
  t.same(value.poePorts, [
    { group: 1, port: 1, ifIndex: 101, adminEnabled: true, status: 'deliveringPower', powerClass: 4 },
    { group: 1, port: 2, ifIndex: 102, adminEnabled: true, status: 'searching', powerClass: null },
    // Fa0/7 and Gi0/7 could both be it.
    { group: 1, port: 7, ifIndex: null, adminEnabled: false, status: 'disabled', powerClass: null },
    { group: 2, port: 1, ifIndex: 201, adminEnabled: true, status: 'fault', powerClass: null },
  ])
  t.same(told(value), ['pethMainPseConsumptionPower 1 93 watts', 'cpeExtPsePortPwrConsumption 1.1 15.4 watts'])
})

await t.test('a server tells its memory, volumes, load and software, whatever the types', async (t) => {
  const type = (last: number): Leaf => objectId(`1.3.6.1.2.1.25.2.1.${last}`)
  const { value } = await readWhole(t, {
    ...system('1.3.6.1.4.1.8072.3.2.10', 'Linux serveur 6.1.0-18-amd64 #1 SMP x86_64'),
    '1.3.6.1.2.1.25.2.2.0': 16_000,
    ...table('1.3.6.1.2.1.25.2.3.1', {
      1: { 2: type(2), 3: 'Physical memory', 4: 1024, 5: 16_000, 6: 9000 },
      6: { 2: type(1), 3: 'Memory buffers', 4: 1024, 5: 16_000, 6: 300 }, // hrStorageOther
      31: { 2: type(4), 3: '/', 4: 4096, 5: 1_000_000, 6: 250_000 },
      32: { 2: type(4), 3: '/archives', 4: 4096, 5: -1_294_967_296, 6: 'beaucoup' }, // 3,000,000,000 in 32 bits
      33: { 2: type(4), 3: '/run/user/1000', 4: 4096, 5: 10, 6: 1 },
      34: { 2: type(4), 3: '/mnt/vide', 4: 4096, 5: 0, 6: 0 },
    }),
    '1.3.6.1.4.1.2021.4.5.0': 16_000,
    '1.3.6.1.4.1.2021.4.6.0': 4000,
    ...table('1.3.6.1.4.1.2021.10.1', { 1: { 3: '0.15' }, 2: { 3: '1.20' }, 3: { 3: 'nan' } }),
    // DateAndTime in 8 bytes and in 11 (with the zone), a day that does not exist, an empty one; one name twice.
    ...table('1.3.6.1.2.1.25.6.3.1', {
      1: { 2: 'zsh_5.9-4', 4: 4, 5: Buffer.from('07e7060f0a1e0000', 'hex') }, // 2023-06-15
      2: { 2: 'linux-image_6.1', 4: 2, 5: Buffer.from('07e80c1f173b3b002b0500', 'hex') }, // 2024-12-31
      3: { 2: 'bash_5.2', 4: 'quatre', 5: Buffer.from('07e7021e00000000', 'hex') }, // 30 February
      4: { 2: 'bash_5.2', 4: 1, 5: '' },
      5: { 2: '', 4: 4 },
    }),
  })
  t.equal(value.kind, 'server')
  t.equal(value.memoryBytes, 16_384_000)
  t.same(value.storage, [
    { index: 1, description: 'Physical memory', type: 'ram', sizeBytes: 16_384_000 },
    { index: 31, description: '/', type: 'fixedDisk', sizeBytes: 4_096_000_000 },
    { index: 32, description: '/archives', type: 'fixedDisk', sizeBytes: 12_288_000_000_000 },
  ])
  t.same(told(value), [
    'memTotalReal 0 16384000 bytes',
    'memAvailReal 0 4096000 bytes',
    'laLoad 1 1 min 0.15 load',
    'laLoad 2 5 min 1.2 load',
    'hrStorageUsed 1 Physical memory 9216000 bytes',
    'hrStorageUsed 31 / 1024000000 bytes',
  ])
  t.same(value.software, [
    { name: 'bash_5.2', type: null, installedOn: null },
    { name: 'linux-image_6.1', type: 'operatingSystem', installedOn: '2024-12-31' },
    { name: 'zsh_5.9-4', type: 'application', installedOn: '2023-06-15' },
  ])
  t.equal(dayOf(Buffer.from('0000000000000000', 'hex')), null, 'a clock that was never set')
})

const MAC = '2.0.94.16.0'
const FIRST = `${MAC}.1`
const SECOND = `${MAC}.2`
const first = { id: '02:00:5e:10:00:01', mac: '02:00:5e:10:00:01', osVersion: null, status: 'up' } as const

await t.test('controllers tell their access points, and how many clients each has', async (t) => {
  const aruba = await readWhole(t, {
    ...system('1.3.6.1.4.1.14823.1.1.48', 'ArubaOS (MODEL: Aruba7030), Version 8.10.0.5'),
    ...table('1.3.6.1.4.1.14823.2.2.1.5.2.1.4.1', {
      [FIRST]: { 2: ip(10, 20, 1, 5), 3: 'gymnase', 6: 'AP0001', 13: '505', 19: 1, 34: '8.10.0.5' },
      [SECOND]: { 2: ip(0, 0, 0, 0), 3: 'biblio', 6: 'N/A', 13: '505', 19: 2 },
    }),
    ...table('1.3.6.1.4.1.14823.2.2.1.5.2.1.5.1', { [`${FIRST}.1`]: { 3: 44, 7: 12 }, [`${FIRST}.2`]: { 3: 0, 7: 3 } }),
  })
  t.same(aruba.value.accessPoints, [
    { ...first, name: 'gymnase', model: '505', serialNumber: 'AP0001', osVersion: '8.10.0.5', address: '10.20.1.5' },
    {
      ...first,
      id: '02:00:5e:10:00:02',
      mac: '02:00:5e:10:00:02',
      name: 'biblio',
      model: '505',
      serialNumber: null,
      address: null,
      status: 'down',
    },
  ])
  t.same(told(aruba.value), [
    'wlanAPRadioChannel 02:00:5e:10:00:01.1 44 channel',
    'wlanAPRadioNumAssociatedClients 02:00:5e:10:00:01.1 12 clients',
    'wlanAPRadioNumAssociatedClients 02:00:5e:10:00:01.2 3 clients',
  ])

  const instant = await readWhole(t, {
    ...system('1.3.6.1.4.1.14823.1.2.59', 'ArubaOS (MODEL: 315), Version 8.6.0.4'),
    ...table('1.3.6.1.4.1.14823.2.3.3.1.2.1.1', {
      [FIRST]: { 1: Buffer.from('02005e100001', 'hex'), 2: 'a1', 3: ip(10, 20, 1, 6), 4: 'IN0001', 6: '315', 11: 1 },
    }),
    ...table('1.3.6.1.4.1.14823.2.3.3.1.2.2.1', { [`${FIRST}.0`]: { 4: '36E', 21: 4 } }),
  })
  t.same(instant.value.accessPoints, [
    { ...first, name: 'a1', model: '315', serialNumber: 'IN0001', address: '10.20.1.6' },
  ])
  t.same(told(instant.value), [
    'aiRadioChannel 02:00:5e:10:00:01.0 36 channel',
    'aiRadioClientNum 02:00:5e:10:00:01.0 4 clients',
  ])

  const airespace = {
    ...table('1.3.6.1.4.1.14179.2.2.1.1', {
      [FIRST]: {
        3: 'ap-cour',
        6: 3, // downloading
        8: '17.9.4.27',
        16: 'C9120AXI-A',
        17: 'FGL0001',
        19: ip(10, 20, 1, 7),
        33: Buffer.from('02005e1000aa', 'hex'),
      },
    }),
    ...table('1.3.6.1.4.1.14179.2.2.2.1', { [`${FIRST}.0`]: { 4: 11, 15: counter(7) } }),
  }
  const wlc = [
    system('1.3.6.1.4.1.9.1.1279', 'Cisco Controller'),
    system('1.3.6.1.4.1.9.1.2669', 'Cisco IOS Software [Cupertino], C9800 Software (C9800_IOSXE-K9), Version 17.9.4'),
  ]
  for (const named of wlc) {
    const { value } = await readWhole(t, { ...named, ...airespace })
    t.match(value.accessPoints, [
      {
        id: '02:00:5e:10:00:01',
        mac: '02:00:5e:10:00:aa',
        name: 'ap-cour',
        model: 'C9120AXI-A',
        serialNumber: 'FGL0001',
        status: 'pending',
        address: '10.20.1.7',
        osVersion: '17.9.4.27',
      },
    ])
    t.same(told(value), [
      'bsnAPIfPhyChannelNumber 02:00:5e:10:00:01.0 11 channel',
      'bsnApIfNoOfUsers 02:00:5e:10:00:01.0 7 clients',
    ])
  }

  const zoneDirector = await readWhole(t, {
    ...system('1.3.6.1.4.1.25053.3.1.5.3', 'Ruckus Wireless ZD1200'),
    ...table('1.3.6.1.4.1.25053.1.2.2.1.1.2.1.1', {
      [FIRST]: { 2: 'local 12', 3: 1, 4: 'R500', 5: 'RK0001', 7: '10.2', 10: ip(10, 20, 1, 8), 15: 21 },
      [SECOND]: { 2: 'local 13', 3: 2, 4: 'R500', 5: 'RK0002', 15: 0 },
    }),
    ...table('1.3.6.1.4.1.25053.1.2.2.1.1.2.2.1', { [`${FIRST}.0`]: { 4: 6 } }),
  })
  t.match(zoneDirector.value.accessPoints, [
    { name: 'local 12', model: 'R500', serialNumber: 'RK0001', status: 'up', address: '10.20.1.8' },
    { name: 'local 13', status: 'pending' },
  ])
  t.ok(told(zoneDirector.value).includes('ruckusZDWLANAPNumSta 02:00:5e:10:00:01 21 clients'))

  const smartZone = await readWhole(t, {
    ...system('1.3.6.1.4.1.25053.3.1.11.1', 'Ruckus SmartZone'),
    ...table('1.3.6.1.4.1.25053.1.4.2.1.1.2.2.1', {
      [FIRST]: { 5: 'sz-1', 7: '6.1', 8: 'R650', 9: 'SZ0001', 10: ip(10, 20, 1, 9), 15: 2, 16: 'Connect' },
    }),
  })
  t.match(smartZone.value.accessPoints, [{ name: 'sz-1', serialNumber: 'SZ0001', status: 'up', osVersion: '6.1' }])
})

await t.test('a FortiGate’s access points are told by serial, and those it only heard of are not', async (t) => {
  // fgVdEntIndex 1, then the serial with its length before it.
  const index = (serial: string): string => ['1', serial.length, ...Buffer.from(serial)].join('.')
  const { value } = await readWhole(t, {
    ...system('1.3.6.1.4.1.12356.101.1.1000', 'FortiGate'),
    ...table('1.3.6.1.4.1.12356.101.14.4.3.1', {
      [index('FP231F0001')]: { 2: 3, 3: 'salle 4' },
      [index('FP231F0002')]: { 2: 1, 3: 'voisin' }, // discovered
    }),
    ...table('1.3.6.1.4.1.12356.101.14.4.4.1', {
      [index('FP231F0001')]: {
        3: Buffer.from([10, 20, 2, 4]),
        6: Buffer.from('02005e200001', 'hex'),
        7: 2,
        12: 'FAP231F',
        14: 'FP231F-v7.2',
        17: 9,
      },
    }),
    ...table('1.3.6.1.4.1.12356.101.14.4.5.1', { [`${index('FP231F0001')}.1`]: { 7: 149 } }),
  })
  t.same(value.accessPoints, [
    {
      id: 'FP231F0001',
      name: 'salle 4',
      mac: '02:00:5e:20:00:01',
      model: 'FAP231F',
      serialNumber: 'FP231F0001',
      osVersion: 'FP231F-v7.2',
      address: '10.20.2.4',
      status: 'up',
    },
  ])
  t.same(told(value), [
    'fgWcWtpSessionWtpStationCount FP231F0001 9 clients',
    'fgWcWtpSessionRadioOperatingChannel FP231F0001.1 149 channel',
  ])
})

await t.test('an access point alone tells its own radios', async (t) => {
  const unifi = await readWhole(t, {
    ...system('1.3.6.1.4.1.41112', 'UAP-AC-Pro-Gen2 4.3.28'),
    ...table('1.3.6.1.4.1.41112.1.6.1.2.1', { 0: { 4: 6, 6: 'Élèves', 8: 14 }, 1: { 4: 44, 6: 'Personnel', 8: 0 } }),
  })
  t.same(told(unifi.value), [
    'unifiVapChannel 0 Élèves 6 channel',
    'unifiVapNumStations 0 Élèves 14 clients',
    'unifiVapChannel 1 Personnel 44 channel',
    'unifiVapNumStations 1 Personnel 0 clients',
  ])
  const aerohive = await readWhole(t, {
    ...system('1.3.6.1.4.1.26928.1.30', 'AP250, HiveOS 10.0r8'),
    '1.3.6.1.4.1.26928.1.2.9.0': 17,
    ...table('1.3.6.1.4.1.26928.1.1.1.2.1.5.1', { 12: { 1: 1 } }),
  })
  t.same(told(aerohive.value).sort(), ['ahClientCount 0 17 clients', 'ahRadioChannel 12 1 channel'])
})

await t.test('a device is asked only for what it can have', async (t) => {
  const plain = await readWhole(t, {
    ...system('1.3.6.1.4.1.99999.1', 'Commutateur École-24'),
    ...table('1.3.6.1.2.1.2.2.1', { 1: { 2: 'port 1', 3: 6 } }),
  })
  // What a GETNEXT probes is not read; upsIdent (UPS-MIB) is among the scalars that every device is asked.
  const asked = plain.requests.filter(({ pdu }) => pdu !== 0xa1).flatMap(({ oids }) => oids)
  const enterprises = ['318', '2021', '9', '11', '14823', '14179', '25053', '12356', '41112', '26928']
  const parts = [
    ...['25', '43', '99', '105', '131', '33.1.2', '33.1.4', '33.1.6'].map((group) => `1.3.6.1.2.1.${group}.`),
    ...enterprises.map((enterprise) => `1.3.6.1.4.1.${enterprise}.`),
  ]
  t.ok(asked.length > 0)
  t.same(
    asked.filter((one) => parts.some((prefix) => one.startsWith(prefix))),
    [],
    'no object of a part is read',
  )
  t.match(plain.value, { memoryBytes: null, accessPoints: [], software: [], poePorts: [], gauges: [] })
})

await t.test('an agent that cannot answer many questions at once is asked fewer', async (t) => {
  const objects = new Objects({
    ...system('1.3.6.1.4.1.99999.1', 'Petit agent'),
    ...table('1.3.6.1.2.1.99.1.1.1', { 5: { 1: 8, 2: 9, 3: 0, 4: 22, 5: 1 } }),
  })
  const agent = await startAgent((_, request) => {
    if (request === null) return null
    const tooBig = request.oids.length * request.repetitions > 8
    return tooBig ? response(request, [], 1) : response(request, objects.answer(request))
  })
  t.teardown(() => agent.close())
  const settings = { timeoutMs: 5000, retries: 1, perDevice: 1, maxRowsPerTable: 100, maxMsPerDevice: 60_000 }
  const credential = { name: 'c', version: '2c', community: new Secret('public'), networks: null } as const
  const read = await readDevice(
    agent.address,
    [credential],
    { ...settings, port: agent.port },
    new AbortController().signal,
  )
  t.equal(read.outcome.status, 'answered')
  if (read.outcome.status === 'answered') t.same(told(read.outcome.value), ['entPhySensorValue 5 22 celsius'])
  t.ok(agent.requests.length < 60, `${agent.requests.length} requests: no table was read for nothing`)
})

// ---- net-snmp's own agent, compared with its own snmpwalk

const isThere = (program: string): boolean => spawnSync(program, ['-V']).error === undefined
const skip = ['snmpd', 'snmpwalk', 'snmpget'].every((one) => isThere(one) || isThere(`/usr/sbin/${one}`))
  ? false
  : 'apt-get install snmpd snmp'

await t.test('memory, volumes, load and software of snmpd are what snmpwalk prints', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-parts-'))
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  writeFileSync(
    join(folder, 'snmpd.conf'),
    `agentAddress udp:127.0.0.1:${port}\nrocommunity lecture 127.0.0.1\nsysDescr Linux essai 6.1.0 #1 SMP x86_64\ndisk / 1%\n`,
  )
  const args = ['-f', '-C', '-c', join(folder, 'snmpd.conf'), '-Lf', join(folder, 'log'), '-p', join(folder, 'pid')]
  const env = { ...process.env, SNMP_PERSISTENT_DIR: folder, PATH: `${process.env['PATH']}:/usr/sbin` }
  const agent: ChildProcess = spawn('snmpd', args, { env, stdio: 'ignore' })
  t.teardown(async () => {
    if (agent.exitCode === null) {
      agent.kill()
      await once(agent, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  })
  const base = ['-v2c', '-c', 'lecture', '-t', '10', '-Oqn', '-m', '', `127.0.0.1:${port}`]
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync('snmpget', [...base, '1.3.6.1.2.1.1.5.0']).status === 0) break
    await sleep(100)
  }
  const walk = (column: string): Map<string, string> => {
    const printed = execFileSync('snmpwalk', [...base, column], { encoding: 'utf8' })
    const rows = printed.split('\n').filter((line) => line.startsWith(`.${column}.`))
    return new Map(
      rows.map((line) => [
        line.slice(column.length + 2, line.indexOf(' ')),
        line.slice(line.indexOf(' ') + 1).replace(/^"|"\s*$/g, ''),
      ]),
    )
  }
  const settings = {
    port,
    timeoutMs: 10_000,
    retries: 2,
    perDevice: 1,
    maxRowsPerTable: 10_000,
    maxMsPerDevice: 120_000,
  }
  const credential = { name: 'lecture', version: '2c', community: new Secret('lecture'), networks: null } as const
  const { outcome } = await readDevice('127.0.0.1', [credential], settings, new AbortController().signal)
  t.equal(outcome.status, 'answered')
  if (outcome.status !== 'answered') return
  const { value } = outcome

  t.equal(value.memoryBytes, Number(walk('1.3.6.1.2.1.25.2.2').get('0')) * 1024)
  const [types, descriptions, units, sizes] = [2, 3, 4, 5].map((n) => walk(`1.3.6.1.2.1.25.2.3.1.${n}`))
  t.ok(value.storage.length > 0)
  for (const { index, description, type, sizeBytes } of value.storage) {
    const at = String(index)
    t.equal(description, descriptions?.get(at))
    t.equal(sizeBytes, Number(sizes?.get(at)) * Number(units?.get(at)), description)
    const oid = { ram: 2, virtualMemory: 3, fixedDisk: 4, networkDisk: 10 }[type]
    t.equal(types?.get(at), `.1.3.6.1.2.1.25.2.1.${oid}`, description)
  }
  const kept = [...(descriptions ?? [])].filter(
    ([at, name]) =>
      types?.get(at) === '.1.3.6.1.2.1.25.2.1.4' && sizes?.get(at) !== '0' && !/^\/(run|dev|sys|proc)\b/.test(name),
  )
  for (const [at] of kept) {
    t.ok(
      value.storage.some(({ index }) => String(index) === at),
      `volume ${at} is read`,
    )
  }
  t.equal(
    value.gauges.find(({ name }) => name === 'memTotalReal')?.value,
    Number(walk('1.3.6.1.4.1.2021.4.5').get('0')?.replace(/ kB$/, '')) * 1024,
  )
  t.equal(value.gauges.filter(({ name }) => name === 'laLoad').length, 3)
  const names = new Set([...walk('1.3.6.1.2.1.25.6.3.1.2').values()].filter((name) => name !== ''))
  t.same(
    value.software.map(({ name }) => name),
    [...names].sort((a, b) => (a < b ? -1 : 1)),
  )
})

// ---- Every OID against its MIB

const mibs = sharedPath('mibs')
const skipMibs = skipWithout(mibs) || (isThere('snmptranslate') ? false : 'apt-get install snmp')
const FOLDERS: Readonly<Record<string, string>> = {
  'WLSX-WLAN-MIB': 'arubaos',
  'AI-AP-MIB': 'arubaos',
  'AIRESPACE-WIRELESS-MIB': 'cisco',
  'CISCO-POWER-ETHERNET-EXT-MIB': 'cisco',
  'RUCKUS-ZD-WLAN-MIB': 'ruckus',
  'RUCKUS-SZ-WLAN-MIB': 'ruckus',
  'UBNT-UniFi-MIB': 'ubnt',
  'AH-INTERFACE-MIB': 'aerohive',
  'AH-SYSTEM-MIB': 'aerohive',
  'FORTINET-FORTIGATE-MIB': 'fortinet',
  'HP-ICF-POE-MIB': 'hp',
  'PowerNet-MIB': 'apc',
}

await t.test('every object of a part has the OID that its MIB gives it', { skip: skipMibs }, (t) => {
  const objects = new Map<string, string>()
  const tables = [
    entStateTable,
    ...PART_TABLES,
    printerStateTable,
    upsStateTable,
    ...CONTROLLERS.flatMap((one) => [one.table, ...(one.radios === null ? [] : [one.radios.table])]),
    ...OWN_RADIOS.map((one) => one.table),
  ]
  const elsewhere = (column: string, module: string): string => {
    if (column.startsWith('hrPrinter')) return 'HOST-RESOURCES-MIB'
    return column === 'ahClientCount' ? 'AH-SYSTEM-MIB' : module
  }
  for (const { name, columns } of tables) {
    const module = name.split('::')[0] ?? ''
    for (const [column, one] of Object.entries<string>(columns))
      objects.set(`${elsewhere(column, module)}::${column}`, one)
  }
  objects.set('CISCO-POWER-ETHERNET-EXT-MIB::cpeExtPsePortPwrConsumption', portTableOf('9').columns.milliwatts)
  objects.set('HP-ICF-POE-MIB::hpicfPoePethPsePortActualPower', portTableOf('11').columns.milliwatts)
  for (const [name, one] of Object.entries<string>(upsBatteryScalars)) objects.set(`UPS-MIB::${name}`, one.slice(0, -2))
  for (const [name, one] of Object.entries<string>(powerNetScalars)) {
    objects.set(`PowerNet-MIB::${name}`, one.slice(0, -2))
  }
  const servers = [
    'hrMemorySize',
    'memTotalSwap',
    'memAvailSwap',
    'memTotalReal',
    'memAvailReal',
    'memBuffer',
    'memCached',
  ]
  for (const [i, name] of servers.entries()) {
    const module = i === 0 ? 'HOST-RESOURCES-MIB' : 'UCD-SNMP-MIB'
    objects.set(`${module}::${name}`, serverScalars[i]?.slice(0, -2) ?? '')
  }
  t.ok(objects.size > 110, `${objects.size} objects`)
  const modules = new Set([...objects.keys()].map((name) => name.split('::')[0] ?? ''))
  for (const module of modules) {
    const names = [...objects.keys()].filter((name) => name.startsWith(`${module}::`))
    const folder = FOLDERS[module]
    const where = folder === undefined ? mibs : `${mibs}:${join(mibs, folder)}`
    const args = ['-M', where, '-m', module, '-On', '-Ln', '-Pe', ...names]
    const lines = spawnSync('snmptranslate', args, { encoding: 'utf8' })
      .stdout.split('\n')
      .filter((line) => line !== '')
    t.same(
      lines,
      names.map((name) => `.${objects.get(name)}`),
      module,
    )
  }
  t.end()
})
