import { parse } from 'csv-parse/sync'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { ping } from '../../collectors/ping.js'
import { shipped } from '../../src/lib/paths.js'
import { typedCommand } from '../../src/cli/typed-command.js'
import { demoFor } from './board.js'
import { cartable, folderFor, run } from './run.js'

interface Expected {
  readonly address: string
  readonly building: string
  readonly status: string
  readonly reasonCode: string | null
  readonly reasonCodeWithoutPing?: string
  readonly [field: string]: unknown
}

const samples = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(shipped('data', 'samples', file), 'utf8')) as T

t.test('the demonstration does the whole job, and every figure is the one worked out by hand', async (t) => {
  const { folder, config, demo } = await demoFor(t)
  const asked = async (...args: readonly string[]): Promise<Record<string, unknown>[]> => {
    const { code, out, err } = await cartable(['--config', config, ...args, '--json'], { cwd: folder })
    t.ok(code === 0 || code === 3, `${args.join(' ')}: ${err}`)
    return JSON.parse(out) as Record<string, unknown>[]
  }

  await t.test('it names a GeoJSON, a map, and CSV files of gaps, shortfalls and allocation', async (t) => {
    for (const file of [
      'carte/buildings.geojson',
      'carte/carte.html',
      'ecarts.csv',
      'manques.csv',
      'repartition.csv',
    ]) {
      t.match(demo.out, join('cartable-demo', file))
      t.ok((await readFile(join(folder, 'cartable-demo', file))).length > 400, file)
    }
  })

  await t.test('every simulated device is found and named right; each that failed has its true reason', async (t) => {
    const { devices } = await samples<{ devices: readonly Expected[] }>('attendu.json')
    const { code, out } = await cartable(['--config', config, 'export', 'devices', '--format', 'jsonl'], {
      cwd: folder,
    })
    t.equal(code, 0)
    const documents = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const byAddress = new Map(documents.map((document) => [document['managementAddress'], document]))
    const listed = new Map((await asked('list', 'devices')).map((row) => [row['managementAddress'], row]))
    t.equal(listed.size, devices.length)
    const canPing = (await ping('127.0.0.1', { timeoutMs: 1000 })).status === 'alive'
    for (const expected of devices) {
      const row = listed.get(expected.address)
      const reasonCode = canPing ? expected.reasonCode : (expected.reasonCodeWithoutPing ?? expected.reasonCode)
      t.match(row, { status: expected.status, reasonCode, building: expected.building }, expected.address)
      if (expected.status === 'failed') continue
      const document = byAddress.get(expected.address)
      for (const field of ['sysName', 'vendor', 'model', 'osVersion', 'serialNumber', 'kind']) {
        t.equal(document?.[field], expected[field], `${expected.address} ${field}`)
      }
      const { interfaces, neighbours } = document as { interfaces: unknown[]; neighbours: Record<string, unknown>[] }
      if (expected.status === 'answered')
        t.equal(interfaces.length, expected['interfaces'], `${expected.address} interfaces`)
      t.strictSame(
        new Set(
          neighbours.map(({ localPort, localIfIndex, remoteSysName }) =>
            JSON.stringify([localPort, localIfIndex, remoteSysName]),
          ),
        ),
        new Set(
          (expected['neighbours'] as Record<string, unknown>[]).map(({ localPort, localIfIndex, remoteSysName }) =>
            JSON.stringify([localPort, localIfIndex, remoteSysName]),
          ),
        ),
        `${expected.address} neighbours`,
      )
    }
  })

  const hand = await samples<{
    year: string
    gaps: Record<string, unknown>[]
    shortfalls: Record<string, unknown>[]
    allocation: { school: string; amountCents: number }[]
    envelopeCents: number
  }>('calcul.json')

  await t.test('gaps agree with the hand calculation', async (t) => {
    const gaps = await asked('gaps')
    t.equal(gaps.length, 15)
    for (const row of hand.gaps) {
      const gap = gaps.find(({ building }) => building === row['building'])
      t.match(gap, { level: row['level'], bottleneck: row['bottleneck'], pupils: row['pupils'], schoolYear: hand.year })
      t.equal(gap?.['demandDownBps'], row['demandDownBps'], `${row['building']} demand`)
      const share = gap?.['shareDownBps']
      t.equal(typeof share === 'number' ? Math.round(share) : null, row['shareDownBps'], `${row['building']} share`)
      const ratio = gap?.['ratio']
      t.equal(typeof ratio === 'number' ? Number(ratio.toFixed(6)) : null, row['ratio'], `${row['building']} ratio`)
    }
  })

  await t.test('shortfalls agree with the hand calculation', async (t) => {
    const shortfalls = await asked('shortfalls')
    for (const row of hand.shortfalls) {
      const found = shortfalls.find(({ school, category }) => school === row['school'] && category === row['category'])
      t.match(found, row, `${row['school']} ${row['category']}`)
    }
    t.equal(shortfalls.length, hand.shortfalls.length)
  })

  await t.test('the allocation agrees with the hand calculation and sums to the cent', async (t) => {
    const rows = await asked('allocate', '--envelope', String(hand.envelopeCents / 100))
    t.strictSame(
      rows.map(({ school, amountCents }) => ({ school, amountCents })),
      hand.allocation.map(({ school, amountCents }) => ({ school, amountCents })),
    )
    t.equal(
      rows.reduce((sum, { amountCents }) => sum + Number(amountCents), 0),
      hand.envelopeCents,
    )
    const csv = await readFile(join(folder, 'cartable-demo', 'repartition.csv'), 'utf8')
    const written = parse(csv, { columns: true }) as Record<string, string>[]
    t.equal(
      written.reduce((sum, row) => sum + Number(row['amount_cents']), 0),
      hand.envelopeCents,
    )
  })

  await t.test('floors that exceed the envelope are told once, beside the reason of each amount', async (t) => {
    // Ten schools whose pupils are known, with a floor of 5,000 $ each.
    const { err } = await cartable(['--config', config, 'allocate', '--envelope', '40000'], { cwd: folder })
    t.match(err, 'Les montants fixes (50\u00a0000,00\u00a0$ en tout) dépassent les 40\u00a0000,00\u00a0$ à répartir')
    t.equal(err.split('dépassent').length, 2)
    const enough = await cartable(['--config', config, 'allocate', '--envelope', '50000'], { cwd: folder })
    t.notMatch(enough.err, /dépassent/)
  })

  await t.test('a year without enrolment is refused with those that there are', async (t) => {
    for (const args of [['gaps'], ['shortfalls'], ['allocate', '--envelope', '10'], ['map', '--out', 'nowhere']]) {
      const { code, err, out } = await cartable(['--config', config, ...args, '--year', '2001-2002'], { cwd: folder })
      t.equal(code, 1, args.join(' '))
      t.equal(out, '')
      t.match(err, /l'année scolaire 2001-2002\nAnnées connues\u00a0: 2021-2022, 2022-2023\. /, args.join(' '))
    }
  })

  await t.test('every list gives an array of objects, and a table that fits 80 columns', async (t) => {
    const nouns = [
      'boards',
      'schools',
      'buildings',
      'devices',
      'interfaces',
      'neighbours',
      'components',
      'wan-links',
      'equipment',
      'fleet',
      'scans',
    ]
    for (const noun of nouns) {
      const rows = await asked('list', noun)
      t.ok(Array.isArray(rows) && rows.length > 0 && rows.every((row) => typeof row === 'object'), noun)
      const { out } = await cartable(['--config', config, 'list', noun, '--lang', 'en'], { cwd: folder })
      const widest = Math.max(...out.split('\n').map((line) => line.length))
      t.ok(widest <= 80, `${noun}: ${widest} columns`)
      t.notMatch(out, /undefined|\[object/, noun)
    }
  })

  await t.test('what was imported can be shown, with its source, and found again in French and English', async (t) => {
    const building = await cartable(['--config', config, 'montrer', '798105'], { cwd: folder })
    t.match(building.out, /FAO-05[\s\S]*critique|critique[\s\S]*FAO-05/)
    t.match(building.out, /ecoles\.csv, ligne \d+/)
    const device = await cartable(['--config', config, '--lang', 'en', 'show', 'SG10FAO101'], { cwd: folder })
    t.match(device.out, /Device: eiders-sw1 127\.98\.1\.1/)
    t.match(device.out, /entPhysicalSerialNum/)
    t.match(device.out, 'Vendor: HPE Aruba (from profile aruba-cx)')
    const french = await cartable(['--config', config, 'show', 'SG10FAO101'], { cwd: folder })
    t.match(french.out, "Fabricant\u00a0: HPE Aruba (d'après le profil aruba-cx)")
    // 188 pupils, a floor of 10 devices and one for 5 pupils: 47.6, so 48; 24 in service.
    const school = await cartable(['--config', config, 'montrer', '798001'], { cwd: folder })
    t.match(school.out, /798101 Cap-aux-Eiders\u00a0: juste/)
    t.match(school.out, /Flotte d'appareils\u00a0: Cible de 48 .* il en manque 24\./)
    const record = JSON.parse((await cartable(['--config', config, 'show', '798001', '--json'])).out) as object
    t.match(record, {
      buildings: [{ building: '798101', level: 'tight' }],
      shortfalls: [
        { category: 'robotique' },
        { category: 'laboratoire-creatif' },
        { category: 'flotte', shortfall: 24 },
      ],
    })
    const none = await cartable(['--config', config, 'show', 'nowhere'], { cwd: folder })
    t.equal(none.code, 1)
  })

  await t.test('the command that it ends with works as typed', async (t) => {
    const [, line = ''] = /^Pour regarder de plus près\u00a0: (.*)$/m.exec(demo.err) ?? []
    t.match(line, /^node \S+\/cartable\.js --config cartable-demo\/cartable\.yaml lister devices$/)
    const ran = await run('sh', ['-c', line], { cwd: folder })
    t.equal(ran.code, 0, ran.err)
    t.match(ran.out, /127\.98\.1\.1/)
    const start = { cwd: folder, env: { PATH: '/usr/local/bin' }, script: '/usr/local/bin/cartable' }
    const quoted = typedCommand(start, ["l'école"]).replace('cartable', 'printf %s')
    t.equal((await run('sh', ['-c', quoted])).out, "l'école")
  })

  await t.test('the lab is gone: a second scan says who no longer answers, and keeps what is known', async (t) => {
    const { code, out, err } = await cartable(
      ['--config', config, 'scan', '--targets', '127.98.1.1', '--no-ping', '--json'],
      { cwd: folder },
    )
    t.equal(code, 3, err)
    t.match(JSON.parse(out), {
      addresses: 1,
      answered: 0,
      failed: 1,
      devicesMissing: 1,
      byReason: { 'port-closed': 1 },
    })
    const [document] = (await asked('list', 'devices')).filter(
      ({ managementAddress }) => managementAddress === '127.98.1.1',
    )
    t.match(document, { status: 'failed', reasonCode: 'port-closed', serialNumber: 'SG10FAO101' })
  })

  await t.test('the access secrets are in no output, no database and no export', async (t) => {
    const secrets = ['outardes-lecture', 'marees-d-equinoxe', 'brume-du-matin']
    const { out } = await cartable(['--config', config, 'export', 'devices'], { cwd: folder })
    const files = [
      'cartable.db',
      'cartable.yaml',
      'carte/carte.html',
      'carte/buildings.geojson',
      'ecarts.csv',
      'manques.csv',
    ]
    const texts = await Promise.all(files.map((file) => readFile(join(folder, 'cartable-demo', file), 'latin1')))
    for (const secret of secrets) {
      for (const text of [out, demo.out, demo.err, ...texts]) t.notOk(text.includes(secret))
    }
  })
})

t.test('the same files again change nothing', async (t) => {
  const folder = await folderFor(t, 'file')
  const config = join(folder, 'c.yaml')
  const { writeFile } = await import('node:fs/promises')
  await writeFile(config, 'database: ./a.db\n')
  const file = shipped('data', 'samples', 'ecoles.csv')
  const take = async (): Promise<Record<string, unknown>> => {
    const { out, err } = await cartable(['--config', config, 'import', 'schools', file, '--json'])
    t.equal(err, '')
    return JSON.parse(out) as Record<string, unknown>
  }
  t.match(await take(), { outcome: 'taken', rows: 16 })
  const before = await readFile(join(folder, 'a.db'))
  t.match(await take(), { outcome: 'unchanged', added: 0, changed: 0 })
  t.ok(before.equals(await readFile(join(folder, 'a.db'))), 'the database file is byte for byte the same')
})
