import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import t from 'tap'
import { resolveCredentials } from '../../src/app/config/credentials.js'
import { findConfig, peekLanguage } from '../../src/app/config/find.js'
import { loadConfig } from '../../src/app/config/load.js'
import { configTemplate } from '../../src/app/config/template.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { UserError } from '../../src/model/errors.js'

const messages = messagesFor('en')
const m = messages.config
const folder = await mkdtemp(join(tmpdir(), 'cartable-config-'))
t.teardown(() => rm(folder, { recursive: true }))

async function written(text: string): Promise<string> {
  const path = join(folder, `${Math.random()}.yaml`)
  await writeFile(path, text)
  return path
}

async function failure(text: string): Promise<{ place: string; message: string; hint: string | null }> {
  const path = await written(text)
  const error = (await loadConfig(path, folder, m).catch((reason: unknown) => reason)) as UserError
  t.equal(error.name, 'UserError', error.message)
  return {
    place: /:(\d+:\d+)/.exec(error.message.replace(path, ''))?.[1] ?? '',
    message: error.message,
    hint: error.hint,
  }
}

t.test('every default stands without a file', async (t) => {
  const config = await loadConfig(null, folder, m)
  t.match(config, {
    path: null,
    database: join(folder, 'cartable.db'),
    networks: [],
    credentials: [],
    scan: { port: 161, timeoutMs: 1500, retries: 1, perDevice: 1 },
    bandwidth: { profile: 'ontario-2016', usersPerPupil: 1, prices: [], profiles: [] },
  })
})

t.test('a configuration with only database, credentials and scan is enough', async (t) => {
  const path = await written(`database: ./a.db
credentials:
  - name: recorded
    version: 2c
    community: { env: X }
scan:
  port: 16100
`)
  const config = await loadConfig(path, '/', m)
  t.equal(config.database, join(folder, 'a.db'), 'paths start from the folder of the file')
  t.equal(config.scan.port, 16100)
})

t.test('tiles are those of one server, over https, and none unless said', async (t) => {
  const tiles = (url: string): string => `map: { tiles: { url: "${url}", attribution: Exemple } }`
  t.equal((await loadConfig(null, folder, m)).map.tiles, undefined)
  const url = 'https://tuiles.exemple.qc.ca:8443/fond/{z}/{x}/{y}.png?cle=a-1'
  t.strictSame((await loadConfig(await written(tiles(url)), '/', m)).map.tiles, { url, attribution: 'Exemple' })
  for (const wrong of [
    'http://tuiles.exemple.qc.ca/{z}/{x}/{y}.png',
    'https://tuiles.exemple.qc.ca/{z}/{x}.png',
    'https://{z}.exemple.qc.ca/{z}/{x}/{y}.png',
    'https://nom:mot@exemple.qc.ca/{z}/{x}/{y}.png',
    'https://exemple.qc.ca; script-src */{z}/{x}/{y}.png',
    'https://{s}.exemple.qc.ca/{z}/{x}/{y}.png',
  ]) {
    const { message } = await failure(tiles(wrong))
    t.match(message, 'map.tiles.url', wrong)
  }
})

t.test('v3 is tried before v2c and v1, each as written, unless what is written is to decide', async (t) => {
  const credentials = `credentials:
  - { name: un, version: 1, community: { env: X } }
  - { name: deux, version: 2c, community: { env: X } }
  - { name: trois, version: 3, user: u, level: noAuthNoPriv }
  - { name: quatre, version: 2c, community: { env: X } }
`
  const names = async (text: string): Promise<string[]> =>
    (await loadConfig(await written(text), '/', m)).credentials.map(({ name }) => name)
  t.strictSame(await names(credentials), ['trois', 'deux', 'quatre', 'un'])
  t.strictSame(await names(`${credentials}scan: { credentialOrder: configured }`), ['un', 'deux', 'trois', 'quatre'])
})

