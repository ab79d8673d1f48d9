import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { startLab, type Lab } from '../../../collectors/lab/lab.js'
import { closeSnmp, readDevice, recordDevice } from '../../../collectors/snmp.js'
import { anonymise } from '../../../collectors/snmp/anonymise/anonymise.js'
import { readRecording } from '../../../collectors/snmp/replay/read-recording.js'
import type { Recording } from '../../../collectors/snmp/replay/recording.js'
import { replayDevice } from '../../../collectors/snmp/replay/replay-device.js'
import { formatLine, parseLine } from '../../../collectors/snmp/replay/snmprec.js'
import { replay } from '../../../src/app/replay.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import type { Credential } from '../../../src/model/credential.js'
import type { DeviceReading } from '../../../src/model/device.js'
import { Secret } from '../../../src/model/secret.js'
import { sharedPath, skipWithout } from '../../shared.js'

const folder = mkdtempSync(join(tmpdir(), 'cartable-replay-'))
t.teardown(() => {
  closeSnmp()
  rmSync(folder, { recursive: true, force: true })
})
const signal = new AbortController().signal
const settings = {
  port: 161,
  timeoutMs: 5000,
  retries: 2,
  perDevice: 1,
  maxRowsPerTable: 100_000,
  maxMsPerDevice: 300_000,
}
const plan = { subtrees: null, maxBytes: 64 << 20, progress: () => undefined }

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

t.test('a line is its OID, its tag and its value, whatever the value holds', (t) => {
  for (const [line, varbind] of [
    ['1.3.6.1.2.1.1.5.0|4|a|b|c', { oid: '1.3.6.1.2.1.1.5.0', type: 4, value: Buffer.from('a|b|c') }],
    ['.1.3.6.1|4x|00 ff:7c', { oid: '1.3.6.1', type: 4, value: Buffer.from([0, 255, 124]) }],
    ['1.3.6.1|4e|a\\x41\\n\\\\\\q', { oid: '1.3.6.1', type: 4, value: Buffer.from('aA\n\\\\q') }],
    ['1.3.6.1|4|', { oid: '1.3.6.1', type: 4, value: Buffer.alloc(0) }],
    ['1.3.6.1|2|-5', { oid: '1.3.6.1', type: 2, value: -5 }],
    ['1.3.6.1|5|', { oid: '1.3.6.1', type: 5, value: null }],
    ['1.3.6.1|6|.1.3.6', { oid: '1.3.6.1', type: 6, value: '1.3.6' }],
    ['1.3.6.1|64|10.20.0.5', { oid: '1.3.6.1', type: 64, value: '10.20.0.5' }],
    ['1.3.6.1|64x|0a140005', { oid: '1.3.6.1', type: 64, value: '10.20.0.5' }],
    ['1.3.6.1|67|4294967295', { oid: '1.3.6.1', type: 67, value: 4294967295 }],
    // 2⁶⁴ − 1 and 256 as the bytes that the wire gives.
    ['1.3.6.1|70|18446744073709551615', { oid: '1.3.6.1', type: 70, value: Buffer.alloc(8, 255) }],
    ['1.3.6.1|70|256', { oid: '1.3.6.1', type: 70, value: Buffer.from([1, 0]) }],
  ] as const) {
    t.strictSame(parseLine(line), varbind, line)
  }
  for (const nothing of ['', '  ', '# a comment', '# 1|2|3']) t.equal(parseLine(nothing), null)
  for (const [line, fault] of [
    ['1.3.6.1|4', 'fields'],
    ['garbage', 'fields'],
    ['1.3.x|4|a', 'oid'],
    ['7.3.6|4|a', 'oid'],
    ['1.3.4294967296|4|a', 'oid'],
    [`1.3${'.1'.repeat(1000)}|4|a`, 'oid'],
    ['1.3.6|12|a', 'tag'],
    ['1.3.6|4y|a', 'tag'],
    ['1.3.6||a', 'tag'],
    ['1.3.6|4x|0g', 'value'],
    ['1.3.6|4x|abc', 'value'],
    ['1.3.6|2|1e3', 'value'],
    ['1.3.6|65|-1', 'value'],
    ['1.3.6|64|300.1.1.1', 'value'],
    ['1.3.6|70|18446744073709551616', 'value'],
  ] as const) {
    t.equal(parseLine(line), fault, line.slice(0, 40))
  }
  // What no editor keeps as it is (spaces at the ends, line feeds, accents) is written in hexadecimal.
  for (const [bytes, line] of [
    ['Petites-Sternes', '1.3.6|4|Petites-Sternes'],
    [' a ', '1.3.6|4x|206120'],
    ['é', '1.3.6|4x|c3a9'],
    ['a\r\n', '1.3.6|4x|610d0a'],
    ['', '1.3.6|4|'],
  ] as const) {
    t.equal(formatLine({ oid: '1.3.6', type: 4, value: Buffer.from(bytes) }), line)
  }
  t.end()
})

