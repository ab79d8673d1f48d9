import { execFileSync, spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { packageRoot, shipped } from '../../../src/lib/paths.js'
import { sharedPath, skipWithout } from '../../shared.js'

const mibs = sharedPath('mibs')

type Row = Readonly<Record<string, string>>

const cell = (row: Row | undefined, column: string): string => row?.[column] ?? ''

async function rows(file: string): Promise<Row[]> {
  const text = await readFile(shipped('data', 'samples', file), 'utf8')
  return parse(text, { columns: true, bom: true })
}

async function json<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(shipped('data', 'samples', file), 'utf8')) as T
}

interface Worked {
  envelopeCents: number
  gaps: {
    building: string
    pupils: number | null
    demandDownBps: number | null
    shareDownBps: number | null
    level: string
  }[]
  shortfalls: { school: string; target: number | null; inService: number; shortfall: number | null }[]
  allocation: { school: string; amountCents: number }[]
}

/** 32-bit number of a dotted address, and whether a CIDR holds it: written here anew, to judge the files. */
const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
function holds(cidr: string, address: string): boolean {
  const [network = '', length = '32'] = cidr.split('/')
  const size = 2 ** (32 - Number(length))
  return Math.floor(numberOf(network) / size) === Math.floor(numberOf(address) / size)
}

void t.test('12 schools are in 15 buildings, two of them in one, one of them in two', async (t) => {
  const pairs = await rows('ecoles.csv')
  const codes = (column: string): string[] => pairs.map((row) => cell(row, column))
  const count = (column: string, code: string): number => codes(column).filter((one) => one === code).length
  const schools = [...new Set(codes('CD_ORGNS'))]
  const buildings = [...new Set(codes('CD_IMM'))]
  t.equal(schools.length, 12)
  t.equal(buildings.length, 15)
  t.same(
    buildings.filter((code) => count('CD_IMM', code) === 2),
    ['798108'],
  )
  t.same(
    schools.filter((code) => count('CD_ORGNS', code) === 2),
    ['798004'],
  )
  for (const pair of pairs) {
    t.equal(Object.keys(pair).length, 34)
    t.match(cell(pair, 'CD_ORGNS'), /^798\d{3}$/)
    const [lon, lat] = [Number(cell(pair, 'COORD_X_LL84_IMM')), Number(cell(pair, 'COORD_Y_LL84_IMM'))]
    t.ok(lon > -70 && lon < -67 && lat > 48 && lat < 50, 'on the north shore of the St. Lawrence')
  }
})

void t.test('every code that a file names is that of a building, a school or a point of presence', async (t) => {
  const pairs = await rows('ecoles.csv')
  const buildings = new Set(pairs.map((row) => cell(row, 'CD_IMM')))
  const schools = new Set(pairs.map((row) => cell(row, 'CD_ORGNS')))
  const pops = new Set((await rows('points-de-presence.csv')).map((row) => cell(row, 'id')))
  for (const link of await rows('liens.csv')) {
    t.ok(buildings.has(cell(link, 'a')), cell(link, 'id'))
    t.ok(buildings.has(cell(link, 'b')) || pops.has(cell(link, 'b')), cell(link, 'id'))
  }
  for (const network of await rows('reseaux.csv')) t.ok(buildings.has(cell(network, 'building')), cell(network, 'cidr'))
  for (const row of [...(await rows('effectif.csv')), ...(await rows('equipement.csv'))])
    t.ok(schools.has(cell(row, 'school')))
})

void t.test('each device stands in the network of the building where it is expected', async (t) => {
  const networks = await rows('reseaux.csv')
  const { devices } = await json<{ devices: { address: string; building: string }[] }>('attendu.json')
  for (const { address, building } of devices) {
    const [longest] = networks
      .filter((network) => holds(cell(network, 'cidr'), address))
      .sort((a, b) => Number(cell(b, 'cidr').split('/')[1]) - Number(cell(a, 'cidr').split('/')[1]))
    t.equal(longest?.['building'], building, address)
  }
  t.equal(new Set(devices.map((device) => device.building)).size, 15, 'every building has some')
})

