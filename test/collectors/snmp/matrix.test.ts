import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createCipheriv, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { closeSnmp, greetDevice } from '../../../collectors/snmp.js'
import { AUTH_PROTOCOLS, PRIV_PROTOCOLS, type Credential } from '../../../src/model/credential.js'
import type { ReasonCode } from '../../../src/model/outcome.js'
import { Secret } from '../../../src/model/secret.js'

type Auth = (typeof AUTH_PROTOCOLS)[number]
type Priv = (typeof PRIV_PROTOCOLS)[number]

// The oracle: a real snmpd, with a user for every pair of protocols that it has, and its own snmpget.
const isThere = (program: string): boolean => spawnSync(program, ['-V']).error === undefined
const skip = ['snmpd', 'snmpget'].every((one) => isThere(one) || isThere(`/usr/sbin/${one}`))
  ? false
  : 'apt-get install snmpd snmp'
const [AUTH_KEY, PRIV_KEY] = ["une clé d'authentification", 'une clé de chiffrement']
const AUTHS: Readonly<Record<Auth, string>> = {
  md5: 'MD5',
  sha: 'SHA',
  sha224: 'SHA-224',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}
/** What snmpd calls them. It lengthens keys for AES-256 as Blumenthal's draft says, or as Cisco does with a C. */
const PRIVS: Readonly<Record<Priv, string>> = { des: 'DES', aes: 'AES', aes256b: 'AES-256', aes256r: 'AES-256-C' }

const folder = mkdtempSync(join(tmpdir(), 'cartable-matrix-'))
let port = 0
let agent: ChildProcess | null = null

async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** Starts snmpd with users, and waits until it answers. */
async function startSnmpd(): Promise<void> {
  port = await freePort()
  const users = AUTH_PROTOCOLS.flatMap((auth) => [
    `createUser ${auth} ${AUTHS[auth]} "${AUTH_KEY}"\nrouser ${auth} auth`,
    ...PRIV_PROTOCOLS.map(
      (priv) =>
        `createUser ${auth}-${priv} ${AUTHS[auth]} "${AUTH_KEY}" ${PRIVS[priv]} "${PRIV_KEY}"\nrouser ${auth}-${priv} priv`,
    ),
  ])
  const config = `agentAddress udp:127.0.0.1:${port},udp6:[::1]:${port}
rocommunity lecture 127.0.0.1
sysName tour-guet
createUser ouvert
rouser ouvert noauth
${users.join('\n')}
`
  writeFileSync(join(folder, 'snmpd.conf'), config)
  const files = ['-c', join(folder, 'snmpd.conf'), '-Lf', join(folder, 'log'), '-p', join(folder, 'pid')]
  const env = { ...process.env, SNMP_PERSISTENT_DIR: folder, PATH: `${process.env['PATH']}:/usr/sbin` }
  agent = spawn('snmpd', ['-f', '-C', ...files], { env, stdio: 'ignore' })
  const get = ['-v2c', '-c', 'lecture', '-m', '', '-t', '2', '-r', '0', `127.0.0.1:${port}`, '1.3.6.1.2.1.1.5.0']
  for (let tries = 0; tries < 60 && spawnSync('snmpget', get).status !== 0; tries++) await sleep(200)
}

