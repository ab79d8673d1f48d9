import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import t, { type Test } from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import fleet from '../../src/ingest/fleet.js'
import schools from '../../src/ingest/schools.js'
import wanLinks from '../../src/ingest/wan-links.js'
import { readHeader } from '../../src/ingest/reading/header.js'
import type { ColumnMapping, InputKind } from '../../src/model/input-kind.js'
import { shipped } from '../../src/lib/paths.js'
import { placesOf, readAll } from './read-all.js'

const texts = messagesFor('en').ingest

/** Which canonical column each header of a file is, `?` for an unknown one, `-` for one that carries nothing used. */
function read(
  kind: Pick<InputKind<unknown, unknown>, 'id' | 'columns' | 'published' | 'unused' | 'personal' | 'needsOneOf'>,
  fields: readonly string[],
  map: readonly ColumnMapping[] = [],
): string[] {
  const { header, unknown, problems } = readHeader(kind, fields, texts, map)
  if (header === null) return problems.map(({ message }) => message)
  return fields.map((field, i) => {
    const column = header.columns.find(({ index }) => index === i)
    return column?.name ?? (unknown.includes(field.trim()) ? '?' : '-')
  })
}

const sample = readFileSync(shipped('data', 'samples', 'ecoles.csv'))
const [published = [], ...records] = parse(sample, { bom: true })

/** The sample's schools under other headers, and what they are read as. */
async function readUnder(t: Test, fields: readonly string[], rows: readonly (readonly string[])[] = records) {
  const file = join(t.testdir({}), 'ecoles.csv')
  writeFileSync(file, stringify([fields, ...rows]))
  return readAll(schools, file)
}

void t.test('names that a shapefile cut to 10 characters are known where one column alone begins so', (t) => {
  const cut = ['id', 'a', 'b', 'capacity_d', 'capacity_u', 'status', 'monthly_co', 'contract_e', 'provider_x']
  t.strictSame(read(wanLinks, cut), [
    ...['id', 'a', 'b', 'capacity_down_mbps', 'capacity_up_mbps', 'status', 'monthly_cost', 'contract_end', '?'],
  ])
  t.end()
})

void t.test(
  'a published file cut by a shapefile is the same, whatever becomes of names that are then alike',
  async (t) => {
    const whole = await readUnder(t, published)
    t.equal(whole.rows.length, 16)
    const alike = published.map((name) => name.slice(0, 10))
    // How GDAL's shapefile driver tells them apart: the first stays, then _1, _2… in the place of the last characters.
    const seen = new Map<string, number>()
    const numbered = alike.map((name) => {
      const n = seen.get(name) ?? 0
      seen.set(name, n + 1)
      return n === 0 ? name : `${name.slice(0, 8)}_${n}`
    })
    t.ok(numbered.includes('NOM_MUNC_1'))
    for (const header of [alike, numbered]) {
      const { rows, problems, summary } = await readUnder(t, header)
      t.strictSame(problems, [])
      t.strictSame(summary.notices, [])
      t.strictSame(rows, whole.rows)
    }
    // In another order, two names alike could be either: what is not certain is left aside, and said.
    const turned = [...alike.keys()].reverse()
    const { rows, summary } = await readUnder(
      t,
      turned.map((i) => alike[i] ?? ''),
      records.map((record) => turned.map((i) => record[i] ?? '')),
    )
    t.equal(rows.length, 16)
    t.strictSame(rows[0]?.row.building.coordinates, whole.rows[0]?.row.building.coordinates)
    t.equal(rows[0]?.row.building.municipality, null)
    t.match(summary.notices[0]?.message, /NOM_MUNCP_/)
  },
)

void t.test('what a user maps wins over what a header looks like', (t) => {
  const fields = ['Numéro de série', 'Vrai numéro', 'Nom', 'Remarques']
  t.strictSame(read(fleet, fields), ['serial', '?', 'name', '?'])
  const map = [
    { column: 'vrai numéro ', field: 'serial' },
    { column: 'remarques', field: 'name' },
    { column: 'Nom', field: '-' },
    { column: 'Autre', field: 'model', optional: true as const },
  ]
  t.strictSame(read(fleet, fields, map), ['?', 'serial', '-', 'name'])
  t.end()
})