t.test('what a scan spares is checked when it is read', async (t) => {
  const config = await loadConfig(
    await written(`networks: [{ cidr: 10.20.0.0/16, packetsPerSecond: 40 }]
scan: { exclude: [10.20.9.0/24, 10.20.1.1-10.20.1.9, "@exclus.txt"], maxCredentialTries: 2, jitter: 0.5 }`),
    '/',
    m,
  )
  t.equal(config.networks[0]?.packetsPerSecond, 40)
  t.match(config.scan, { exclude: { length: 3 }, maxCredentialTries: 2, maxSecondsPerDevice: 300 })
  t.equal((await loadConfig(await written('scan: { perDevice: 8 }'), '/', m)).scan.perDevice, 8)
  t.match(await failure('scan: { perDevice: 9 }'), { message: /scan\.perDevice.*largest value allowed is 8/ })
  t.match(await failure('scan: { exclude: [ecole.example] }'), { message: /scan\.exclude\.0.*10\.20\.9\.0\/24/ })
})

t.test('what is wrong is told by line and column, with what to do', async (t) => {
  t.match(await failure('board: { code: 711000 }\n'), { place: '1:16', message: /between straight quotes/ })
  t.match(await failure('board:\n  code: "7110"\n'), { place: '2:9', message: /exactly six digits/ })
  t.match(await failure('networks:\n  - { cidr: 10.0.0.0/8, building: 0762001 }\n'), {
    place: '2:35',
    message: /leading zeros/,
  })
  t.match(await failure('database: a.db\nscann:\n  port: 161\n'), { place: '2:1', message: /unknown key "scann"/ })
  t.match(await failure('scan:\n  port: 161\n  speed: 3\n'), { place: '3:3', message: /unknown key "scan.speed"/ })
  t.match(await failure('scan: { port: 70000 }\n'), { place: '1:15', message: /largest value allowed is 65535/ })
  t.match(await failure('scan: { port: abc }\n'), { place: '1:15', message: /number is expected/ })
  t.match(await failure('networks:\n  - cidr: 10.1/16\n'), { place: '2:11', message: /is not a network/ })
  t.match(await failure('networks:\n  - cidr: 10.1.0.0/16\n  - cidr: 10.1.0.0/16\n'), {
    place: '3:11',
    message: /given twice/,
  })
  t.match(await failure('language: de\n'), { place: '1:11', message: /fr, en/ })
  t.match(await failure('scan: { blackout: "7h30" }\n'), { place: '1:19', message: /07:30-16:30/ })
  t.match(await failure('a: [1\n'), { message: /cannot be read/ })
})

t.test('a network is written exactly, and one given twice in two writings is still given twice', async (t) => {
  t.match(await failure('networks:\n  - cidr: 10.1.2.3/16\n'), { place: '2:11', message: /is it 10\.1\.0\.0\/16\?/ })
  const twice = 'networks:\n  - cidr: 2001:db8:0::/48\n  - cidr: 2001:db8::/48\n'
  t.match(await failure(twice), { place: '3:11', message: /given twice/ })
})

t.test('a literal secret is refused, and never repeated in the message', async (t) => {
  const told = await failure('credentials:\n  - { name: a, version: 2c, community: hunter2 }\n')
  t.match(told, { place: '2:40', message: /a secret is not written here/ })
  t.notMatch(told.message, /hunter2/)
  t.notMatch(String(told.hint), /hunter2/)
})

t.test('SNMPv3 needs the keys that its level names', async (t) => {
  t.match(
    await failure('credentials:\n  - { name: a, version: 3, user: u, level: authPriv, auth: { key: { env: A } } }\n'),
    {
      message: /authPriv needs "priv"/,
    },
  )
  t.match(await failure('credentials:\n  - { name: a, version: 3, user: u, level: authNoPriv }\n'), {
    message: /authNoPriv needs "auth"/,
  })
})

t.test('SNMP v1, v2c and v3 are written with or without quotes, and what they cannot do is said', async (t) => {
  const of = (version: string): string => `credentials: [{ name: a, version: ${version}, community: { env: A } }]\n`
  for (const [version, read] of [
    ['1', '1'],
    ['"1"', '1'],
    ['2c', '2c'],
    ['2', '2c'],
    ['"2"', '2c'],
  ] as const) {
    const config = await loadConfig(await written(of(version)), folder, m)
    t.equal(config.credentials[0]?.version, read, version)
  }
  t.match(await failure(of('4')), { message: /must be 1, 2c or 3/ })
  const withPriv = (protocol: string): string =>
    `credentials:\n  - { name: a, version: 3, user: u, auth: { key: { env: A } }, priv: { protocol: ${protocol}, key: { env: B } } }\n`
  for (const protocol of ['aes192', 'AES-192', '3des', '3DES-EDE']) {
    t.match(await failure(withPriv(protocol)), { place: '2:82', message: /not a cipher that cartable can speak/ })
  }
  for (const protocol of ['aes256', 'AES-256', 'aes256c', 'AES']) {
    t.match(await failure(withPriv(protocol)), { message: protocol === 'AES' ? /des, aes/ : /aes256r at Cisco/ })
  }
  const fr = messagesFor('fr').config
  const path = await written(withPriv('aes192'))
  await t.rejects(loadConfig(path, folder, fr), { message: /n.est pas un chiffrement que cartable sait parler/ })
  t.equal(
    (await loadConfig(await written('scan: { acceptOtherSource: true }\n'), folder, m)).scan.acceptOtherSource,
    true,
  )
})

