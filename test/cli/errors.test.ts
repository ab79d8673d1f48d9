import { createSocket } from 'node:dgram'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openSqlite } from '../../src/lib/sqlite.js'
import { shipped } from '../../src/lib/paths.js'
import { cartable, cartablePath, folderFor, freePort, run } from './run.js'

const schools = shipped('data', 'samples', 'ecoles.csv')
const enrolment = shipped('data', 'samples', 'effectif.csv')

/** One clear sentence, in the language asked for, with what to do, and no stack. */
function clear(t: Test, err: string): void {
  t.notMatch(err, /\n\s+at |node:internal|SQLITE_|ENOENT|EACCES/)
  t.ok(err.trim().split('\n').length <= 3, err)
}

t.test('a wrong configuration, flag, command or value is told in one sentence, with exit 1 or 2', async (t) => {
  const folder = await folderFor(t, 'file')
  const config = join(folder, 'cartable.yaml')
  await writeFile(config, 'networks:\n  - cidr: 10.0.0.0/8\n    batiment: x\n')
  const wrong = await cartable(['list', 'devices'], { cwd: folder })
  t.equal(wrong.code, 1)
  t.match(wrong.err, /cartable\.yaml:3:5\u00a0: clé inconnue «\u00a0networks\.0\.batiment\u00a0»/)
  clear(t, wrong.err)
  await writeFile(config, 'database: ./a.db\n')
  const cases: readonly (readonly [args: readonly string[], code: number, said: RegExp])[] = [
    [['--config', 'absent.yaml', 'list', 'devices'], 1, /Fichier de configuration introuvable.*absent\.yaml/],
    [['--lang', 'en', '--config', 'absent.yaml', 'list', 'devices'], 1, /Configuration file not found/],
    [
      ['list', 'teapots'],
      2,
      /«\u00a0teapots\u00a0» ne convient pas à <quoi>; valeurs permises\u00a0: access-points, boards, /,
    ],
    [['list', 'devices', '--format', 'pdf'], 2, /«\u00a0pdf\u00a0» ne convient pas à --format; .*: table, csv, json\n/],
    [['--lang', 'de', 'list', 'devices'], 2, /«\u00a0de\u00a0» ne convient pas à --lang; .*: fr, en\n/],
    [['list', 'devices', '--lang=de'], 2, /«\u00a0de\u00a0» ne convient pas à --lang; /],
    [['--lang=', 'list', 'devices'], 2, /L'option «\u00a0--lang <langue>\u00a0» demande une valeur/],
    [
      ['--lang=en', 'list', "the school's"],
      2,
      /Error: "the school's" does not fit <what>; allowed values: access-points, boards, /,
    ],
    [['lister'], 2, /Erreur\u00a0: Il manque l'argument <quoi>/],
    [['list', 'devices', 'twice'], 2, /Erreur\u00a0: Il y a plus d'arguments/],
    [['aide', 'theiere'], 2, /Erreur\u00a0: Commande inconnue\u00a0: theiere/],
    [['list', 'devices', '--jsn'], 2, /Option inconnue\u00a0: --jsn \(vouliez-vous dire --json/],
    [['scna'], 2, /Commande inconnue\u00a0: scna \(vouliez-vous dire scan/],
    [['list', 'devices', '--out'], 2, /demande une valeur/],
    [['allocate'], 1, /Aucun fichier de règles d'équipement n'est donné/],
    [['allocate', '--envelope', '12,345'], 2, /n'est pas un montant/],
    [['gaps', '--year', '2022-2024'], 2, /n'est pas une année scolaire/],
    [['map', '--format', 'pdf'], 2, /La forme de carte «\u00a0pdf\u00a0» n'existe pas/],
    [['scan', '--targets', '10.0.0.0/8'], 1, /Aucun accès SNMP/],
    [['import', 'schools', 'absent.csv'], 1, /absent\.csv/],
    [['list', 'devices'], 1, /La base de données .*a\.db n'existe pas encore/],
    [['show', 'x'], 1, /n'existe pas encore/],
  ]
  for (const [args, code, said] of cases) {
    const ran = await cartable(args, { cwd: folder })
    t.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`)
    t.match(ran.err, said, args.join(' '))
    t.equal(ran.out, '', 'nothing is printed as a result')
    clear(t, ran.err)
  }
  await t.rejects(stat(join(folder, 'a.db')), { code: 'ENOENT' }, 'no command that reads made a database')
})

t.test('help is in the language asked for, and both names of a command work', async (t) => {
  const folder = await folderFor(t)
  const french = await cartable(['--help'], { cwd: folder })
  t.equal(french.code, 0)
  t.match(
    french.out,
    /Utilisation\u00a0: cartable \[options\] \[commande\]\n[\s\S]*Commandes\u00a0:[\s\S]*balayer\|scan/,
  )
  const english = await cartable(['--help', '--lang', 'en'], { cwd: folder })
  t.match(english.out, /Usage: cartable \[options\] \[command\]\n[\s\S]*Commands:[\s\S]*scan\|balayer/)
  const same = [await cartable(['scan', '--help']), await cartable(['balayer', '--help'])].map(({ out }) => out)
  t.equal(same[0], same[1])
  t.match(same[0], /Exemple\u00a0:\n {2}cartable balayer --targets/)
  const asked = [
    ['aide', 'lister'],
    ['help', 'list'],
    ['lister', '--help'],
  ]
  for (const language of ['fr', 'en']) {
    const [first, ...others] = await Promise.all(asked.map((args) => cartable([...args, '--lang', language])))
    for (const ran of others) t.strictSame(ran, first)
    t.equal(first?.code, 0)
    t.equal((await cartable(['aide', '--lang', language])).out, (await cartable(['help', '--lang', language])).out)
  }
})

t.test('help names every value and default, and none of its words is left in the other language', async (t) => {
  const under = async (path: readonly string[], aliases: readonly string[]): Promise<[string[], string[]][]> => {
    const { out } = await cartable([...path, '--help', '--lang', 'en'])
    const found = [...out.matchAll(/^ {2}([\w-]+)\|([\w-]+)/gm)].map(
      ([, name = '', alias = '']): [string[], string[]] => [
        [...path, name],
        [...aliases, alias],
      ],
    )
    return [...found, ...(await Promise.all(found.map(([names, others]) => under(names, others)))).flat()]
  }
  const commands = await under([], [])
  t.ok(commands.length >= 19)
  t.ok(commands.some(([path]) => path.join(' ') === 'db copy'))
  const helps = async (language: string): Promise<string[]> =>
    Promise.all(commands.map(async ([path]) => (await cartable([...path, '--help', '--lang', language])).out))
  const [french, english] = [await helps('fr'), await helps('en')]
  for (const [i, [names, aliases]] of commands.entries()) {
    const [name, alias] = [names.join(' '), aliases.join(' ')]
    t.notMatch(
      french[i],
      /Usage|Options:|Arguments:|Example|display|choices|default\b|values?:|<(?:file|folder|list|number|year|what|kind|thing|standard|form)>/,
    )
    t.match(french[i], `cartable ${aliases.map((each, at) => `${each}|${names[at]}`).join(' ')} `)
    t.match(french[i], new RegExp(`Exemple\u00a0:\n  cartable ${alias}\\b`))
    t.notMatch(
      english[i],
      /Utilisation|Exemple|Arguments |valeurs?\b|défaut|<(?:fichier|dossier|liste|numéro|année|quoi|nature|chose|normes?|formes?|noms|niveaux|ordres|mètres)>/,
    )
    t.match(english[i], new RegExp(`Example:\n  cartable ${name}\\b`))
    for (const line of `${french[i]}${english[i]}`.split('\n')) t.ok(line.length <= 80, line)
  }
  const told = (language: string[], name: string): string =>
    (language[commands.findIndex(([path]) => path.join(' ') === name)] ?? '').replace(/\s+/g, ' ')
  t.match(told(french, 'gaps'), '(valeurs : table, csv, json; par défaut : table, ou csv avec --out)')
  t.match(
    told(english, 'gaps'),
    /--profile <standards> .* \(values: setda-2023, .*, giga; default: the configuration's\)/,
  )
  t.match(told(french, 'map'), /--format <liste> .*valeurs : csv, geojson, .*; par défaut : geojson,html\)/)
  t.match(told(french, 'map'), '--out <dossier> dossier où écrire (par défaut : carte)')
  t.match(told(english, 'map'), '--out <folder> folder to write to (default: map)')
  t.match(told(french, 'demo'), '(par défaut : 16161)')
})

t.test('what is no database, a locked one, and a damaged one are told apart; nothing is lost', async (t) => {
  const folder = await folderFor(t, 'file')
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./a.db\n')
  t.equal((await cartable(['import', 'schools', schools], { cwd: folder })).code, 0)

  const holder = await openSqlite(join(folder, 'a.db'), 'write')
  await holder.exec('begin exclusive')
  const locked = await cartable(['import', 'enrolment', enrolment], { cwd: folder })
  t.equal(locked.code, 1)
  t.match(locked.err, /est occupée par un autre programme/)
  clear(t, locked.err)
  await holder.exec('rollback')
  await holder.close()

  const good = await readFile(join(folder, 'a.db'))
  await writeFile(
    join(folder, 'a.db'),
    Buffer.concat([Buffer.from('This is a letter to the board. '.repeat(200)), good]),
  )
  const letter = await cartable(['list', 'schools'], { cwd: folder })
  t.equal(letter.code, 1)
  t.match(letter.err, /n'est pas une base de données lisible/)
  clear(t, letter.err)

  const damaged = Buffer.from(good)
  damaged.fill(0xa5, 4096, good.length)
  await writeFile(join(folder, 'a.db'), damaged)
  const broken = await cartable(['list', 'schools'], { cwd: folder })
  t.equal(broken.code, 1)
  t.match(broken.err, /n'est pas une base de données lisible/)
  clear(t, broken.err)
  t.ok(damaged.equals(await readFile(join(folder, 'a.db'))), 'a damaged file is left as it is')

  await writeFile(join(folder, 'a.db'), good)
  t.equal((await cartable(['list', 'schools'], { cwd: folder })).code, 0)
})

t.test(
  'a file with problems is refused whole, each problem with its line; --accept-partial takes the rest',
  async (t) => {
    const folder = await folderFor(t)
    await writeFile(join(folder, 'cartable.yaml'), 'database: ./a.db\n')
    await cartable(['import', 'schools', schools], { cwd: folder })
    await writeFile(
      join(folder, 'effectif.csv'),
      'school,school_year,sector,pupils\n798001,2022-2023,youth,188\n798002,2022-2023,youth,many\n798999,2022-2023,youth,3\n',
    )
    const refused = await cartable(['import', 'enrolment', 'effectif.csv'], { cwd: folder })
    t.equal(refused.code, 1)
    t.match(refused.err, /effectif\.csv:3: pupils: /)
    t.match(refused.err, /effectif\.csv:4: school: .*798999/)
    const none = await cartable(['list', 'schools', '--json'], { cwd: folder })
    t.ok(
      (JSON.parse(none.out) as { pupils: unknown }[]).every(({ pupils }) => pupils === null),
      'nothing was written',
    )
    const dry = await cartable(['import', 'enrolment', 'effectif.csv', '--accept-partial', '--dry-run', '--json'], {
      cwd: folder,
    })
    t.match(JSON.parse(dry.out), { outcome: 'dry-run', rows: 1, refusedRows: 2 })
    const partly = await cartable(['import', 'enrolment', 'effectif.csv', '--accept-partial', '--json'], {
      cwd: folder,
    })
    t.equal(partly.code, 3)
    t.match(JSON.parse(partly.out), { outcome: 'partly-taken', rows: 1, refusedRows: 2 })
    const some = JSON.parse((await cartable(['list', 'schools', '--json'], { cwd: folder })).out) as {
      code: string
      pupils: unknown
    }[]
    t.strictSame(
      some.filter(({ pupils }) => pupils !== null),
      some.filter(({ code }) => code === '798001'),
    )
  },
)

t.test('a port in use, and ping without its right, say what to do', async (t) => {
  const folder = await folderFor(t)
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, '127.98.1.1', resolve))
  t.teardown(() => socket.close())
  const { port } = socket.address()
  const used = await cartable(['demo', '--port', String(port)], { cwd: folder })
  t.equal(used.code, 1)
  t.match(used.err, /port .* déjà pris/)
  clear(t, used.err)

  await writeFile(
    join(folder, 'cartable.yaml'),
    'database: ./a.db\ncredentials:\n  - { name: a, version: 2c, community: { env: C } }\n',
  )
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const noPing = await cartable(['scan', '--targets', '127.0.0.1'], { cwd: folder, env: { PATH: bin, C: 'x' } })
  t.equal(noPing.code, 1)
  t.match(noPing.err, /Le ping ne peut pas servir[\s\S]*--no-ping/)
  clear(t, noPing.err)
  await writeFile(
    join(bin, 'ping'),
    '#!/bin/sh\necho "ping: socktype: SOCK_RAW" >&2\necho "ping: socket: Operation not permitted" >&2\nexit 2\n',
  )
  await chmod(join(bin, 'ping'), 0o755)
  // What fping exits with where it has no right either.
  await writeFile(join(bin, 'fping'), '#!/bin/sh\nexit 4\n', { mode: 0o755 })
  const noRight = await cartable(['scan', '--targets', '127.0.0.1'], {
    cwd: folder,
    env: { PATH: `${bin}:/usr/bin:/bin`, C: 'x' },
  })
  t.equal(noRight.code, 1)
  t.match(noRight.err, /Le ping ne peut pas servir[\s\S]*Operation not permitted[\s\S]*setcap/)
})

t.test('a secret that is missing, or that others can read, stops the scan before it begins', async (t) => {
  const folder = await folderFor(t)
  await writeFile(
    join(folder, 'cartable.yaml'),
    'database: ./a.db\ncredentials:\n  - { name: a, version: 2c, community: { file: ./key } }\n',
  )
  await writeFile(join(folder, 'key'), 'hunter2\n', { mode: 0o644 })
  const open = await cartable(['scan', '--targets', '127.0.0.1', '--no-ping'], { cwd: folder })
  t.equal(open.code, 1)
  t.match(open.err, /lisible par d'autres[\s\S]*chmod 600/)
  t.notMatch(open.err, /hunter2/)
})

const namespaces = await run('unshare', ['--user', '--map-root-user', '--mount', 'true'])

t.test(
  'a full disk is told in one sentence, and what was saved before is intact',
  { skip: namespaces.code === 0 ? false : 'namespaces are not allowed here' },
  async (t) => {
    const folder = await folderFor(t)
    await writeFile(join(folder, 'cartable.yaml'), 'database: ./disk/a.db\n')
    await mkdir(join(folder, 'disk'))
    const rows = ['798001', '798002', '798003'].flatMap((school) =>
      Array.from({ length: 8000 }, (_, i) => `${school},${1000 + i}-${1001 + i},youth,${i % 900}`),
    )
    await writeFile(join(folder, 'big.csv'), `school,school_year,sector,pupils\n${rows.join('\n')}\n`)
    const node = `'${process.execPath}' '${cartablePath}' --config '${folder}/cartable.yaml'`
    const script = `mount -t tmpfs -o size=1300k tmpfs '${folder}/disk' &&
      ${node} import schools '${schools}' && ${node} import enrolment '${folder}/big.csv'; echo "exit $?";
      ${node} list schools --json | grep -c '"code"'`
    const full = await run('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script])
    t.match(full.out, /exit 1\n12\n/, full.err)
    t.match(full.err, /Plus de place sur le disque/)
    t.notMatch(full.err, /\n\s+at |SQLITE_/)
  },
)

t.test('a demonstration never writes over what is not a demonstration', async (t) => {
  const folder = await folderFor(t, 'file')
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./cartable.db\n')
  await cartable(['import', 'schools', schools], { cwd: folder })
  const before = await readFile(join(folder, 'cartable.db'))
  const refused = await cartable(['demo', '--out', '.', '--port', String(await freePort())], { cwd: folder })
  t.equal(refused.code, 1)
  t.match(refused.err, /ne vient pas d'une démonstration/)
  t.ok(before.equals(await readFile(join(folder, 'cartable.db'))))
})

t.test('a dry run makes no database', async (t) => {
  const folder = await folderFor(t, 'file')
  await writeFile(
    join(folder, 'cartable.yaml'),
    'database: ./a.db\ncredentials:\n  - { name: lecture, version: 2c, community: { env: C } }\n',
  )
  const tried = await cartable(['import', 'schools', schools, '--dry-run', '--json'], { cwd: folder })
  t.match(JSON.parse(tried.out), { outcome: 'dry-run', rows: 16, added: 44 })
  const scan = await cartable(['scan', '--targets', '10.0.0.0/24', '--dry-run'], { cwd: folder, env: { C: 'x' } })
  t.equal(scan.code, 0)
  t.match(scan.err, /254.*lecture/)
  await t.rejects(stat(join(folder, 'a.db')), { code: 'ENOENT' })
})

t.test('a row that names something unknown leaves what was known of it as it was', async (t) => {
  const folder = await folderFor(t)
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./a.db\n')
  const links = (b: string): string =>
    `id,a,b,medium,capacity_down_mbps,capacity_up_mbps,status,role\nL1,798101,${b},fibre,100,100,operational,primary\nL2,798102,798113,fibre,50,50,operational,primary\n`
  await cartable(['import', 'schools', schools], { cwd: folder })
  await writeFile(join(folder, 'good.csv'), links('798113'))
  await writeFile(join(folder, 'bad.csv'), links('NOPOP').replace(',50,50,', ',60,60,'))
  await cartable(['import', 'wan-links', 'good.csv'], { cwd: folder })
  const bad = await cartable(['import', 'wan-links', 'bad.csv', '--accept-partial', '--json'], { cwd: folder })
  t.match(JSON.parse(bad.out), { outcome: 'partly-taken', rows: 1, refusedRows: 1, added: 0, changed: 1 })
  const { out } = await cartable(['list', 'wan-links', '--json'], { cwd: folder })
  t.match(JSON.parse(out), [
    { id: 'L1', b: '798113' },
    { id: 'L2', capacityDownBps: 60_000_000 },
  ])
  const worse = await cartable(['import', 'wan-links', 'bad.csv', '--accept-partial', '--json'], { cwd: folder })
  t.match(JSON.parse(worse.out), { outcome: 'unchanged', added: 0, changed: 0 })
})

t.test('a file taken in part withdraws nothing', async (t) => {
  const folder = await folderFor(t)
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./a.db\n')
  await cartable(['import', 'schools', schools], { cwd: folder })
  await writeFile(join(folder, 'one.csv'), 'school,building,share\n798004,798104,0.6\n798004,798105,0.4\n')
  await writeFile(join(folder, 'two.csv'), 'school,building,share\n798004,798104,0.7\n798004,798999,0.3\n')
  await cartable(['import', 'shares', 'one.csv'], { cwd: folder })
  const partly = await cartable(['import', 'shares', 'two.csv', '--accept-partial', '--json'], { cwd: folder })
  t.match(JSON.parse(partly.out), { outcome: 'partly-taken', rows: 1, refusedRows: 1, changed: 1, removed: 0 })
  const school = JSON.parse((await cartable(['show', '798004', '--json'], { cwd: folder })).out) as {
    buildings: object[]
  }
  t.match(school.buildings, [
    { building: '798104', share: 0.7 },
    { building: '798105', share: 0.4 },
  ])
})

t.test('a newer list of a school’s equipment replaces the one before, of that school alone', async (t) => {
  const folder = await folderFor(t)
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./a.db\n')
  await cartable(['import', 'schools', schools], { cwd: folder })
  const header = 'school,category,item,quantity,units_each,acquired_on,condition,cost'
  await writeFile(
    join(folder, 'one.csv'),
    `${header}\n798001,flotte,Chariot,1,20,2021-09-01,good,\n798001,flotte,Chariot,2,30,2021-09-01,good,\n798002,flotte,Chariot,1,24,2021-09-01,good,\n`,
  )
  await writeFile(join(folder, 'two.csv'), `${header}\n798001,flotte,Chariot,1,20,2021-09-01,broken,\n`)
  t.match(JSON.parse((await cartable(['import', 'equipment', 'one.csv', '--json'], { cwd: folder })).out), { added: 3 })
  const second = await cartable(['import', 'equipment', 'two.csv', '--json'], { cwd: folder })
  t.match(JSON.parse(second.out), { outcome: 'taken', added: 1, removed: 2 })
  const lots = JSON.parse((await cartable(['list', 'equipment', '--json'], { cwd: folder })).out) as object[]
  t.match(lots, [
    { school: '798001', condition: 'broken', unitsEach: 20 },
    { school: '798002', condition: 'good' },
  ])
  t.equal(lots.length, 2)
})

t.test('a full disk leaves no half-written file', async (t) => {
  const folder = await folderFor(t, 'file')
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./a.db\n')
  await cartable(['import', 'schools', schools], { cwd: folder })
  const full = await cartable(['list', 'schools', '--out', '/dev/full'], { cwd: folder })
  t.equal(full.code, 1)
  t.match(full.err, /Plus de place sur le disque/)
  const piped = await run('sh', ['-c', `'${process.execPath}' '${cartablePath}' list schools --json > /dev/full`], {
    cwd: folder,
  })
  t.equal(piped.code, 1)
  t.match(piped.err, /Plus de place sur le disque/)
  clear(t, piped.err)
})
