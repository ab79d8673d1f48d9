import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { closeSnmp, readDevice } from '../../collectors/snmp.js'
import type { Credential } from '../../src/model/credential.js'
import { Secret } from '../../src/model/secret.js'

// The oracle: net-snmp's own agent and its own snmpwalk.
const isThere = (program: string): boolean => spawnSync(program, ['-V']).error === undefined
const skip = ['snmpd', 'snmpwalk', 'snmpget'].every((one) => isThere(one) || isThere(`/usr/sbin/${one}`))
  ? false
  : 'apt-get install snmpd snmp'

async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

const folder = mkdtempSync(join(tmpdir(), 'cartable-snmpd-'))
const port = await freePort()
writeFileSync(
  join(folder, 'snmpd.conf'),
  `agentAddress udp:127.0.0.1:${port},udp6:[::1]:${port}
rocommunity lecture 127.0.0.1
rocommunity6 lecture ::1
view rien included .1.3.6.1.99
rocommunity vide 127.0.0.1 -V rien
sysName serveur-école
sysLocation Local technique « B »
sysDescr Serveur d'essai, version 4.5.6
createUser inventaire SHA-256 "une clé d'authentification" AES "une clé de chiffrement"
rouser inventaire priv
createUser ancien MD5 "une clé d'authentification" DES "une clé de chiffrement"
rouser ancien priv
createUser signe SHA "une clé d'authentification"
rouser signe auth
createUser long SHA-512 "une clé d'authentification" AES-256 "une clé de chiffrement"
rouser long priv
`,
)

let agent: ChildProcess | null = null
const args = ['-f', '-C', '-c', join(folder, 'snmpd.conf'), '-Lf', join(folder, 'log'), '-p', join(folder, 'pid')]
const walkBase = ['-v2c', '-c', 'lecture', '-Oqn', '-m', '', `127.0.0.1:${port}`]

