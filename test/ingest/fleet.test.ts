import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import fleet from '../../src/ingest/fleet.js'
import { readInstant } from '../../src/ingest/reading/dates.js'
import { parseMac, parseMacs } from '../../src/lib/mac.js'
import type { FleetEntry } from '../../src/model/fleet.js'
import { placesOf, readAll, readFixture, type WholeReading } from './read-all.js'

async function read(t: Test, text: string): Promise<WholeReading<FleetEntry>> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-fleet-'))
  t.teardown(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'a.csv'), text)
  return readAll(fleet, join(folder, 'a.csv'), 'en')
}

t.test('a MAC address is one whatever its spelling', (t) => {
  // As Linux, Windows, Cisco IOS, H3C, ProCurve, macOS's arp and bare databases write the same address.
  const spellings = ['00:1a:2b:03:04:05', '00-1A-2B-03-04-05', '001a.2b03.0405', '001A-2B03-0405', '001a2b-030405']
  for (const text of [...spellings, '0:1a:2b:3:4:5', '001A2B030405']) t.equal(parseMac(text), '00:1a:2b:03:04:05', text)
  for (const text of ['', '00:1a:2b:03:04', '00:1a-2b:03:04:05', '001a2b03040', '00:1a:2b:03:04:0g', '001a.2b03-0405'])
    t.equal(parseMac(text), null, text)
  t.strictSame(parseMacs('00:00:00:00:00:02;00-00-00-00-00-01 | 000000000002'), [
    '00:00:00:00:00:01',
    '00:00:00:00:00:02',
  ])
  t.strictSame(parseMacs(''), [])
  t.equal(parseMacs('00:00:00:00:00:02 and more'), null)
  t.end()
})

t.test('a time with its offset is an instant; without one it could be any zone, and is a date', (t) => {
  const value = (text: string): unknown => {
    const reading = readInstant(text)
    return reading.fault ?? reading.value
  }
  t.equal(value('2026-11-20'), '2026-11-20')
  t.equal(value('2026-11-20T23:30:00-05:00'), '2026-11-21T04:30:00Z')
  t.equal(value('2026-11-20 23:30:00.123 +0000'), '2026-11-20T23:30:00Z')
  t.equal(value('2026-11-20T13:15Z'), '2026-11-20T13:15:00Z')
  t.equal(value('2026-11-20 23:30:00.1234567'), '2026-11-20', 'as Intune writes it')
  t.equal(value('2026-11-20 at 8:15 AM'), '2026-11-20', 'as Jamf writes it')
  t.equal(value('2026-11-20 à 8 h 15'), '2026-11-20')
  t.equal(value('0001-01-01 00:00:00.0000000'), null, 'never, for .NET')
  t.equal(value('1970-01-01T00:00:00Z'), null, 'never, for Unix')
  t.equal(value('11/20/2026 8:15 AM'), '2026-11-20')
  t.equal(value('20 nov. 2026, 8 h 15'), '2026-11-20')
  t.equal(value('20/11/2026 13:15:00Z'), '2026-11-20T13:15:00Z')
  t.equal(value('11/10/2026 8:15'), 'ambiguous')
  for (const text of ['11/20/26', '2026-11', 'hier', '2026-11-20 maybe']) t.equal(value(text), 'form')
  for (const text of ['2026-02-30', '2026-11-20T25:00:00Z', '2026-11-20T10:61:00Z']) t.equal(value(text), 'no-such-day')
  t.end()
})