void t.test('the hand calculation holds together', async (t) => {
  const { gaps, shortfalls, allocation, envelopeCents } = await json<Worked>('calcul.json')
  t.same(
    new Set(gaps.map((gap) => gap.level)),
    new Set(['ok', 'tight', 'short', 'critical', 'unlinked', 'unknown']),
    'every level appears',
  )
  const enrolled = (await rows('effectif.csv')).filter((row) => cell(row, 'school_year') === '2022-2023')
  const total = enrolled.reduce((sum, row) => sum + Number(cell(row, 'pupils')), 0)
  t.equal(
    gaps.reduce((sum, gap) => sum + (gap.pupils ?? 0), 0),
    total,
    'each pupil is in one building',
  )
  const behindHub = ['798101', '798102', '798103', '798104', '798105', '798106', '798107', '798108']
  const shares = gaps.filter((gap) => behindHub.includes(gap.building)).map((gap) => gap.shareDownBps ?? 0)
  t.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1e9) <= 4, 'FAO-00 is full: 1 Gbit/s, to the rounding')
  for (const { target, inService, shortfall } of shortfalls) {
    t.equal(shortfall, target === null ? null : Math.max(0, target - inService))
  }
  t.equal(
    allocation.reduce((sum, one) => sum + one.amountCents, 0),
    envelopeCents,
    'the envelope is shared to the cent',
  )
})

const noTranslate = spawnSync('snmptranslate', ['-V']).error === undefined ? false : 'apt-get install snmp'
const noMibs = skipWithout(mibs) || noTranslate

void t.test(
  'every object identifier of the lab is the one of the MIB object written beside it',
  { skip: noMibs },
  async (t) => {
    const vendors = (await readdir(mibs, { withFileTypes: true })).filter((one) => one.isDirectory())
    const folders = ['arubaos-cx', 'arubaos', 'hp', 'cisco', 'extreme', 'fortinet', 'apc', 'ubnt', 'brother']
    t.ok(folders.every((folder) => vendors.some((one) => one.name === folder)))
    const path = [mibs, ...folders.map((folder) => join(mibs, folder))].join(':')
    const pairs = new Map<string, string>()
    const source = join(packageRoot, 'collectors', 'lab')
    const files = [
      ...(await readdir(join(source, 'tables'))).map((file) => join('tables', file)),
      'engine.ts',
      'layout.ts',
    ]
    for (const file of files) {
      const text = await readFile(join(source, file), 'utf8')
      for (const [, oid = '', name = ''] of text.matchAll(/'([\d.]{5,})',? \/\/ ([\w-]+::[\w-]+)/g))
        pairs.set(name, oid)
    }
    const families = await readFile(shipped('data', 'samples', 'lab', 'families.yaml'), 'utf8')
    for (const [, oid = '', name = ''] of families.matchAll(/sysObjectID: ([\d.]+) # ([\w-]+::[\w-]+)/g))
      pairs.set(name, oid)
    for (const [, name = '', oid = ''] of families.matchAll(
      /name: '?([\w-]+::[\w-]+)\.[^,]*?'?,?\s+oid: '?([\d.]+?)\.(?:0|\{)/g,
    )) {
      pairs.set(name, oid)
    }
    t.ok(pairs.size > 110, `${pairs.size} objects`)
    for (const [name, oid] of pairs) {
      const [module = ''] = name.split('::')
      const env = { ...process.env, MIBS: '' }
      const told = execFileSync('snmptranslate', ['-M', path, '-m', module, '-On', name], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      t.equal(told.toString().trim(), `.${oid}`, name)
    }
  },
)

const real = sharedPath('real', 'pps_public_ecole.csv')
const noReal = skipWithout(real)

void t.test(
  'the files have the columns of the real ones, and no school or building has a real name or code',
  { skip: noReal },
  async (t) => {
    for (const [ours, theirs] of [
      ['ecoles.csv', 'pps_public_ecole.csv'],
      ['commissions.csv', 'pps_public_ssocial_cs.csv'],
    ] as const) {
      const header = (text: string): string | undefined => text.split('\n')[0]
      const sample = await readFile(shipped('data', 'samples', ours), 'utf8')
      t.equal(header(sample), header(await readFile(sharedPath('real', theirs), 'utf8')))
    }
    const schools: Row[] = parse(await readFile(real, 'utf8'), { columns: true, bom: true })
    const taken = new Set(
      schools.flatMap((row) => [
        cell(row, 'NOM_OFFCL_ORGNS'),
        cell(row, 'NOM_IMM'),
        cell(row, 'NOM_CS'),
        cell(row, 'CD_ORGNS'),
        cell(row, 'CD_IMM'),
      ]),
    )
    for (const row of await rows('ecoles.csv')) {
      for (const column of ['NOM_OFFCL_ORGNS', 'NOM_IMM', 'NOM_CS', 'CD_ORGNS', 'CD_IMM'])
        t.notOk(taken.has(cell(row, column)), cell(row, column))
    }
  },
)

t.end()