if (skip === false) await startSnmpd()
t.setTimeout(240_000)
t.teardown(async () => {
  closeSnmp()
  if (agent !== null && agent.exitCode === null) {
    agent.kill()
    await once(agent, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

interface Keys {
  readonly user: string
  readonly auth: string
  readonly priv: string
}

function credential(auth: Auth, priv: Priv | null, changed: Partial<Keys> = {}): Credential {
  const keys = { user: priv === null ? auth : `${auth}-${priv}`, auth: AUTH_KEY, priv: PRIV_KEY, ...changed }
  return {
    name: keys.user,
    version: '3',
    user: keys.user,
    level: priv === null ? 'authNoPriv' : 'authPriv',
    auth: { protocol: auth, key: new Secret(keys.auth) },
    priv: priv === null ? null : { protocol: priv, key: new Secret(keys.priv) },
    context: '',
    networks: null,
  }
}

/** The name that the agent says, or why it said none. */
async function said(one: Credential, address = '127.0.0.1'): Promise<string | ReasonCode | null> {
  const settings = { port, timeoutMs: 1500, retries: 2, perDevice: 1, maxRowsPerTable: 1, maxMsPerDevice: 60_000 }
  const { outcome } = await greetDevice(address, [one], settings, new AbortController().signal)
  return outcome.status === 'answered' ? outcome.value.sysName : outcome.reason.code
}

/** Since version 3, OpenSSL leaves DES out unless it is told otherwise. */
function hasDes(): boolean {
  try {
    createCipheriv('des-cbc', randomBytes(8), randomBytes(8))
    return true
  } catch {
    return false
  }
}

/** True when snmpd knows this pair: net-snmp is built without some of them. */
function snmpdHas(auth: Auth, priv: Priv): boolean {
  const level = ['-v3', '-l', 'authPriv', '-u', `${auth}-${priv}`, '-a', AUTHS[auth], '-A', AUTH_KEY]
  const rest = ['-x', PRIVS[priv], '-X', PRIV_KEY, '-Oqv', '-m', '', `127.0.0.1:${port}`, '1.3.6.1.2.1.1.5.0']
  const { status, stdout } = spawnSync('snmpget', [...level, ...rest], { encoding: 'utf8' })
  return status === 0 && stdout.includes('tour-guet')
}

await t.test('every pair of protocols is read, on IPv4 and IPv6, or said to be unsupported', { skip }, async (t) => {
  const pairs = AUTH_PROTOCOLS.flatMap((auth) => PRIV_PROTOCOLS.map((priv) => [auth, priv] as const))
  const known = pairs.filter(([auth, priv]) => snmpdHas(auth, priv))
  t.ok(known.length >= 18, `${known.length} of ${pairs.length} pairs are known to snmpd and snmpget`)
  for (const [auth, priv] of known) {
    const expected = priv === 'des' && !hasDes() ? 'v3-unsupported' : 'tour-guet'
    for (const address of ['127.0.0.1', '::1']) {
      t.equal(await said(credential(auth, priv), address), expected, `${auth} and ${priv} at ${address}`)
    }
  }
  for (const auth of AUTH_PROTOCOLS) {
    for (const address of ['127.0.0.1', '::1']) {
      t.equal(await said(credential(auth, null), address), 'tour-guet', `${auth} without encryption at ${address}`)
    }
  }
  const open = { ...credential('md5', null, { user: 'ouvert' }), level: 'noAuthNoPriv', auth: null } as Credential
  t.equal(await said(open), 'tour-guet', 'without authentication')
})

await t.test('a wrong user, a wrong authentication key and a wrong encryption key are told', { skip }, async (t) => {
  const privs = PRIV_PROTOCOLS.filter((priv) => priv !== 'des' || hasDes())
  const cases = AUTH_PROTOCOLS.flatMap((auth) => [
    [credential(auth, null, { auth: 'une autre clé' }), 'v3-wrong-key'] as const,
    [credential(auth, null, { user: 'personne' }), 'v3-unknown-user'] as const,
    ...privs
      .filter((priv) => snmpdHas(auth, priv))
      .flatMap((priv) => [
        [credential(auth, priv, { auth: 'une autre clé' }), 'v3-wrong-key'] as const,
        [credential(auth, priv, { priv: 'une autre clé' }), 'v3-wrong-key'] as const,
        [credential(auth, priv, { user: 'personne' }), 'v3-unknown-user'] as const,
      ]),
  ])
  const told = await Promise.all(cases.map(async ([one, expected]) => ({ one, expected, said: await said(one) })))
  for (const { one, expected, said } of told) t.equal(said, expected, `${one.name}: ${expected}`)
})

await t.test('a level below what the agent asks of its user is refused by it', { skip }, async (t) => {
  const { name, auth } = { name: 'sha256-aes', auth: { protocol: 'sha256', key: new Secret(AUTH_KEY) } } as const
  const low: Credential = { ...credential('sha256', null, { user: name }), auth } as Credential
  t.equal(await said(low), 'view-empty')
  t.equal(await said(credential('sha256', 'aes', { user: 'sha256' })), 'v3-unsupported')
})

await t.test('a name read by every protocol is the one that snmpget prints', { skip }, (t) => {
  const args = ['-v2c', '-c', 'lecture', '-Oqv', '-m', '', `127.0.0.1:${port}`, '1.3.6.1.2.1.1.5.0']
  t.match(execFileSync('snmpget', args, { encoding: 'utf8' }), /tour-guet/)
  t.end()
})