t.test('a file in any order, repeated, with CRLF and comments, answers as its agent did', async (t) => {
  const path = fileOf(
    'mixed.snmprec',
    '# made by hand\r\n1.3.6.1.2.1.1.10.0|4|ten\r\n1.3.6.1.2.1.1.5.0|4|first\r\n1.3.6.1.2.1.1.5.0|4|second\r\n\r\n1.3.6.1.2.1.1.9.0|4|nine',
  )
  const { recording, refused } = await readRecording(path)
  t.equal(refused, 0)
  t.strictSame(
    recording.varbinds.map(formatLine),
    ['1.3.6.1.2.1.1.5.0|4|first', '1.3.6.1.2.1.1.9.0|4|nine', '1.3.6.1.2.1.1.10.0|4|ten'],
    'sorted as numbers, the first of two kept',
  )
  t.match(await replayDevice(recording, signal), { status: 'answered', value: { sysName: 'first' } })
  const { recording: nothing } = await readRecording(fileOf('empty.snmprec', '# nothing\n'))
  t.match(await replayDevice(nothing, signal), { status: 'failed', reason: { code: 'view-empty' } })
})

t.test('a hostile file is refused line by line, in bounded memory', async (t) => {
  const long = `1.3.6.1.2.1.1.1.0|4|${'a'.repeat(60_000)}`
  const path = fileOf(
    'hostile.snmprec',
    Buffer.concat([
      Buffer.from(`${long}\n1.3.6.1.2.1.1.4.0|4|${'b'.repeat(300_000)}\n1.3.6.1|99|x\n`),
      Buffer.from([0, 1, 2, 0xff, 0x0a]),
      Buffer.from('1.3.6.1.2.1.1.5.0|4|end\n'),
    ]),
  )
  const { recording, faults, refused } = await readRecording(path)
  t.strictSame(faults, [
    { line: 2, fault: 'long-line' },
    { line: 3, fault: 'tag' },
    { line: 4, fault: 'fields' },
  ])
  t.equal(refused, 3)
  t.equal(recording.varbinds.length, 2, 'a value of 60 kB and the name after the wrong lines are there')

  // One line of 4 GB, which takes no room on the disk.
  const huge = await open(join(folder, 'huge.snmprec'), 'w')
  await huge.truncate(4 * 1024 ** 3)
  await huge.close()
  const before = process.memoryUsage().rss
  const read = await readRecording(join(folder, 'huge.snmprec'))
  t.strictSame(read.faults, [{ line: 1, fault: 'too-large' }])
  t.ok(process.memoryUsage().rss - before < 100 << 20, 'it was not held')

  const rubbish = await readRecording(fileOf('rubbish.snmprec', 'x\n'.repeat(50_000)))
  t.equal(rubbish.refused, 50_000)
  t.equal(rubbish.faults.length, 10, 'the first ones are told')
})

let lab: Lab | null = null
t.teardown(() => lab?.close())

interface Heard {
  readonly address: string
  readonly live: DeviceReading
  readonly recording: Recording
}

/** Every device of the simulated board that answers whole, read and recorded over UDP. */
async function hearBoard(): Promise<readonly Heard[]> {
  lab = await startLab({ port: 0 })
  const credentials: Credential[] = [
    { name: 'lab', version: '2c', community: new Secret(lab.access.community), networks: null },
  ]
  const here = { ...settings, port: lab.port }
  const heard: Heard[] = []
  for (const { address, behaviour, versions } of lab.devices) {
    if (behaviour !== 'normal' || !versions.includes('2c')) continue
    const live = await readDevice(address, credentials, here, signal)
    const recorded = await recordDevice(plan)(address, credentials, here, signal)
    if (live.outcome.status !== 'answered' || recorded.outcome.status !== 'answered') continue
    heard.push({ address, live: live.outcome.value, recording: recorded.outcome.value.recording })
  }
  return heard
}

