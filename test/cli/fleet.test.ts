import { parse } from 'csv-parse/sync'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { openStore, type Db } from '../../src/store/database.js'
import { cartable, databaseFor, folderFor, freePort, type Ran } from './run.js'

type Row = Readonly<Record<string, unknown>>

t.test('the demonstration’s fleet, against its lab', async (t) => {
  const folder = await folderFor(t)
  const demo = await cartable(['demo', '--port', String(await freePort())], { cwd: folder })
  t.equal(demo.code, 0, demo.err)
  const config = join(folder, 'cartable-demo', 'cartable.yaml')
  const asked = (...args: readonly string[]): Promise<Ran> => cartable(['--config', config, ...args], { cwd: folder })
  // The demonstration keeps to its own file; what follows works on the server, when tests are asked to.
  const { CARTABLE_DATABASE: server } = await databaseFor(['--config', config], folder)
  if (server !== undefined) {
    const copied = await cartable(['--config', config, 'db', 'copy', 'cartable-demo/cartable.db', server], {
      cwd: folder,
    })
    t.equal(copied.code, 0, copied.err)
  }
  const inDatabase = async (work: (db: Db) => Promise<void>): Promise<void> => {
    const store = await openStore(server ?? join(folder, 'cartable-demo', 'cartable.db'), { create: false })
    await work(store.db)
    await store.close()
  }
  const expected = parse(await readFile(shipped('data', 'samples', 'parc-attendu.csv'), 'utf8'), {
    columns: true,
  }) as Record<string, string>[]

  await t.test('each row is in the class, and at the address, that was written by hand', async (t) => {
    const { code, out } = await asked('audit', 'fleet', '--json')
    t.equal(code, 0)
    const findings = JSON.parse(out) as Row[]
    const rows = findings.filter(({ line }) => line !== null)
    t.equal(rows.length, expected.length)
    for (const { line = '', class: of, address = '', because } of expected) {
      const row = rows.find((each) => String(each['line']) === line)
      t.match(
        row,
        { class: of, managementAddress: address === '' ? null : address, file: 'parc.csv' },
        `${line}: ${because}`,
      )
      t.ok((row?.['reasons'] as unknown[]).length > 0, `${line} says why`)
    }
    // 56 devices read and two telephones heard; 17 of them told by rows, and phare-ap2 perhaps.
    const devices = findings.filter(({ line }) => line === null)
    t.equal(devices.length, 58 - 17)
    t.strictSame(
      devices.filter((each) => each['class'] !== 'unknown').map((each) => [each['class'], each['managementAddress']]),
      [['possible', '127.98.3.6']],
    )
    const addresses = devices.map((each) => each['managementAddress'])
    t.ok(addresses.includes('127.98.13.14'), 'a telephone that nobody has in the inventory')
  })

  await t.test('the evidence names the object, the interface, the port', async (t) => {
    const { out } = await asked('audit', 'fleet', '--class', 'all', '--format', 'csv', '--lang', 'en')
    const rows = parse(out, { columns: true }) as Record<string, string>[]
    const why = (line: number): string => rows.find((each) => each['line'] === String(line))?.['reasons'] ?? ''
    t.match(why(2), 'serial "SG10FAO101" = entPhysicalSerialNum.1 of 127.98.1.1 (eiders-sw1); building 798101')
    t.match(why(5), 'serial "SG30FAO1304" = entPhysicalSerialNum.201001 (chassis) of 127.98.13.3 (adm-coeur)')
    t.match(why(6), 'MAC 02:62:06:02:00:02 = interface eth0 of 127.98.6.2 (ruisseau-ap1)')
    t.match(why(7), 'MAC 02:98:03:0e:00:01 heard by LLDP on port Gi1/0/10 of 127.98.3.1 (phare-sw1)')
    t.match(why(8), "building 798101, which is not school 798003's (798103)")
    t.match(why(10), '"retired" in the inventory')
    t.match(why(13), 'same serial as parc.csv:2')
    t.match(why(26), 'but MAC 02:62:03:06:00:03 is that of 127.98.3.6 (phare-ap2)')
    t.ok(
      rows.every((each) => (each['reasons'] ?? '').length > 20),
      'every line says why',
    )
    t.notMatch(out, /undefined|\[object|NaN/)
  })

  await t.test('the summary comes first, adds up, and fits 80 columns in both languages', async (t) => {
    const french = await asked('verifier', 'flotte')
    t.equal(french.code, 0)
    t.match(
      french.out,
      'Le compte est juste\u00a0:\n  29 lignes = 13 + 4 + 2 + 3 + 2 + 3 + 2\n  58 appareils = 17 + 1 + 40\n',
    )
    t.match(french.err, /--class not-seen\n$/)
    t.match(french.err, '3 adresses répondent sans')
    const english = await asked('audit', 'fleet', '--lang', 'en', '--days', '1')
    t.match(english.out, 'It adds up:\n  29 rows = 13 + 4 + 2 + 3 + 2 + 3 + 2\n  58 devices = 17 + 1 + 40\n')
    for (const { out } of [french, english, await asked('audit', 'fleet', '--class', 'all')])
      for (const line of out.split('\n')) t.ok(line.length <= 80, line)
  })

  await t.test('a class, or a school, is listed alone; a file holds everything', async (t) => {
    const classes = async (...args: readonly string[]): Promise<unknown[]> =>
      (JSON.parse((await asked('audit', 'fleet', '--json', ...args)).out) as Row[]).map((row) => row['class'])
    t.strictSame(await classes('--class', 'elsewhere,alive'), ['elsewhere', 'elsewhere', 'alive', 'alive', 'alive'])
    t.strictSame(await classes('--school', '798010', '--class', 'alive, elsewhere'), ['elsewhere', 'alive'])
    const { err } = await asked('audit', 'fleet', '--school', '798010', '--out', 'parc-audit.csv')
    t.match(err, /\n {2}2 lignes = 1 \+ 1\n {2}2 appareils = 1 \+ 1\n/)
    const csv = parse(await readFile(join(folder, 'parc-audit.csv'), 'utf8'), { columns: true }) as Row[]
    t.strictSame(
      csv.map((row) => [row['class'], row['management_address']]),
      [
        ['elsewhere', '127.98.9.2'],
        ['alive', '127.98.10.2'],
        ['unknown', '127.98.10.1'],
      ],
    )
  })

  await t.test('a slip is told with what would do, in the language asked for', async (t) => {
    for (const [args, message] of [
      [['audit', 'fleet', '--class', 'lost'], /« lost » n'existe pas\nClasses\u00a0: seen, not-seen, elsewhere, /],
      [['audit', 'fleet', '--days', '0'], /« 0 » n'est pas un nombre de jours/],
      [['audit', 'fleet', '--days', '1.5', '--lang', 'en'], /"1.5" is not a number of days/],
      [['audit', 'parc'], /fleet, flotte/],
    ] as const) {
      const { code, err, out } = await asked(...args)
      t.equal(code, 2, args.join(' '))
      t.match(err.replaceAll('«\u00a0', '« ').replaceAll('\u00a0»', ' »'), message)
      t.equal(out, '')
    }
    const { code, err } = await asked('audit', 'fleet', '--school', '123456', '--lang', 'en')
    t.equal(code, 1)
    t.match(err, /Nothing is known of school "123456"/)
  })

  await t.test('hostile cells are inert in a spreadsheet and in a terminal', async (t) => {
    const file = join(folder, 'hostile.csv')
    await writeFile(
      file,
      'serial,name,school\n=HYPERLINK("http://x"),\u001b[31mrouge\u202e,798012\n'.replace(
        '=HYPERLINK("http://x")',
        '"=HYPERLINK(""http://x"")"',
      ),
    )
    t.equal((await asked('import', 'fleet', file)).code, 0)
    const { out } = await asked('audit', 'fleet', '--school', '798012', '--class', 'not-seen', '--format', 'csv')
    t.match(out, `,"'=HYPERLINK(""http://x"")",`.slice(1))
    for (const args of [
      ['audit', 'fleet', '--class', 'all'],
      ['list', 'fleet'],
    ]) {
      const table = (await asked(...args)).out
      t.match(table, 'rouge')
      t.notMatch(table, /[\u001b\u202e]/)
    }
  })

  await t.test('a building that a person gives to a device wins over its network', async (t) => {
    // The printer of line 8 is lent: its address is still of building 798101, and it stands in 798103.
    const said = { board: '798000', noun: 'device', why: 'prêt', who: 'essai', since: '2026-11-01T00:00:00Z' }
    await inDatabase(async (db) => {
      const idOf = async (address: string): Promise<string> => {
        const of = db.selectFrom('device').select('id').where('management_address', '=', address)
        return String((await of.executeTakeFirstOrThrow()).id)
      }
      const [lent, left] = [await idOf('127.98.1.4'), await idOf('127.98.13.5')]
      await db
        .insertInto('override')
        .values([
          { ...said, subject: lent, field: 'building', value: '798103', until: null, removed_by: null },
          { ...said, subject: left, field: 'ignore', value: 'true', until: null, removed_by: null },
        ])
        .execute()
    })
    const { out } = await asked('audit', 'fleet', '--class', 'all', '--json')
    const findings = JSON.parse(out) as Row[]
    t.match(
      findings.find(({ line }) => line === 8),
      { class: 'seen', building: '798103' },
    )
    t.match(JSON.stringify(findings.find(({ line }) => line === 8)), '"building-said"')
    t.match(
      findings.filter((each) => each['class'] === 'ignored'),
      [{ managementAddress: '127.98.13.5' }],
    )
  })

  await t.test('after 31 days without a scan, nothing is seen, and the audit says that nobody looked', async (t) => {
    const before = new Date(Date.now() - 31 * 86_400_000 - 60_000).toISOString()
    await inDatabase(async (db) => {
      await db.updateTable('device').set({ last_seen: before }).execute()
      await db.updateTable('scan').set({ started_at: before }).execute()
      await db.updateTable('neighbour').set({ since: before }).execute()
    })
    const { out, err } = await asked('audit', 'fleet', '--lang', 'en', '--json')
    const counts = (JSON.parse(out) as Row[]).reduce<Record<string, number>>(
      (all, row) => ({ ...all, [String(row['class'])]: (all[String(row['class'])] ?? 0) + 1 }),
      {},
    )
    t.notOk(counts['seen'] ?? counts['alive'] ?? counts['elsewhere'] ?? counts['unknown'])
    t.ok((counts['past'] ?? 0) > 30)
    t.match(err, /The last scan was on \d{4}-\d\d-\d\d/)
  })
})
