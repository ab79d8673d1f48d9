import { execFile, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { createAgent } from '../../../collectors/lab/agent.js'
import { type Lab, startLab } from '../../../collectors/lab/lab.js'
import { localize } from '../../../collectors/lab/usm.js'
import { shipped } from '../../../src/lib/paths.js'

const run = promisify(execFile)
const absent = spawnSync('snmpget', ['-V']).error !== undefined
const skip = absent ? 'snmpwalk is not installed: apt-get install snmp' : false

const SYS_NAME = '.1.3.6.1.2.1.1.5.0'
const IF_X_TABLE = '.1.3.6.1.2.1.31.1.1'
const V2C = ['-v2c', '-c', 'outardes-lecture']
const V3 = ['-v3', '-l', 'authPriv', '-u', 'inventaire', '-a', 'SHA-256', '-x', 'AES']
const KEYS = ['-A', 'marees-d-equinoxe', '-X', 'brume-du-matin']

let lab: Lab
t.before(async () => {
  lab = await startLab({ port: 0 })
})
t.after(async () => {
  await lab.close()
})

/** What a program of net-snmp prints, on either stream, whatever its exit code. Numbers only: it needs no MIB. */
async function ask(program: string, address: string, options: readonly string[], ...oids: string[]): Promise<string> {
  const args = ['-On', '-t', '2', '-r', '0', ...options, `${address}:${lab.port}`, ...oids]
  const output = await run(program, args, { env: { ...process.env, MIBS: '' }, maxBuffer: 1 << 25 }).catch(
    (failure: { stdout: string; stderr: string }) => failure,
  )
  return output.stdout + output.stderr
}

void t.test(
  'net-snmp walks a device alike row by row, in bulk, and over SNMPv3 with SHA-256 or SHA-1 and AES',
  { skip },
  async (t) => {
    const stack = '127.98.13.3'
    const rowByRow = await ask('snmpwalk', stack, V2C, '.1')
    t.match(rowByRow, /No more variables left/, 'the walk ends with the view')
    t.ok(rowByRow.split('\n').length > 2000, 'the whole view was walked')
    t.equal(await ask('snmpbulkwalk', stack, V2C, '.1'), rowByRow)
    t.equal(await ask('snmpbulkwalk', stack, [...V3, ...KEYS], '.1'), rowByRow)
    t.equal(await ask('snmpwalk', stack, [...V3, ...KEYS], '.1'), rowByRow)
    const sha1 = ['-v3', '-l', 'authPriv', '-u', 'inventaire-sha1', '-a', 'SHA', '-x', 'AES', ...KEYS]
    t.equal(await ask('snmpbulkwalk', stack, sha1, '.1'), rowByRow)
  },
)

void t.test(
  'every device that answers gives its name, and every other its own kind of silence',
  { skip },
  async (t) => {
    const expected = JSON.parse(await readFile(shipped('data', 'samples', 'attendu.json'), 'utf8')) as {
      devices: { address: string; sysName: string | null }[]
    }
    t.same(
      lab.devices.map((device) => device.address),
      expected.devices.map((device) => device.address),
    )
    for (const { address, sysName } of expected.devices) {
      if (sysName === null) continue
      t.match(await ask('snmpget', address, [...V3, ...KEYS], SYS_NAME), `"${sysName}"`, address)
    }
    const quick = ['-t', '0.3', ...V2C]
    t.match(await ask('snmpget', '127.98.5.2', quick, SYS_NAME), /Timeout/, 'a silent one')
    t.match(await ask('snmpget', '127.98.6.3', quick, SYS_NAME), /Timeout/, 'one with another community')
    t.match(await ask('snmpget', '127.98.6.3', ['-v2c', '-c', 'outardes-ancienne'], SYS_NAME), '"ruisseau-ups1"')
    t.match(await ask('snmpget', '127.98.3.4', quick, SYS_NAME), /Timeout/, 'one that speaks SNMPv3 only')
    t.match(await ask('snmpget', '127.98.11.3', V2C, SYS_NAME), /No Such Object/, 'one with an empty view')
    t.match(await ask('snmpwalk', '127.98.11.3', V2C, '.1'), /No more variables left/)
    const asked = performance.now()
    t.match(await ask('snmpget', '127.98.9.2', V2C, SYS_NAME), '"quai-ap1"')
    t.ok(performance.now() - asked >= 300, 'a slow one takes its 300 ms')
  },
)

void t.test('a table that loops goes back to an earlier row, which net-snmp refuses to follow', { skip }, async (t) => {
  t.match(await ask('snmpwalk', '127.98.8.3', V2C, IF_X_TABLE), /OID not increasing/)
  t.match(await ask('snmpbulkwalk', '127.98.8.3', V2C, IF_X_TABLE), /OID not increasing/)
  t.notMatch(await ask('snmpwalk', '127.98.8.3', V2C, '.1.3.6.1.2.1.2.2'), /not increasing/, 'its other tables end')
})

void t.test('what is not there is told apart from what cannot be written', { skip }, async (t) => {
  const answers = await ask('snmpget', '127.98.1.1', V2C, SYS_NAME, '.1.3.6.1.2.1.1.5.1', '.1.3.6.1.9')
  t.match(answers, /"eiders-sw1"[^]*\.5\.1 = No Such Instance[^]*6\.1\.9 = No Such Object/)
  t.match(await ask('snmpset', '127.98.1.1', V2C, SYS_NAME, 's', 'x'), /notWritable/)
})

void t.test('each way of getting SNMPv3 wrong has its own report', { skip }, async (t) => {
  const device = '127.98.1.1'
  const v3 = (user: string, auth: string, priv: string): Promise<string> =>
    ask(
      'snmpget',
      device,
      ['-v3', '-l', 'authPriv', '-u', user, '-a', 'SHA-256', '-A', auth, '-x', 'AES', '-X', priv],
      SYS_NAME,
    )
  t.match(await v3('personne', 'marees-d-equinoxe', 'brume-du-matin'), /Unknown user name/)
  t.match(await v3('inventaire', 'autre-passe-phrase', 'brume-du-matin'), /Authentication failure/)
  t.match(await v3('inventaire', 'marees-d-equinoxe', 'autre-passe-phrase'), /Decryption error/)
  t.match(await v3('lecteur', 'marees-d-equinoxe', 'brume-du-matin'), /Unsupported security level/)
  const level = (user: string, name: string): string[] => [
    '-v3',
    '-l',
    name,
    '-u',
    user,
    '-a',
    'SHA-256',
    ...KEYS.slice(0, 2),
  ]
  t.match(await ask('snmpget', device, level('lecteur', 'authNoPriv'), SYS_NAME), '"eiders-sw1"')
  t.match(await ask('snmpget', device, level('visiteur', 'noAuthNoPriv'), SYS_NAME), '"eiders-sw1"')
  t.match(await ask('snmpget', device, level('inventaire', 'noAuthNoPriv'), SYS_NAME), /authorizationError/)
  const late = await ask('snmpget', device, [...V3, ...KEYS, '-r', '1', '-Z', '1,5', '-d'], SYS_NAME)
  const octets = [...late.matchAll(/^\d{4}: ((?:[0-9A-F]{2} +)+)/gm)]
    .map((line) => line[1]?.replaceAll(' ', ''))
    .join('')
  t.match(octets, '2B060106030F01010200', 'an old clock is answered by usmStatsNotInTimeWindows.0')
  t.match(late, '"eiders-sw1"', 'and then catches up')
})

void t.test(
  'GETBULK takes its non-repeaters once, then the other columns row by row, in answers that fit a frame',
  { skip },
  async (t) => {
    const bulk = await ask(
      'snmpbulkget',
      '127.98.4.1',
      [...V2C, '-Cn1', '-Cr3'],
      '.1.3.6.1.2.1.1.4',
      '.1.3.6.1.2.1.31.1.1.1.1',
      '.1.3.6.1.2.1.31.1.1.1.15',
    )
    t.same(
      bulk
        .trim()
        .split('\n')
        .map((line) => line.split(' = ')[0]),
      [
        '.1.3.6.1.2.1.1.4.0',
        '.1.3.6.1.2.1.31.1.1.1.1.1001',
        '.1.3.6.1.2.1.31.1.1.1.15.1001',
        '.1.3.6.1.2.1.31.1.1.1.1.1002',
        '.1.3.6.1.2.1.31.1.1.1.15.1002',
        '.1.3.6.1.2.1.31.1.1.1.1.1003',
        '.1.3.6.1.2.1.31.1.1.1.15.1003',
      ],
    )
    const dumped = await ask('snmpbulkget', '127.98.4.1', [...V2C, '-Cr500', '-d'], '.1.3.6.1.2.1.2.2')
    const [received = 0] = [...dumped.matchAll(/Received (\d+) byte packet/g)].map((found) => Number(found[1]))
    t.ok(received > 1200 && received <= 1400, `${received} octets`)
  },
)

void t.test('localized keys are those of the examples in RFC 3414', (t) => {
  const engineId = Buffer.from('000000000000000000000002', 'hex')
  const keyOf = (protocol: 'md5' | 'sha'): string | undefined =>
    localize({ name: 'x', auth: { protocol, key: 'maplesyrup' }, priv: null }, engineId).auth?.toString('hex')
  t.equal(keyOf('md5'), '526f5eed9fcce26f8964c2930787d82b', 'A.3.1')
  t.equal(keyOf('sha'), '6695febc9288e36282235fc7151f128497b38f3f', 'A.3.2')
  t.end()
})

void t.test('every neighbour hears the one that hears it, at the port that it names', (t) => {
  const byName = new Map(lab.devices.map((device) => [device.name, device]))
  let pairs = 0
  for (const device of lab.devices) {
    for (const heard of device.neighbours) {
      const other = byName.get(heard.sysName)
      if (other === undefined) continue
      const localPort = device.interfaces.find((port) => port.lldpPortNum === heard.lldpPortNum)
      const back = other.neighbours.find((one) => one.sysName === device.name)
      const otherPort = other.interfaces.find((port) => port.lldpPortNum === back?.lldpPortNum)
      const { portIdSubtype, portId, chassisId } = heard
      const named = portIdSubtype === 'macAddress' ? otherPort?.mac : Buffer.from(otherPort?.ifName ?? '')
      t.ok(localPort !== undefined && named?.equals(portId), `${device.name} and ${other.name}`)
      t.ok(chassisId.equals(other.baseMac))
      pairs++
    }
  }
  t.ok(pairs > 40)
  const catalyst = byName.get('dune-sw2')
  t.ok(
    catalyst?.interfaces.every((port) => !port.bridged || port.lldpPortNum !== port.ifIndex),
    'on a Catalyst 2960-X the local port number of LLDP is not the ifIndex',
  )
  t.end()
})

void t.test('no datagram, however broken, brings a device down', (t) => {
  const [device] = lab.devices
  if (device === undefined) throw new Error('The lab has no device')
  const agent = createAgent(device, lab.access)
  // GETBULK of sysName in version 2c, and an SNMPv3 discovery, both as snmpbulkget sends them.
  const requests = [
    '303102010104106f757461726465732d6c656374757265a51a02040102030402010002010a300c300a06062b06010201010500',
    '303e020103301102040ea5ade6020300ffe304010402010304103 00e0400020100020100040004000400301404000400a00e02043160337d0201000201003000',
  ].map((hex) => Buffer.from(hex.replaceAll(' ', ''), 'hex'))
  for (const request of requests) t.ok(agent(request), 'the request is good as it is')
  const broken = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.record({ of: fc.constantFrom(...requests), at: fc.nat(70), put: fc.nat(255), length: fc.nat(70) }).map((cut) => {
      const copy = Buffer.from(cut.of)
      copy[cut.at % copy.length] = cut.put
      return copy.subarray(0, cut.length + 1)
    }),
  )
  fc.assert(
    fc.property(broken, (octets) => {
      const answer = agent(Buffer.from(octets))
      return answer === null || answer.length <= 1400
    }),
    { numRuns: 3000 },
  )
  t.end()
})

void t.test('a port in use is said as the system says it, and nothing stays open', async (t) => {
  await t.rejects(startLab({ port: lab.port }), { code: 'EADDRINUSE' })
  const other = await startLab({ port: 0 })
  const { port } = other
  await other.close()
  const again = await startLab({ port })
  t.equal(again.port, port, 'a closed lab gives its port back')
  t.equal(again.requests, 0)
  await again.close()
})

t.end()