t.test('the simulated board, recorded over UDP', async (t) => {
  const board = await hearBoard()
  t.ok(board.length > 20, `${board.length} devices were recorded whole`)

  await t.test('is read from its files as it is read from the wire', async (t) => {
    for (const { address, live, recording } of board) {
      const text = recording.varbinds.map(formatLine).join('\n')
      const read = await readRecording(fileOf(`${address}.snmprec`, text))
      t.equal(read.refused, 0, address)
      t.equal(read.recording.varbinds.map(formatLine).join('\n'), text, address)
      t.strictSame(await replayDevice(read.recording, signal), { status: 'answered', value: live }, address)
    }
  })

  await t.test(
    'shows no name, address, MAC address or serial number once anonymised, and is named the same',
    async (t) => {
      const key = Buffer.from('une clé pour tout le conseil')
      const words = ['outardes-lecture', 'Centre de services scolaire des Fous-de-Bassan']
      const names = new Map<string, string | null>()
      const told: [DeviceReading, DeviceReading][] = []
      const files: string[] = []
      for (const { address, live, recording } of board) {
        const result = await anonymise(recording, live, { address, words }, key)
        const replayed = await replayDevice(result.recording, signal)
        if (replayed.status !== 'answered') return t.fail(`${address}: ${replayed.status}`)
        told.push([live, replayed.value])
        names.set(live.sysName ?? '', replayed.value.sysName)
        t.equal(result.recording.varbinds.length, recording.varbinds.length, `${address}: no object is lost`)
        t.match(result.address, /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/)
        files.push(result.recording.varbinds.map(formatLine).join('\n').toLowerCase())
      }
      for (const [live, after] of told) {
        for (const field of ['vendor', 'model', 'osName', 'osVersion', 'kind', 'sysObjectID'] as const) {
          t.equal(after[field], live[field], `${live.sysName}: ${field}`)
        }
        for (const field of ['interfaces', 'neighbours', 'vlans', 'components', 'supplies'] as const) {
          t.equal(after[field].length, live[field].length, `${live.sysName}: ${field}`)
        }
        t.equal(after.serialNumber?.replace(/\w/g, '*'), live.serialNumber?.replace(/\w/g, '*'), 'the same shape')
        // A neighbour still has the name that it gives itself.
        for (const [i, { remoteSysName }] of live.neighbours.entries()) {
          const own = names.get(remoteSysName ?? '')
          if (own !== undefined) t.equal(after.neighbours[i]?.remoteSysName, own, `${live.sysName} → ${remoteSysName}`)
        }
      }
      const secrets = secretsOf(board)
      t.ok(secrets.length > 300, `${secrets.length} were looked for`)
      const left = files.flatMap((file) => secrets.filter((secret) => file.includes(secret)))
      t.strictSame([...new Set(left)], [])
    },
  )
})

/** Whatever must not be left, in each form in which a file could hold it: as text, in hexadecimal, in an index. */
function secretsOf(board: readonly Heard[]): string[] {
  const words = board.flatMap(({ address, live }) => [
    address,
    live.sysName,
    live.sysLocation,
    live.serialNumber,
    ...live.components.map(({ serialNumber }) => serialNumber),
    ...live.neighbours.flatMap(({ remoteSysName, remoteAddresses }) => [remoteSysName, ...remoteAddresses]),
    'cssfo.example',
    'outardes-lecture',
  ])
  const texts = words.filter((word) => word !== null).flatMap((word) => forms(Buffer.from(word), word))
  const octets = board.flatMap(({ address }) => forms(Buffer.from(address.split('.').map(Number)), address))
  // The last three octets of a MAC address alone may stand anywhere by chance: with what comes before them they do not.
  const macs = board
    .flatMap(({ live }) => [live.chassisMac, ...live.interfaces.map(({ physAddress }) => physAddress)])
    .filter((mac) => mac !== null)
    .flatMap((mac) => forms(Buffer.from(mac.replaceAll(':', ''), 'hex'), mac))
  return [...new Set([...texts, ...octets, ...macs])]
}