t.test('secrets come from the environment or a file that others cannot read', async (t) => {
  await writeFile(join(folder, 'key'), 'brume-du-matin\n', { mode: 0o600 })
  const path = await written(`credentials:
  - { name: v3, version: 3, user: inventaire, auth: { protocol: sha256, key: { env: AUTH } }, priv: { key: { file: ./key } } }
  - { name: lecture, version: 2c, community: { env: COMMUNITY }, networks: [10.0.0.0/8] }
`)
  const config = await loadConfig(path, folder, m)
  const resolved = (env: NodeJS.ProcessEnv): ReturnType<typeof resolveCredentials> =>
    resolveCredentials({ config, env, m: messages })
  const [v3, lecture] = await resolved({ AUTH: 'marees', COMMUNITY: 'c' })
  t.match(v3, { version: '3', level: 'authPriv', auth: { protocol: 'sha256' }, priv: { protocol: 'aes' } })
  t.equal(v3?.version === '3' ? v3.auth?.key.reveal() : null, 'marees')
  t.equal(v3?.version === '3' ? v3.priv?.key.reveal() : null, 'brume-du-matin')
  t.match(lecture, { networks: ['10.0.0.0/8'] })
  t.notMatch(
    `${JSON.stringify(v3)} ${inspect(v3, { depth: 9 })} ${String(v3?.version === '3' ? v3.auth?.key : '')}`,
    /marees|brume/,
  )
  await t.rejects(resolved({ COMMUNITY: 'c' }), { message: /AUTH is not set/ })
  await chmod(join(folder, 'key'), 0o644)
  await t.rejects(resolved({ AUTH: 'a', COMMUNITY: 'c' }), { message: /can be read by others/ })
})

t.test('a secret that systemd gives to one service is taken whatever its mode, and from there alone', async (t) => {
  const given = join(folder, 'credentials')
  await mkdir(join(given, 'deeper'), { recursive: true })
  for (const file of ['snmp_community', 'deeper/snmp_community']) {
    await writeFile(join(given, file), 'brume\n', { mode: 0o440 })
    await chmod(join(given, file), 0o440)
  }
  const read = async (file: string, env: NodeJS.ProcessEnv): Promise<unknown> => {
    const path = await written(`credentials: [{ name: a, version: 2c, community: { file: '${join(given, file)}' } }]\n`)
    const config = await loadConfig(path, folder, m)
    const [credential] = await resolveCredentials({ config, env, m: messages })
    return credential?.version === '2c' ? credential.community.reveal() : null
  }
  t.equal(await read('snmp_community', { CREDENTIALS_DIRECTORY: `${given}/` }), 'brume')
  await t.rejects(read('snmp_community', {}), { message: /can be read by others/ })
  await t.rejects(read('snmp_community', { CREDENTIALS_DIRECTORY: '' }), { message: /can be read by others/ })
  await t.rejects(read('deeper/snmp_community', { CREDENTIALS_DIRECTORY: given }), { message: /can be read by others/ })
})

t.test('the file is found upward from the working directory', async (t) => {
  const deep = join(folder, 'a', 'b')
  await mkdir(deep, { recursive: true })
  t.equal(findConfig(undefined, deep, m), null)
  await writeFile(join(folder, 'a', 'cartable.yaml'), 'language: en\n')
  t.equal(findConfig(undefined, deep, m), join(folder, 'a', 'cartable.yaml'))
  t.equal(peekLanguage(join(folder, 'a', 'cartable.yaml')), 'en')
  t.throws(() => findConfig('none.yaml', deep, m), { message: /not found/ })
})