if (skip === false) {
  const env = { ...process.env, SNMP_PERSISTENT_DIR: folder, PATH: `${process.env.PATH}:/usr/sbin` }
  agent = spawn('snmpd', args, { env, stdio: 'ignore' })
  for (let tries = 0; tries < 50; tries++) {
    await sleep(100)
    if (spawnSync('snmpget', [...walkBase, '1.3.6.1.2.1.1.5.0']).status === 0) break
  }
}
t.teardown(async () => {
  closeSnmp()
  if (agent !== null && agent.exitCode === null) {
    agent.kill()
    await once(agent, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

/** What snmpwalk prints below an OID: index → value, quotes removed. */
function walk(oid: string): Map<string, string> {
  const printed = execFileSync('snmpwalk', [...walkBase, oid], { encoding: 'utf8' })
  const rows = printed.split('\n').filter((line) => line.startsWith(`.${oid}.`))
  return new Map(
    rows.map((line) => {
      const at = line.indexOf(' ')
      return [line.slice(oid.length + 2, at), line.slice(at + 1).replace(/^"|"\s*$/g, '')]
    }),
  )
}

const community = (name: string): Credential => ({
  name,
  version: '2c',
  community: new Secret(name),
  networks: null,
})
function v3(
  user: string,
  auth: 'md5' | 'sha' | 'sha256' | 'sha512',
  priv: 'des' | 'aes' | 'aes256b' | null,
  keys = { auth: "une clé d'authentification", priv: 'une clé de chiffrement' },
): Credential {
  return {
    name: user,
    version: '3',
    user,
    level: priv === null ? 'authNoPriv' : 'authPriv',
    auth: { protocol: auth, key: new Secret(keys.auth) },
    priv: priv === null ? null : { protocol: priv, key: new Secret(keys.priv) },
    context: '',
    networks: null,
  }
}
function read(credentials: readonly Credential[], address = '127.0.0.1', endpoints = false) {
  const settings = { port, timeoutMs: 3000, retries: 1, perDevice: 1, maxRowsPerTable: 10_000, maxMsPerDevice: 20_000 }
  return readDevice(address, credentials, { ...settings, endpoints }, new AbortController().signal)
}

await t.test('what is read from snmpd is what snmpwalk prints', { skip }, async (t) => {
  const { outcome, credential } = await read([community('lecture')])
  t.equal(outcome.status, 'answered')
  t.equal(credential, 'lecture')
  if (outcome.status !== 'answered') return
  const { value } = outcome
  t.equal(value.sysName, 'serveur-école')
  t.equal(value.sysLocation, 'Local technique « B »')
  t.equal(value.sysDescr, "Serveur d'essai, version 4.5.6")
  t.equal(`.${value.sysObjectID}`, walk('1.3.6.1.2.1.1.2').get('0'))

  const states = ['', 'up', 'down', 'testing', 'unknown', 'dormant', 'notPresent', 'lowerLayerDown']
  const column = (number: number): Map<string, string> => walk(`1.3.6.1.2.1.2.2.1.${number}`)
  const names = walk('1.3.6.1.2.1.31.1.1.1.1')
  const [descr, type, mtu, speed, admin, oper] = [2, 3, 4, 5, 7, 8].map(column)
  t.ok(value.interfaces.length > 0)
  t.equal(value.interfaces.length, descr?.size)
  for (const one of value.interfaces) {
    const index = String(one.ifIndex)
    t.equal(one.ifDescr, descr?.get(index))
    t.equal(one.ifName, names.get(index))
    t.equal(String(one.ifType), type?.get(index))
    t.equal(String(one.mtu), mtu?.get(index))
    t.equal(one.adminStatus, states[Number(admin?.get(index))])
    t.equal(one.operStatus, states[Number(oper?.get(index))])
    const bits = Number(speed?.get(index))
    if (bits > 0 && bits < 4_294_967_000) t.equal(one.speedBps, bits)
  }
})

const skipIp = isThere('ip') ? skip : 'apt-get install iproute2'
await t.test('addresses and resolved machines are those of the system', { skip: skipIp }, async (t) => {
  const { outcome } = await read([community('lecture')], '127.0.0.1', true)
  t.equal(outcome.status, 'answered')
  if (outcome.status !== 'answered') return
  const { addresses, addressSightings } = outcome.value
  const isOwn = (text: string): boolean => !/^(127\.0\.|::1$|fe80)/.test(text)
  const told = JSON.parse(execFileSync('ip', ['-json', 'address'], { encoding: 'utf8' })) as {
    readonly ifindex: number
    readonly addr_info: readonly { readonly local?: string; readonly prefixlen?: number }[]
  }[]
  const system = told.flatMap(({ ifindex, addr_info: infos }) =>
    infos.flatMap(({ local, prefixlen }) =>
      local === undefined || prefixlen === undefined || !isOwn(local) ? [] : [`${local}/${prefixlen} ${ifindex}`],
    ),
  )
  const read4 = addresses.flatMap(({ address, prefixLength, ifIndex }) =>
    isOwn(address) ? [`${address}/${prefixLength} ${ifIndex}`] : [],
  )
  t.strictSame(read4.sort(), system.sort())
  // IP-MIB::ipNetToMediaPhysAddress, as snmpwalk prints it: `"02 42 AC 11 00 01 "`.
  const walked = [...walk('1.3.6.1.2.1.4.22.1.2')].map(([index, mac]) => {
    const [ifIndex = '', ...octets] = index.split('.')
    return `${octets.join('.')} ${mac.trim().toLowerCase().replaceAll(' ', ':')} ${ifIndex}`
  })
  const isReal = (row: string): boolean => !row.includes(' 00:00:00:00:00:00 ')
  const resolved = addressSightings.filter(({ address }) => !address.includes(':'))
  t.strictSame(resolved.map((one) => `${one.address} ${one.mac} ${one.ifIndex}`).sort(), walked.filter(isReal).sort())
})

await t.test('v3 gives the same as v2c, in every protocol that this Node has', { skip }, async (t) => {
  const clear = await read([community('lecture')])
  for (const credential of [
    v3('inventaire', 'sha256', 'aes'),
    v3('signe', 'sha', null),
    v3('long', 'sha512', 'aes256b'),
  ]) {
    const { outcome } = await read([credential])
    t.equal(outcome.status, 'answered', credential.name)
    if (outcome.status === 'answered' && clear.outcome.status === 'answered') {
      t.same(outcome.value.interfaces, clear.outcome.value.interfaces)
    }
  }
  const old = (await read([v3('ancien', 'md5', 'des')])).outcome
  t.ok(old.status === 'answered' || old.reason.code === 'v3-unsupported', 'DES works, or is said to be unsupported')
})

await t.test('wrong keys, users and levels each have their own reason', { skip }, async (t) => {
  const right = { auth: "une clé d'authentification", priv: 'une clé de chiffrement' }
  const cases: readonly (readonly [Credential, string])[] = [
    [v3('inventaire', 'sha256', 'aes', { ...right, auth: 'une autre clé' }), 'v3-wrong-key'],
    [v3('inventaire', 'sha256', 'aes', { ...right, priv: 'une autre clé' }), 'v3-wrong-key'],
    [v3('inventaire', 'sha', 'aes'), 'v3-wrong-key'],
    [v3('personne', 'sha256', 'aes'), 'v3-unknown-user'],
    [v3('signe', 'sha', 'aes'), 'v3-unsupported'],
    [community('vide'), 'view-empty'],
    [community('autre'), 'no-answer'],
  ]
  for (const [credential, code] of cases) {
    t.match((await read([credential])).outcome, { status: 'failed', reason: { code } }, `${credential.name}: ${code}`)
  }
})

await t.test('the first credential that is answered is used, and named', { skip }, async (t) => {
  const { outcome, credential } = await read([v3('personne', 'sha256', 'aes'), community('lecture')])
  t.equal(outcome.status, 'answered')
  t.equal(credential, 'lecture')
})

await t.test('an IPv6 address is read like another', { skip }, async (t) => {
  const { outcome } = await read([community('lecture')], '::1')
  t.equal(outcome.status, 'answered')
})