function forms(bytes: Buffer, text: string): string[] {
  const dotted = [...bytes].join('.')
  return [text.toLowerCase(), bytes.toString('hex'), bytes.length < 5 ? `.${dotted}` : dotted]
}

t.test('names inside descriptions, addresses in indexes and what others carry are replaced', async (t) => {
  const lines = [
    '1.3.6.1.2.1.1.1.0|4|Linux srv-eiders 5.10.0-8-amd64 SN:QX7731A9 root@srv-eiders.cssfo.example',
    '1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10',
    '1.3.6.1.2.1.1.5.0|4|srv-eiders.cssfo.example',
    '1.3.6.1.2.1.4.20.1.1.10.77.3.9|64|10.77.3.9', // IP-MIB::ipAdEntAddr
    '1.3.6.1.2.1.4.20.1.3.10.77.3.9|64|255.255.255.0', // IP-MIB::ipAdEntNetMask
    '1.3.6.1.2.1.4.22.1.2.2.10.77.3.41|4x|0011328899aa', // IP-MIB::ipNetToMediaPhysAddress
    '1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.7.0.0.2.17.50.255.254.136.153.171|2|2', // IP-MIB::ipAddressIfIndex
    '1.3.6.1.2.1.17.4.3.1.2.0.17.50.136.153.170|2|7', // BRIDGE-MIB::dot1dTpFdbPort
    '1.3.6.1.4.1.9.9.23.1.2.1.1.4.3.1|4x|0a4d0329', // CISCO-CDP-MIB::cdpCacheAddress
    '1.3.6.1.4.1.9.9.23.1.2.1.1.6.3.1|4|sw-macareux.cssfo.example(FOC7731K0QZ)', // CISCO-CDP-MIB::cdpCacheDeviceId
    '1.3.6.1.4.1.9.9.23.1.2.1.1.8.3.1|4|cisco WS-C2960X-48TS-L', // CISCO-CDP-MIB::cdpCachePlatform
    '1.3.6.1.4.1.99999.1.2.1.3.0.17.50.136.153.187|4|tablette de Maelle',
    '1.3.6.1.4.1.99999.1.3.0|4|login from 10.77.3.41 by j.tremblay@cssfo.example via sw-macareux',
    '1.3.6.1.4.1.99999.1.4.0|4|Model ZX-9 firmware 10.2.0.6',
    '1.3.6.1.4.1.99999.1.5.1.2.6.77.97.101.108.108.101|2|1', // An index that spells Maelle.
    '1.3.6.1.6.3.16.1.2.1.3.2.9.115.101.99.114.101.116|4|secret', // SNMP-VIEW-BASED-ACM-MIB
  ]
  const { recording } = await readRecording(fileOf('linux.snmprec', lines.join('\n')))
  const outcome = await replayDevice(recording, signal)
  if (outcome.status === 'failed') return t.fail('it was not read')
  const known = { address: '10.77.3.9', words: ['public'] }
  const { recording: result } = await anonymise(recording, outcome.value, known, Buffer.alloc(32, 7))
  const text = result.varbinds.map(formatLine).join('\n')
  for (const secret of [
    /eiders|cssfo|macareux|tremblay|maelle|QX7731A9|FOC7731K0QZ/i,
    /77\.97\.101\.108/,
    /10\.77\.3|0a4d03/,
    /8899aa|136\.153\.1(70|87)|50\.255\.254\.136/,
    /1\.3\.6\.1\.6\.3/,
  ]) {
    t.notMatch(text, secret)
  }
  for (const kept of [
    /^1\.3\.6\.1\.2\.1\.1\.1\.0\|4\|Linux \w{3}-\w{6} 5\.10\.0-8-amd64 SN:[A-Z]{2}\d{4}[A-Z]\d /m,
    /\|4x\|001132(?!8899aa)/,
    /1\.3\.6\.1\.2\.1\.17\.4\.3\.1\.2\.0\.17\.50\./,
    /\|64\|255\.255\.255\.0$/m,
    /cisco WS-C2960X-48TS-L/,
    /Model ZX-9 firmware 10\.2\.0\.6|Model ZX-9 firmware 100\./,
  ]) {
    t.match(text, kept)
  }
  const after = await replayDevice(result, signal)
  t.match(after, { status: 'answered', value: { kind: outcome.value.kind, osVersion: outcome.value.osVersion } })
  const [fdb] = /(?<=1\.3\.6\.1\.2\.1\.17\.4\.3\.1\.2\.)[\d.]+/.exec(text) ?? []
  const [arp] = /(?<=\|4x\|)001132[0-9a-f]{6}/.exec(text) ?? []
  t.equal(fdb, [...Buffer.from(arp ?? '', 'hex')].join('.'), 'a MAC address is the same in a value and in an index')
})