void t.test('a mapping that cannot be followed says what can', async (t) => {
  const file = join(t.testdir({}), 'parc.csv')
  writeFileSync(file, 'Zap,Nom\nX1,portable\n')
  const read = (column: string, field: string) => readAll(fleet, file, 'fr', { map: [{ column, field }] })
  await t.rejects(read('Zap', 'serie'), {
    name: 'UserError',
    usage: true,
    message: /serie.*fleet/,
    hint: /serial, mac,/,
  })
  t.match(placesOf((await read('Zip', 'serial')).problems)[0], /^1: --map nomme «\sZip\s».*Zap, Nom$/)
  t.strictSame(
    (await read('Zap', 'serial')).rows.map(({ row }) => [row.serial, row.name]),
    [['X1', 'portable']],
  )
})

void t.test('two headers that mean one column are refused, and a missing one names its synonyms', (t) => {
  t.match(read(wanLinks, ['id', 'a', 'b', 'status', 'statut']), [/two columns mean status/])
  t.match(read(wanLinks, ['id', 'a', 'b']), [/status is missing.*statut/])
  t.end()
})

/** Headers as these programs' documentation tells them; none was compared with a real export. */
const EXPORTS: Readonly<Record<string, readonly [header: string, columns: string]>> = {
  'Google Admin': [
    'Device ID,Serial number,Device status,Last policy sync,Most recent user,Asset ID,Model,OS version,Wi-Fi MAC address',
    '? serial status last_contact people asset_tag model os_version mac',
  ],
  Intune: [
    'Device name,Last check-in,OS,OS version,Primary user UPN,Primary user email address,Serial number,Model,Wi-Fi MAC,EthernetMAC',
    'name last_contact os os_version people people serial model mac mac',
  ],
  'Jamf Pro': [
    'Computer Name,Serial Number,MAC Address,Last Inventory Update,Last Check-in,Asset Tag,Bar Code 1,Full Name,Phone Number,Position',
    'name serial mac - last_contact asset_tag - people people ?',
  ],
  'Jamf School': [
    'Name,Serial Number,Model,OS Version,Asset Tag,Owner',
    'name serial model os_version asset_tag people',
  ],
  Mosyle: [
    'Device Name,Serial Number,Model Name,OS Version,Date Last Beat,User Name',
    'name serial model os_version last_contact people',
  ],
  GLPI: [
    "Nom,Statut,Fabricant,Numéro de série,Modèle,Système d'exploitation - Nom,Numéro d'inventaire,Usager",
    'name status ? serial model os asset_tag people',
  ],
  Lansweeper: ['AssetName,Username,Mac,Model,Serialnumber,OS,Lastseen', 'name people mac model serial os last_contact'],
  'PDQ Inventory': [
    'Computer Name,Host Name,MAC Address,O/S,Computer Serial Number,Current User',
    'name - mac os serial people',
  ],
}

void t.test(
  'what programs call their columns is known, the best of two for one, and people are left at the door',
  (t) => {
    t.strictSame(fleet.unverified, Object.keys(EXPORTS))
    for (const [program, [header, columns]] of Object.entries(EXPORTS)) {
      const fields = header.split(',')
      const personal = readHeader(fleet, fields, texts).personal.map(({ written }) => written)
      const found = read(fleet, fields).map((name, i) => (personal.includes(fields[i] ?? '') ? 'people' : name))
      t.strictSame(found.join(' '), columns, program)
    }
    t.end()
  },
)

void t.test('personal columns are named, never what they hold', async (t) => {
  const file = join(t.testdir({}), 'parc.csv')
  writeFileSync(file, 'Serial Number,Full Name,Email Address\nX1,Jeanne Untel,jeanne@exemple.example\n')
  const whole = await readAll(fleet, file, 'en')
  t.strictSame(
    whole.summary.notices.map(({ message }) => message),
    ['personal information left at the door, never read: Full Name, Email Address'],
  )
  t.notMatch(JSON.stringify(whole), /Jeanne|jeanne/)
})