t.test(
  'a French export is read, several MAC columns together; each bad cell is told with its line and column',
  async (t) => {
    const { rows, problems, summary } = await readFixture('fleet')
    t.match(
      placesOf(problems).map((place) => place.replace(/\u00a0/g, ' ')),
      [
        "5: Wi-Fi MAC: « 00:1a:2b:3c:4d » n'est pas une adresse MAC",
        "5: Dernière connexion: « 20/11/26 » n'est pas une date",
        '5: École: « 91101 » a moins de 6 chiffres',
        "5: Statut: « prêté à Zoé » n'est pas reconnu : écrivez une de ces valeurs : active (en service), in-stock (en stock), broken (en panne)",
        "6: Dernière connexion: « 2026-02-30 » n'existe pas au calendrier",
        '7: rien ne désigne cet appareil',
      ],
    )
    const first = {
      serial: 'INV-1',
      mac: ['00:1a:2b:3c:4d:5e', '00:1a:2b:3c:4d:5f'],
      assetTag: 'T1',
      name: 'P1',
      model: 'Portable inventé',
      os: 'Windows',
      osVersion: '11',
      lastContact: '2026-11-20T13:15:00Z',
      school: '911001',
      status: 'active',
    }
    const none = { model: null, os: null, osVersion: null, lastContact: null, school: null, status: 'active' }
    t.strictSame(rows, [
      { line: 2, row: first },
      {
        line: 3,
        row: {
          ...none,
          ...{ serial: 'inv-2', mac: ['00:1a:2b:03:04:05', '00:1a:2b:03:04:06'], assetTag: 'T2', name: 'P2' },
          ...{ lastContact: '2026-11-20', school: '911001', status: 'broken' },
        },
      },
      { line: 4, row: { ...none, serial: 'To be filled by O.E.M.', mac: [], assetTag: 'T3', name: 'P3' } },
      { line: 8, row: first },
    ])
    t.match(
      summary.notices,
      [{ message: /Utilisateur, Courriel$/ }],
      'columns that name people are known, and not read',
    )
  },
)

t.test('the headers of Intune, Jamf and Google Admin are known', async (t) => {
  const row = async (headers: string, cells: string): Promise<FleetEntry | undefined> => {
    const { rows, problems } = await read(t, `${headers}\n${cells}\n`)
    t.strictSame(problems, [])
    return rows[0]?.row
  }
  t.match(
    await row(
      'Device name,Serial number,Wi-Fi MAC,Ethernet MAC,OS,OS version,Last check-in,Model,Primary user UPN',
      'P-1,ABC123XYZ,001A2B3C4D5E,,Windows,10.0.22631,2026-11-20 08:15:00.0000000,Portable,z@exemple.invalid',
    ),
    {
      name: 'P-1',
      serial: 'ABC123XYZ',
      mac: ['00:1a:2b:3c:4d:5e'],
      osVersion: '10.0.22631',
      lastContact: '2026-11-20',
    },
  )
  t.match(
    await row('Computer Name,Serial Number,MAC Address,Asset Tag,Operating System Version', 'MAC-1,C02X,,A1,15.1'),
    { name: 'MAC-1', serial: 'C02X', mac: [], assetTag: 'A1', osVersion: '15.1' },
  )
  t.match(
    await row(
      'serialNumber,macAddress,ethernetMacAddress,annotatedAssetId,annotatedUser,lastSync,status,osVersion',
      '5CD1,a0b1c2000001,a0b1c2000002,A2,z@exemple.invalid,2026-11-20T08:15:00.000Z,DEPROVISIONED,131.0',
    ),
    {
      serial: '5CD1',
      mac: ['a0:b1:c2:00:00:01', 'a0:b1:c2:00:00:02'],
      status: 'retired',
      lastContact: '2026-11-20T08:15:00Z',
    },
  )
})

t.test('beside « prénom », « nom » is a person: it is left aside, and said to be', async (t) => {
  const { rows, summary } = await read(t, 'Nom,Prénom,No de série\nInventée,Zoé,INV-1\n')
  t.match(rows[0]?.row, { serial: 'INV-1', name: null })
  t.match(summary.notices, [{ message: /personal.*Nom, Prénom$/ }])
  const { rows: named } = await read(t, 'name,Prénom,No de série\nP-1,Zoé,INV-1\n')
  t.match(named[0]?.row, { name: 'P-1' }, 'the canonical header is what it says')
})

t.test('a file without serial nor MAC column is refused: nothing in it could be matched', async (t) => {
  const { rows, problems } = await read(t, 'asset_tag,name\nT1,P1\n')
  t.strictSame(rows, [])
  t.match(problems, [{ line: 1, message: /at least one is needed: serial \(numéro de série.*; mac \(adresse MAC/ }])
})

t.test('a cell that no index could hold is refused', async (t) => {
  const { rows, problems } = await read(t, `serial,name\n${'S'.repeat(101)},P1\nS2,${'n'.repeat(200)}\n`)
  t.strictSame(
    rows.map(({ line }) => line),
    [3],
  )
  t.match(placesOf(problems), [/^2: serial: text of 101 characters, where this column takes 100/])
})