t.test('what a switch answers in the context of a VLAN is read from the file beside its own', async (t) => {
  const file = fileOf(
    'core.snmprec',
    [
      '1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9.1.1208',
      '1.3.6.1.2.1.1.5.0|4|core',
      '1.3.6.1.2.1.2.2.1.2.10103|4|GigabitEthernet1/0/3', // IF-MIB::ifDescr
      '1.3.6.1.2.1.2.2.1.3.10103|2|6', // IF-MIB::ifType
      '1.3.6.1.4.1.9.9.46.1.3.1.1.3.1.20|2|1', // CISCO-VTP-MIB::vtpVlanType
      '1.3.6.1.4.1.9.9.46.1.3.1.1.4.1.20|4|ELEVES', // CISCO-VTP-MIB::vtpVlanName
      '1.3.6.1.4.1.9.9.68.1.2.2.1.2.10103|2|20', // CISCO-VLAN-MEMBERSHIP-MIB::vmVlan
    ].join('\n'),
  )
  fileOf(
    'core@20.snmprec',
    [
      '1.3.6.1.2.1.17.1.4.1.2.3|2|10103', // BRIDGE-MIB::dot1dBasePortIfIndex
      '1.3.6.1.2.1.17.4.3.1.2.0.17.50.136.153.170|2|3', // BRIDGE-MIB::dot1dTpFdbPort
      '1.3.6.1.2.1.17.4.3.1.3.0.17.50.136.153.170|2|3', // BRIDGE-MIB::dot1dTpFdbStatus: learned(3)
    ].join('\n'),
  )
  const request = { m: messagesFor('en'), signal, tell: () => undefined }
  const recorded = { file, address: '10.20.0.5', isOwnAddress: false }
  const wanted = await replay(recorded, { ...request, endpoints: true })
  if (wanted.outcome.status !== 'answered') return t.fail(wanted.outcome.reason.code)
  t.match(wanted.outcome.value.macSightings, [{ vlanId: 20, ifIndex: 10103 }])
  t.equal(JSON.stringify(wanted.outcome.value.macSightings).includes('00:11:32:88:99:aa'), true)
  const unwanted = await replay(recorded, { ...request, endpoints: false })
  t.match(unwanted, { outcome: { status: 'answered', value: { macSightings: [] } }, packetsSent: 0 })
})

const corpus = sharedPath('corpus', 'snmprec')
t.test(
  'real recordings replay without a fault, and anonymised are named the same',
  { skip: skipWithout(corpus) },
  async (t) => {
    const files = readdirSync(corpus).filter((file) => !file.includes('@'))
    for (const file of files.filter((_, i) => i % 6 === 0)) {
      const { recording } = await readRecording(join(corpus, file))
      const before = await replayDevice(recording, signal)
      if (before.status !== 'answered') return t.fail(`${file}: ${before.reason.code}`)
      const known = { address: '10.77.3.9', words: [] }
      const { recording: result } = await anonymise(recording, before.value, known, Buffer.alloc(32, 7))
      const after = await replayDevice(result, signal)
      if (after.status !== 'answered') return t.fail(`${file}: ${after.reason.code}`)
      for (const field of ['vendor', 'model', 'osName', 'osVersion', 'kind'] as const) {
        t.equal(after.value[field], before.value[field], `${file}: ${field}`)
      }
      for (const field of ['interfaces', 'neighbours', 'vlans', 'components', 'accessPoints', 'software'] as const) {
        t.equal(after.value[field].length, before.value[field].length, `${file}: ${field}`)
      }
    }
  },
)
