import t from 'tap'
import { partLines } from '../../src/app/show-parts.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { DeviceDocument } from '../../src/model/device.js'
import { BLANK_READING } from '../blank.js'

const NBSP = '\u00a0'

function device(change: Partial<DeviceDocument>): DeviceDocument {
  return {
    ...BLANK_READING,
    schema: 'cartable/device/1',
    managementAddress: '10.0.0.1',
    scannedAddresses: [],
    building: null,
    status: 'answered',
    reasonCode: null,
    firstSeen: '2026-01-05T06:00:00.000Z',
    lastSeen: '2026-03-02T06:00:00.000Z',
    ...change,
  }
}

function gauges(...rows: readonly (readonly [string, string, number | string, (string | undefined)?, string?])[]) {
  return rows.map(([name, instance, value, unit, label]) => ({
    name,
    instance,
    label: label ?? null,
    value,
    unit: unit ?? null,
    readAt: '2026-03-02T06:00:00.000Z',
  }))
}

/** The lines in French and in English, ordinary spaces for no-break ones; none passes 80 columns. */
function lines(change: Partial<DeviceDocument>): { readonly fr: string[]; readonly en: string[] } {
  const of = (language: 'fr' | 'en'): string[] => partLines(device(change), messagesFor(language))
  for (const line of [...of('fr'), ...of('en')]) t.ok(line.length <= 80, `${line.length} columns: ${line}`)
  return {
    fr: of('fr').map((line) => line.replaceAll(NBSP, ' ')),
    en: of('en').map((line) => line.replaceAll(NBSP, ' ')),
  }
}

t.test('a device without parts has no line', (t) => {
  t.strictSame(lines({}), { fr: [], en: [] })
  t.end()
})

t.test('a printer: pages, errors in words, trays, alerts that cannot steer a terminal', (t) => {
  const { fr, en } = lines({
    gauges: gauges(
      ['prtMarkerLifeCount', '1.1', 48_211, 'impressions'],
      ['hrPrinterDetectedErrorState', '1', 'lowToner doorOpen'],
      ['prtInputCurrentLevel', '1.1', 25, 'percent', 'Bac 1'],
      ['prtAlertDescription', '1.7', `Porte ouverte\u202e ${'x'.repeat(90)}`, undefined, 'critical'],
    ),
  })
  t.strictSame(fr.slice(0, 4), [
    'Pages : 48 211',
    "Imprimante : peu d'encre, porte ouverte",
    'Bacs : Bac 1 25 %',
    'Alertes :',
  ])
  t.match(fr[4], /^ {2}critique · Porte ouverte\ufffd x+…$/)
  t.strictSame(en.slice(0, 4), ['Pages: 48,211', 'Printer: toner low, door open', 'Trays: Bac 1 25%', 'Alerts:'])
  t.end()
})

t.test('a UPS: charge, time left, time on battery, load of the fullest line, what to replace', (t) => {
  const { fr, en } = lines({
    gauges: gauges(
      ['upsBatteryStatus', '0', 'batteryLow'],
      ['upsEstimatedChargeRemaining', '0', 31, 'percent'],
      ['upsEstimatedMinutesRemaining', '0', 9, 'minutes'],
      ['upsSecondsOnBattery', '0', 754, 'seconds'],
      ['upsOutputPercentLoad', '1', 44, 'percent'],
      ['upsOutputPercentLoad', '2', 61, 'percent'],
      ['upsOutputPower', '1', 310, 'watts'],
      ['upsOutputPower', '2', 400, 'watts'],
      ['upsAlarmDescr', '1', 'upsAlarmBatteryBad'],
    ),
  })
  t.strictSame(fr, [
    "Batterie : 31 %, 9 min d'autonomie",
    'État de la batterie : presque vide, sur batterie depuis 13 min, à remplacer',
    'Puissance fournie : 61 % de la capacité, 710 W',
    'Alarmes : BatteryBad',
  ])
  t.equal(en[2], 'Output: 61% of capacity, 710 W')
  t.end()
})

t.test('power over Ethernet: watts of the budget, ports powered, ports at fault', (t) => {
  const port = { group: 1, ifIndex: null, adminEnabled: true, powerClass: null, watts: null }
  const { fr, en } = lines({
    poeSources: [
      { group: 1, budgetWatts: 740, status: 'on', usedWatts: 93 },
      { group: 2, budgetWatts: null, status: 'off', usedWatts: 0 },
    ],
    poePorts: [
      { ...port, port: 1, status: 'deliveringPower' },
      { ...port, port: 2, status: 'searching' },
      { ...port, port: 3, status: 'otherFault' },
    ],
  })
  t.strictSame(fr, ['PoE : 93 W sur 740 W; 1 port alimenté sur 3; 1/3 en défaut'])
  t.strictSame(en, ['PoE: 93 W of 740 W; 1 of 3 ports powered; 1/3 at fault'])
  t.end()
})