t.test('what init writes is a valid configuration, in both languages', async (t) => {
  for (const language of ['fr', 'en'] as const) {
    const config = await loadConfig(await written(configTemplate(messagesFor(language))), folder, m)
    t.equal(config.language, language)
    t.strictSame(config.credentials, [])
  }
})

t.test(
  'what is left empty is as good as absent, a star without quotes is told, and no URL shows its password',
  async (t) => {
    const read = async (yaml: string): Promise<unknown> =>
      loadConfig(await written(yaml), folder, m).catch((error: unknown) => error)
    t.match(await read('credentials:\n# - { name: a }\nnetworks:\n'), { credentials: [], networks: [] })
    t.match(await read('board: *abc\n'), { name: 'UserError' })
    for (const scheme of ['postgres', 'POSTGRES', 'mysql']) {
      const error = (await read(`database: ${scheme}://marie:hunter2@127.0.0.1/x\n`)) as Error & { hint: string }
      t.equal(error.name, 'UserError', scheme)
      t.notMatch(`${error.message} ${error.hint}`, /hunter2/)
    }
  },
)

t.test('a standard of the configuration is as one that is shipped; what it leaves out is null', async (t) => {
  const { bandwidth } = await loadConfig(
    await written(`bandwidth:
  profile: csmm-2027
  profiles:
    - id: csmm-2027
      source: Conseil des commissaires, résolution 12
      down: [{ fromPupils: 0, mbpsPerUser: 1.5 }, { fromPupils: 500, mbpsPerUser: 1 }]
    - { id: classes, source: S, classes: { goodAboveMbps: 50, moderateFromMbps: 5 } }
`),
    '/',
    m,
  )
  t.strictSame(bandwidth.profiles, [
    {
      id: 'csmm-2027',
      source: 'Conseil des commissaires, résolution 12',
      sizeOf: 'school',
      down: [
        { fromPupils: 0, mbpsPerUser: 1.5 },
        { fromPupils: 500, mbpsPerUser: 1 },
      ],
      up: null,
      schoolMinimum: null,
      boardMinimumDownMbps: null,
      classes: null,
    },
    {
      id: 'classes',
      source: 'S',
      sizeOf: 'school',
      down: [],
      up: null,
      schoolMinimum: null,
      boardMinimumDownMbps: null,
      classes: { goodAboveMbps: 50, moderateFromMbps: 5 },
    },
  ])
})

t.test('a standard that cannot be applied is refused at its line', async (t) => {
  const profile = (text: string): string => `bandwidth:\n  profiles:\n    - { ${text} }\n`
  const down = 'down: [{ fromPupils: 0, mbpsPerUser: 1 }]'
  for (const [text, place, message] of [
    [`id: dfe-2022, source: S, ${down}`, '3:13', /"dfe-2022" is taken already/],
    [`id: scenario, source: S, ${down}`, '3:13', /"scenario" is taken already/],
    [`id: a, source: S, ${down} }\n    - { id: a, source: S, ${down}`, '4:13', /"a" is taken already/],
    [`id: Été, source: S, ${down}`, '3:13', /lower case/],
    [`id: a, source: " ", ${down}`, '3:24', /where the standard comes from/],
    [`id: a, ${down}`, '3:7', /"bandwidth.profiles.0.source": a text is expected/],
    ['id: a, source: S', '3:13', /asks for nothing/],
    [
      'id: a, source: S, down: [{ fromPupils: 9, mbpsPerUser: 1 }, { fromPupils: 9, mbpsPerUser: 2 }]',
      '3:83',
      /more than 9/,
    ],
    ['id: a, source: S, down: [{ fromPupils: 0, mbpsPerUser: 0 }]', '3:64', /must be above 0/],
    [`id: a, source: S, ${down}, classes: { goodAboveMbps: 2, moderateFromMbps: 1 }`, '3:79', /remove "classes"/],
    ['id: a, source: S, classes: { goodAboveMbps: 1, moderateFromMbps: 2 }', '3:74', /at most "goodAboveMbps"/],
    [`id: a, source: S, up: 3, ${down}`, '3:31', /a list is expected/],
    [`id: a, source: S, mbps: 3, ${down}`, '3:27', /unknown key "bandwidth.profiles.0.mbps"/],
  ] as const) {
    const told = await failure(profile(text))
    t.equal(told.place, place, text)
    t.match(told.message, message)
  }
})
