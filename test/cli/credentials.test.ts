import { spawnSync } from 'node:child_process'
import { chmod, copyFile, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { startLab } from '../../collectors/lab/lab.js'
import { writeCheapVault } from './cheap-vault.js'
import { cartable, cartablePath, cartableProcess, folderFor, run, type Ran } from './run.js'

const CONFIG = `vault: { key: { file: ./acces.cle } }
credentials:
  - { name: v3, version: 3, user: inventaire, auth: { key: { vault: v3-auth } }, priv: { key: { vault: v3-priv } } }
  - { name: lecture, version: 2c, community: { vault: lecture } }
`

type Acces = (args: readonly string[], input?: string | Buffer, env?: NodeJS.ProcessEnv) => Promise<Ran>

/** A folder with a configuration, and the vault command in it; `piped` is a process, which is given its input in a pipe. */
async function vaultFor(
  t: Test,
  config = CONFIG,
): Promise<{ readonly folder: string; readonly acces: Acces; readonly piped: Acces }> {
  const folder = await folderFor(t)
  await writeFile(join(folder, 'cartable.yaml'), config)
  const commandOf =
    (start: typeof cartable): Acces =>
    (args, input, env) =>
      start(['acces', ...args], { cwd: folder, ...(env && { env }), ...(input !== undefined && { input }) })
  return { folder, acces: commandOf(cartable), piped: commandOf(cartableProcess) }
}

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

t.test(
  'a first secret makes the vault and its key, for the owner alone, and shows the lines that use it',
  async (t) => {
    const { folder, acces, piped } = await vaultFor(t, 'vault: { key: { file: ./acces.cle } }\n')
    const dry = await acces(['ajouter', 'lecture', '--dry-run'])
    t.equal(dry.code, 0)
    t.match(dry.err, /serait demandé.*qui serait créé\. Rien n'a été écrit/)
    t.strictSame(await readdir(folder), ['cartable.yaml'])

    const added = await piped(['ajouter', 'lecture', '--networks', '10.20.9.0/24'], 'outardes-lecture\n')
    t.equal(added.code, 0, added.err)
    t.match(added.err, /Coffre créé[\s\S]*Clé du coffre créée au hasard[\s\S]*mis au coffre/)
    t.equal(await modeOf(join(folder, 'acces.coffre')), 0o600)
    t.equal(await modeOf(join(folder, 'acces.cle')), 0o600)
    t.match(added.out, 'community: { vault: lecture }')
    t.notMatch(added.out + added.err, /outardes/)

    // The lines are YAML that the program takes.
    await writeFile(join(folder, 'cartable.yaml'), `vault: { key: { file: ./acces.cle } }\n${added.out}`)
    const listed = await acces(['lister', '--json'])
    t.match(JSON.parse(listed.out), [{ name: 'lecture', networks: ['10.20.9.0/24'], usedBy: ['lecture'] }])
    t.notMatch(listed.out + listed.err, /outardes/)
    const again = await acces(['add', 'lecture'], 'autre\n')
    t.equal(again.code, 1)
    t.match(again.err, /a déjà un secret «\u00a0lecture\u00a0»[\s\S]*acces renouveler lecture/)
  },
)

t.test('names, networks and what is piped are refused with what to do', async (t) => {
  const { folder, acces } = await vaultFor(t)
  const cases: readonly (readonly [args: readonly string[], input: string | Buffer, code: number, said: RegExp])[] = [
    [['ajouter', '../x'], 'a', 2, /ne peut pas être le nom d'un secret/],
    [['ajouter', 'x', 'secret-en-clair'], '', 2, /plus d'arguments/],
    [['ajouter', 'x', '--networks', '10.20.9.1/24'], 'a', 2, /--networks: .*est-ce 10\.20\.9\.0\/24/],
    [['ajouter', 'x', '--networks', ','], 'a', 2, /ne nomme aucun réseau/],
    [['ajouter', 'x'], '', 1, /Aucun secret n'est venu de l'entrée standard/],
    [['ajouter', 'x'], Buffer.from('marée-basse\n', 'latin1'), 1, /n'est pas du texte UTF-8 valide[\s\S]*iconv/],
    [['ajouter', 'x'], 'a\nb\n', 1, /n'est pas une seule ligne/],
    [['lister'], '', 1, /Il n'y a pas de coffre[\s\S]*acces ajouter <nom>/],
    [['renouveler'], '', 2, /Donnez le nom d'un secret, ou bien --key/],
    [['renouveler', 'x', '--key'], '', 2, /Donnez le nom d'un secret, ou bien --key/],
    [['renouveler', '--key-file', 'a', '--key-prompt'], '', 2, /s'excluent/],
    [['tester', 'sw1.example'], '', 2, /n'est pas une adresse/],
    [['ouvrir'], '', 2, /Commande inconnue\u00a0: ouvrir/],
  ]
  const runs = await Promise.all(cases.map(([args, input]) => acces(args, input)))
  for (const [i, [args, , code, said]] of cases.entries()) {
    const ran = runs[i] ?? { code: null, err: '' }
    t.equal(ran.code, code, `${args.join(' ')}: ${ran.err}`)
    t.match(ran.err, said, args.join(' '))
    t.notMatch(ran.err, /\n\s+at /)
  }
  t.strictSame(await readdir(folder), ['cartable.yaml'], 'nothing was made')
  const english = await cartable(['credentials', 'list', '--lang', 'en'], { cwd: folder })
  t.match(english.err, /There is no vault at .*[\s\S]*credentials add <name>/)
})

t.test('each way in which a vault does not open is told apart, in both languages', async (t) => {
  const { folder, acces } = await vaultFor(t)
  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  const [vault, key] = [join(folder, 'acces.coffre'), join(folder, 'acces.cle')]
  const good = await readFile(vault)
  const altered = Buffer.from(good)
  altered.writeUInt8(altered.readUInt8(200) ^ 1, 200)
  const greedy = Buffer.from(good)
  greedy.writeUInt8(30, 17)
  const files: readonly (readonly [bytes: Buffer, fr: RegExp, en: RegExp])[] = [
    [Buffer.from('une lettre\n'), /n'est pas un coffre de cartable/, /is not a vault of cartable/],
    [good.subarray(0, 300), /plus court qu'il ne le dit/, /shorter than it says/],
    [altered, /n'est pas la sienne, ou il est altéré/, /is not its own, or it was altered/],
    [greedy, /un en-tête que cartable n'écrit jamais/, /a header that cartable never writes/],
  ]
  for (const [bytes, fr, en] of files) {
    await writeFile(vault, bytes)
    t.match(await acces(['lister']), { code: 1, out: '', err: fr })
    t.match(await acces(['list', '--lang', 'en']), { code: 1, out: '', err: en })
    t.ok(bytes.equals(await readFile(vault)), 'the file is left as it was')
  }
  await writeFile(vault, good)
  for (const [path, said] of [
    [vault, /Le coffre .* est lisible par d'autres[\s\S]*chmod 600/],
    [key, /Le fichier de clé .* est lisible par d'autres[\s\S]*chmod 600/],
  ] as const) {
    for (const mode of [0o640, 0o604]) {
      await chmod(path, mode)
      t.match(await acces(['lister']), { code: 1, err: said }, `${path} ${mode.toString(8)}`)
    }
    await chmod(path, 0o600)
  }
  await rename(key, `${key}.ailleurs`)
  t.match(await acces(['lister']), { code: 1, err: /Le fichier de clé .* est absent ou vide/ })
  await writeFile(key, 'une tout autre clé\n', { mode: 0o600 })
  t.match(await acces(['lister']), { code: 1, err: /la clé de .*acces\.cle n'est pas la sienne, ou il est altéré/ })
  const elsewhere = { CARTABLE_VAULT_KEY_FILE: `${key}.ailleurs` }
  t.match(await acces(['lister'], '', elsewhere), { code: 0, out: /lecture/ }, 'the variable wins')
})

t.test('a key that systemd hands to the service is read, though its access list shows as group bits', async (t) => {
  const { folder, acces } = await vaultFor(t)
  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  const key = join(folder, 'acces.cle')
  await chmod(key, 0o440)
  t.equal((await acces(['lister'])).code, 1)
  t.equal((await acces(['lister'], '', { CREDENTIALS_DIRECTORY: folder })).code, 0)
  await chmod(key, 0o444)
  t.equal((await acces(['lister'], '', { CREDENTIALS_DIRECTORY: folder })).code, 1)
})

t.test(
  'removing and rotating keep the other secrets; what the configuration uses is not removed unawares',
  async (t) => {
    const { folder, acces } = await vaultFor(t)
    await writeCheapVault(folder, { lecture: 'outardes-lecture', 'v3-auth': 'marees-d-equinoxe', vieux: 'rien' })
    const used = await acces(['retirer', 'lecture'])
    t.match(used, { code: 1, err: /sert à la configuration\u00a0: lecture/ })
    t.match(await acces(['retirer', 'absent']), { code: 1, err: /n'a pas de secret/ })
    const before = await readFile(join(folder, 'acces.coffre'))
    t.match(await acces(['retirer', 'vieux', '--dry-run']), { code: 0, err: /serait retiré/ })
    t.match(await acces(['renouveler', 'vieux', '--dry-run']), { code: 0, err: /serait demandée/ })
    t.match(await acces(['renouveler', '--key', '--dry-run']), { code: 0, err: /3 secrets\) serait récrit/ })
    t.ok(before.equals(await readFile(join(folder, 'acces.coffre'))))
    t.equal((await acces(['retirer', 'vieux'])).code, 0)
    t.equal((await acces(['renouveler', 'lecture', '--networks', '10.0.0.0/8'], 'neuf-et-long')).code, 0)
    const rows = JSON.parse((await acces(['lister', '--json'])).out) as { addedAt: string; changedAt: string }[]
    t.match(rows, [
      { name: 'lecture', networks: ['10.0.0.0/8'] },
      { name: 'v3-auth', networks: null },
    ])
    t.ok((rows[0]?.changedAt ?? '') > (rows[0]?.addedAt ?? ''), 'the day of the change is another than the first')
    const table = await acces(['lister'])
    t.match(table.out, /Nom +Ajouté +Renouvelé +Réseaux +Utilisé par\nlecture .*10\.0\.0\.0\/8 +lecture\n/)
    t.match(table.err, /demande au coffre un secret «\u00a0v3-priv\u00a0» qu'il n'a pas/)
    for (const line of table.out.split('\n')) t.ok(line.length <= 80, line)
  },
)

t.test('a new key replaces the old one, and a rotation that stops midway leaves a vault that opens', async (t) => {
  const { folder, acces } = await vaultFor(t)
  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  const [vault, key] = [join(folder, 'acces.coffre'), join(folder, 'acces.cle')]
  const [oldVault, oldKey] = [await readFile(vault), await readFile(key, 'utf8')]
  t.equal((await acces(['renouveler', '--key'])).code, 0)
  const newKey = await readFile(key, 'utf8')
  t.not(newKey, oldKey)
  t.equal(await modeOf(key), 0o600)
  const [kept = '', ...others] = (await readdir(folder)).filter((name) => name.endsWith('.old'))
  t.strictSame(others, [])
  t.equal(await readFile(join(folder, kept), 'utf8'), oldKey, 'the old key is kept: another vault may have it')
  t.equal(await modeOf(join(folder, kept)), 0o600)
  t.strictSame(
    (await readdir(folder)).sort(),
    ['acces.cle', kept, 'acces.coffre', 'cartable.yaml'],
    'nothing else is left behind',
  )
  t.match(await acces(['lister']), { code: 0, out: /lecture/ })

  // Stopped after the vault was written and before its key took its name: it opens, and the next rotation goes on from there.
  await rename(key, `${key}.new`)
  await writeFile(key, oldKey, { mode: 0o600 })
  t.match(await acces(['lister']), { code: 0, out: /lecture/ })
  t.equal((await acces(['renouveler', '--key'])).code, 0)
  t.match(await acces(['lister']), { code: 0, out: /lecture/ })
  t.notOk((await readdir(folder)).includes('acces.cle.new'))

  // A copy from before opens with the old key only; a key that waits for a vault is in nobody's way.
  await writeFile(vault, oldVault)
  t.match(await acces(['lister']), { code: 1, err: /n'est pas la sienne/ })
  await writeFile(key, oldKey, { mode: 0o600 })
  await writeFile(`${key}.new`, 'une clé qui attend son coffre\n', { mode: 0o600 })
  t.match(await acces(['lister']), { code: 0, out: /lecture/ })

  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  await copyFile(key, join(folder, 'meme.cle'))
  const same = await acces(['renouveler', '--key-file', 'meme.cle'])
  t.match(same, { code: 1, err: /la même que l'ancienne/ })
  await writeFile(join(folder, 'courte.cle'), 'court\n', { mode: 0o600 })
  t.match(await acces(['renouveler', '--key-file', 'courte.cle']), { code: 1, err: /trop courte/ })
  const moved = await acces(['renouveler', '--key-file', 'neuve.cle'])
  t.match(moved, {
    code: 0,
    out: 'vault: { file: ./acces.coffre, key: { file: ./neuve.cle } }\n',
    err: /L'ancienne clé/,
  })
})

t.test('commands that change the vault at the same time lose nothing of each other', async (t) => {
  const { folder, acces, piped } = await vaultFor(t, 'vault: { key: { file: ./acces.cle } }\n')
  const names = ['a', 'b']
  const first = await Promise.all(names.map((name) => piped(['ajouter', name], `secret-${name}-long\n`)))
  for (const { code, err } of first) t.equal(code, 0, err)
  const listed = async (): Promise<string[]> =>
    (JSON.parse((await acces(['lister', '--json'])).out) as { name: string }[]).map(({ name }) => name)
  t.strictSame(await listed(), names, 'though each found no vault, and made it')

  await writeCheapVault(folder, { a: 'secret-a-long', b: 'secret-b-long' })
  const more = ['f', 'g', 'h']
  const [rotated, ...added] = await Promise.all([
    piped(['renouveler', '--key']),
    ...more.map((name) => piped(['ajouter', name], `secret-${name}-long\n`)),
  ])
  t.equal(rotated?.code, 0, rotated?.err)
  const kept = more.filter((_name, i) => added[i]?.code === 0)
  for (const { code, err } of added) if (code !== 0) t.match(err, /a changé de clé[\s\S]*Rien n'a été écrit/)
  t.strictSame(await listed(), [...names, ...kept], 'what was said to be added is there, the rest was said not to be')
  t.notOk(
    (await readdir(folder)).some((name) => name.includes('.lock')),
    'no lock is left',
  )

  // One that a killed command left is taken over; the number of a process that has ended is nobody's.
  const { pid = 0 } = spawnSync('true')
  await writeFile(join(folder, 'acces.coffre.lock'), `${pid} ${hostname()}\n`)
  t.equal((await acces(['ajouter', 'z'], 'secret-z-long\n')).code, 0)
  t.strictSame(await listed(), [...names, ...kept, 'z'])
})

t.test('a secret that is not UTF-8 is refused, wherever it is', async (t) => {
  const { folder, acces } = await vaultFor(
    t,
    'credentials: [{ name: a, version: 2c, community: { file: ./mdp } }, { name: b, version: 2c, community: { env: MDP } }]\n',
  )
  await writeFile(join(folder, 'mdp'), Buffer.from('marée-basse\n', 'latin1'), { mode: 0o600 })
  const [inFile] = JSON.parse((await acces(['tester', '--json'])).out) as object[]
  t.match(inFile, { status: 'no-secret', problem: { message: /mdp n'est pas du texte UTF-8 valide/, hint: /iconv/ } })
  await writeFile(join(folder, 'mdp'), 'marée-basse\n', { mode: 0o600 })
  const [good] = JSON.parse((await acces(['tester', '--json'])).out) as object[]
  t.match(good, { status: 'ready' })
  // A variable of another encoding can only be given by a shell.
  const line = `MDP=$(printf 'mar\\351e-basse') exec "$0" "$@"`
  const inVariable = await run('bash', ['-c', line, process.execPath, cartablePath, 'acces', 'tester', '--json'], {
    cwd: folder,
  })
  t.match((JSON.parse(inVariable.out) as object[])[1], {
    status: 'no-secret',
    problem: { message: /MDP n'est pas du texte UTF-8 valide/ },
  })
})

t.test('without a terminal and without a key file, the vault is not opened, and it is said why', async (t) => {
  const { folder } = await vaultFor(t)
  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  await writeFile(
    join(folder, 'cartable.yaml'),
    'database: ./a.db\ncredentials: [{ name: lecture, version: 2c, community: { vault: lecture } }]\n',
  )
  for (const args of [
    ['acces', 'lister'],
    ['balayer', '--targets', '127.0.0.1', '--no-ping'],
  ]) {
    const ran = await cartable(args, { cwd: folder })
    t.match(ran, {
      code: 1,
      err: /ne peut pas être demandée\u00a0: il n'y a pas de terminal[\s\S]*CARTABLE_VAULT_KEY_FILE/,
    })
  }
})

t.test('test tells a credential that works from a wrong key, an unknown user, silence and a scope', async (t) => {
  const lab = await startLab({ port: 0 })
  t.teardown(() => lab.close())
  const usm = (name: string, user: string, auth: string): string =>
    `  - { name: ${name}, version: 3, user: ${user}, auth: { key: { vault: ${auth} } }, priv: { key: { vault: priv } } }\n`
  const { folder, acces } = await vaultFor(
    t,
    `vault: { key: { file: ./acces.cle } }
scan: { port: ${lab.port}, timeoutMs: 1500, retries: 0 }
credentials:
${usm('bon', 'inventaire', 'auth')}${usm('cle', 'inventaire', 'faux')}${usm('inconnu', 'personne', 'auth')}${usm('vide', 'inventaire', 'absent')}  - { name: lecture, version: 2c, community: { vault: lecture } }
  - { name: ancienne, version: 2c, community: { vault: faux } }
  - { name: ailleurs, version: 2c, community: { vault: lecture }, networks: [10.0.0.0/8] }
  - { name: etroit, version: 2c, community: { vault: etroit }, networks: [127.0.0.0/8, 10.0.0.0/8] }
`,
  )
  const secrets = {
    auth: 'marees-d-equinoxe',
    priv: 'brume-du-matin',
    lecture: 'outardes-lecture',
    faux: 'rien-qui-vaille',
  }
  await writeCheapVault(folder, { ...secrets, etroit: 'outardes-lecture' }, { etroit: ['127.98.2.0/24'] })

  const tried = await acces(['tester', '127.98.1.1', '--json'])
  t.equal(tried.code, 0, tried.err)
  t.strictSame(
    (
      JSON.parse(tried.out) as {
        credential: string
        status: string
        reasonCode: string | null
        sysName: string | null
      }[]
    ).map(({ credential, status, reasonCode, sysName }) => [credential, status, reasonCode, sysName]),
    [
      ['bon', 'works', null, 'eiders-sw1'],
      ['cle', 'failed', 'v3-wrong-key', null],
      ['inconnu', 'failed', 'v3-unknown-user', null],
      ['vide', 'no-secret', null, null],
      ['lecture', 'works', null, 'eiders-sw1'],
      ['ancienne', 'failed', 'no-answer', null],
      ['ailleurs', 'out-of-scope', null, null],
      ['etroit', 'out-of-scope', null, null],
    ],
  )
  const read = await acces(['tester', '127.98.1.1'])
  t.match(read.out, /✓ bon +bon \(SNMPv3\)\u00a0: fonctionne; eiders-sw1 a répondu\n/)
  t.match(read.out, /✗ échec +cle \(SNMPv3\)\u00a0: SNMPv3\u00a0: mauvaise clé/)
  t.match(read.out, /– — +etroit \(SNMP v2c\)\u00a0: hors de portée, rien n'a été envoyé/)
  for (const line of read.out.split('\n')) t.ok(line.length <= 80 || !line.trim().includes(' '), line)

  const before = lab.requests
  const ready = await acces(['tester'])
  t.equal(ready.code, 1, 'one secret is missing')
  t.equal(lab.requests, before, 'without an address nothing is sent')
  const outside = await acces(['tester', '127.98.2.1', '--json'])
  t.match(
    (JSON.parse(outside.out) as { credential: string }[]).find(({ credential }) => credential === 'etroit'),
    { status: 'works', networks: ['127.98.2.0/24'] },
    'the vault narrows what the configuration allows',
  )
  await writeFile(
    join(folder, 'cartable.yaml'),
    `vault: { key: { file: ./acces.cle } }
scan: { port: ${lab.port}, timeoutMs: 300, retries: 0 }
credentials: [{ name: etroit, version: 2c, community: { vault: etroit } }]
`,
  )
  const asked = lab.requests
  const scan = await cartable(['balayer', '--targets', '127.98.1.1', '--no-ping', '--json'], { cwd: folder })
  t.match(JSON.parse(scan.out), { failed: 1, packetsSent: 0 }, 'a scan keeps to the scope too')
  t.equal(lab.requests, asked)
  const nobody = await acces(['tester', '127.0.0.1'], '', {})
  t.equal(nobody.code, 1, 'out of scope everywhere: nothing would be read')
})

t.test('the help of a group lists its commands, and the help of one is found by its two names', async (t) => {
  const folder = await folderFor(t)
  const [bare, asked, whole, named] = await Promise.all(
    [['acces'], ['acces', '--help'], ['acces', 'ajouter', '--help'], ['help', 'credentials', 'add']].map((args) =>
      cartable(args, { cwd: folder }),
    ),
  )
  t.match(bare, { code: 0, err: '', out: /Commandes\u00a0:\n {2}ajouter\|add <nom>/ })
  t.equal(bare?.out, asked?.out)
  t.match(whole, { code: 0, out: /^Utilisation\u00a0: cartable acces\|credentials ajouter\|add \[options\] <nom>\n/ })
  t.match(whole?.out, /Exemple\u00a0:\n {2}cartable acces ajouter lecture --networks/)
  t.equal(whole?.out, named?.out)
})