t.test('a server: memory without caches, the fullest volume first, load, software', (t) => {
  const { fr, en } = lines({
    memoryBytes: 8 * 1024 ** 3,
    storage: [
      { index: 1, description: 'Physical memory', type: 'ram', sizeBytes: 8 * 1024 ** 3, usedBytes: 8 * 1024 ** 3 },
      { index: 31, description: '/', type: 'fixedDisk', sizeBytes: 100 * 1024 ** 3, usedBytes: 25 * 1024 ** 3 },
      { index: 32, description: '/srv', type: 'fixedDisk', sizeBytes: 1536 * 1024 ** 3, usedBytes: 1352 * 1024 ** 3 },
    ],
    software: [{ name: 'zsh', type: null, installedOn: null }],
    gauges: gauges(
      // 8 GiB, of which 3 free, 1 buffers and 2 cache: 2 of 8 are used.
      ['memTotalReal', '0', 8 * 1024 ** 3, 'bytes'],
      ['memAvailReal', '0', 3 * 1024 ** 3, 'bytes'],
      ['memBuffer', '0', 1024 ** 3, 'bytes'],
      ['memCached', '0', 2 * 1024 ** 3, 'bytes'],
      ['laLoad', '1', 0.15, 'load', '1 min'],
    ),
  })
  t.strictSame(fr, [
    'Mémoire : 8 Gio, 25 % utilisés',
    'Charge : 0,15 (1 min)',
    'Volumes :',
    '  /srv : 1,5 Tio, 88 % utilisés',
    '  / : 100 Gio, 25 % utilisés',
    'Logiciels installés : 1',
  ])
  t.equal(en[0], 'Memory: 8 GiB, 25% used')
  t.end()
})

t.test('a controller: how many access points and clients, and each on a line', (t) => {
  const each = { mac: null, osVersion: null, channels: [] }
  const { fr, en } = lines({
    serialNumber: 'WLC1',
    accessPoints: [
      {
        ...each,
        id: 'a',
        name: 'gymnase',
        model: '505',
        serialNumber: 'AP1',
        address: '10.20.1.5',
        status: 'up',
        clients: 12,
      },
      { ...each, id: 'b', name: null, model: null, serialNumber: null, address: null, status: 'down', clients: null },
    ],
  })
  t.strictSame(fr, [
    "Points d'accès : 2, dont 1 en service; 12 clients",
    '  gymnase · 505 · AP1 · 10.20.1.5 · 12 clients',
    '  b · hors service',
  ])
  t.equal(en[0], 'Access points: 2, 1 of them up; 12 clients')
  const alone = {
    ...each,
    id: 'a',
    name: 'x',
    model: null,
    serialNumber: 'AP1',
    address: null,
    status: null,
    clients: 4,
  }
  t.strictSame(lines({ serialNumber: 'AP1', accessPoints: [alone] }).fr, ['Sans fil : 4 clients'], 'it lists itself')
  const many = Array.from({ length: 23 }, (_, i) => ({ ...alone, id: `ap${i}`, serialNumber: `S${i}` }))
  t.equal(lines({ accessPoints: many }).fr.at(-1), '  et 3 de plus (cartable lister access-points)')
  t.end()
})

t.test('sensors: the broken first, then the warmest, then the others', (t) => {
  const { fr, en } = lines({
    gauges: gauges(
      ['entPhySensorValue', '1', 3.3, 'voltsDC', 'Alimentation'],
      ['entPhySensorValue', '2', 31.5, 'celsius', 'Air entrant'],
      ['entPhySensorValue', '3', 58, 'celsius', 'Processeur'],
      ['entPhySensorOperStatus', '4', 'nonoperational', undefined, 'Ventilateur 1'],
      ['entPhySensorValue', '5', 4100, 'rpm', 'Ventilateur 2'],
    ),
  })
  t.strictSame(fr, [
    'Capteurs : 5',
    '  Ventilateur 1 : hors service',
    '  Processeur : 58 °C',
    '  Air entrant : 31,5 °C',
    '  Alimentation : 3,3 V',
    '  Ventilateur 2 : 4 100 tr/min',
  ])
  t.equal(en.at(-1), '  Ventilateur 2: 4,100 rpm')
  t.end()
})
