import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { startLab, type Lab } from '../../collectors/lab/lab.js'
import { cartable, cartablePath, folderFor, freePort, type Ran } from './run.js'

interface Place {
  readonly folder: string
  readonly lab: Lab
  ran(...args: readonly string[]): Promise<Ran>
}

/** The simulated board answers, and a configuration may read it. */
async function placeFor(t: Test, scan = '', database: 'any' | 'file' = 'any'): Promise<Place> {
  const folder = await folderFor(t, database)
  const lab = await startLab({ port: 0 })
  t.teardown(() => lab.close())
  await writeFile(
    join(folder, 'cartable.yaml'),
    `language: en
credentials: [{ name: lecture, version: 2c, community: { env: LAB } }]
scan: { port: ${lab.port}, timeoutMs: 1000${scan} }
`,
  )
  const env = { LAB: lab.access.community }
  return { folder, lab, ran: (...args) => cartable(args, { cwd: folder, env }) }
}

const addressOf = (lab: Lab, family: string): string =>
  lab.devices.find((one) => one.family.startsWith(family) && one.behaviour === 'normal' && one.versions.includes('2c'))
    ?.address ?? ''

const TIMES = new Set(['firstSeen', 'lastSeen', 'readAt'])

async function documents(place: Place, args: readonly string[] = []): Promise<Record<string, unknown>[]> {
  const { out } = await place.ran(...args, 'export', 'devices', '--format', 'jsonl')
  return out
    .trim()
    .split('\n')
    .map(
      (line) => JSON.parse(line, (key, value: unknown) => (TIMES.has(key) ? null : value)) as Record<string, unknown>,
    )
}

t.test('what is recorded is replayed as it was scanned, without a packet or a credential', async (t) => {
  // Two databases side by side: each its own file.
  const place = await placeFor(t, '', 'file')
  const { folder, lab, ran } = place
  const addresses = ['cisco-9200l', 'hp-laserjet', 'apc-smart'].map((family) => addressOf(lab, family))
  for (const [i, address] of addresses.entries()) {
    const { code, out, err } = await ran('record', address, '--out', `recordings/${address}.snmprec`, '--json')
    t.equal(code, 0, err)
    t.match(JSON.parse(out), { address, status: 'answered', credential: 'lecture', anonymised: false })
    if (i === 0) t.equal((await stat(join(folder, 'recordings', `${address}.snmprec`))).mode & 0o777, 0o600)
  }
  t.equal((await ran('scan', '--no-ping', '--targets', addresses.join(','))).code, 0)
  const scanned = await documents(place)
  t.equal(scanned.length, 3)

  const before = lab.requests
  // Another configuration, another database, no credential.
  await writeFile(join(folder, 'replay.yaml'), 'language: en\ndatabase: ./replay.db\n')
  const other = ['--config', 'replay.yaml']
  const replay = await ran(...other, 'scan', '--replay', 'recordings', '--json')
  t.equal(replay.code, 0, replay.err)
  t.match(JSON.parse(replay.out), { addresses: 3, answered: 3, packetsSent: 0, devicesNew: 3 })
  t.match(replay.err, /Replay of 3 recordings of .*recordings: nothing was sent/)
  t.equal(lab.requests, before)
  t.strictSame(await documents(place, other), scanned)
  t.match((await ran(...other, 'list', 'scans', '--json')).out, /--replay/)
})

t.test('a folder of recordings: names that tell no address, contexts, wrong lines', async (t) => {
  const { folder, ran } = await placeFor(t)
  const dir = join(folder, 'dossier')
  await mkdir(dir)
  const system = '1.3.6.1.2.1.1.1.0|4|Something\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9.1.1\n1.3.6.1.2.1.1.5.0|4|'
  await writeFile(join(dir, '10.20.0.5.snmprec'), `${system}five\n`)
  await writeFile(join(dir, 'fd00--5.snmprec'), `${system}six\n`)
  await writeFile(join(dir, 'classroom.snmprec'), `${system}room\n1.3.6.1|4x|zz\nnonsense\n`)
  await writeFile(join(dir, 'classroom@10.snmprec'), `${system}vlan\n`)
  await writeFile(join(dir, 'notes.txt'), 'nothing of ours')
  const shown = await ran('scan', '--replay', 'dossier', '--dry-run')
  t.match(shown, { code: 0, err: /Would replay 3 recordings/ })
  const { code, err, out } = await ran('scan', '--replay', 'dossier', '--json')
  t.equal(code, 3, 'lines were refused')
  t.match(JSON.parse(out), { answered: 3, failed: 0 })
  t.match(err, /classroom\.snmprec:4: line left out: the value is not of its type/)
  t.match(err, /classroom\.snmprec:5: line left out: OID\|tag\|value is expected/)
  const [, invented = ''] =
    /classroom\.snmprec: this name tells no address; the device is kept under (fd00::\S+)/.exec(err) ?? []
  const listed = JSON.parse((await ran('list', 'devices', '--json')).out) as Record<string, unknown>[]
  const names = Object.fromEntries(listed.map((row) => [row['managementAddress'], row['sysName']]))
  t.strictSame(names, { '10.20.0.5': 'five', 'fd00::5': 'six', [invented]: 'room' })

  t.match(await ran('scan', '--replay', 'absent'), { code: 1, err: /absent/ })
  t.match(await ran('scan', '--replay', 'dossier', '--targets', '10.0.0.1'), { code: 2, err: /--targets/ })
  await mkdir(join(folder, 'empty'))
  t.match(await ran('scan', '--replay', 'empty'), { code: 1, err: /No recording/ })
})

t.test('an anonymised recording has another address for a name, and its key file makes others alike', async (t) => {
  const { folder, lab, ran } = await placeFor(t)
  const address = addressOf(lab, 'cisco-9200l')
  const first = await ran('record', address, '--anonymise', '--key-file', 'cle', '--json')
  t.equal(first.code, 0, first.err)
  const summary = JSON.parse(first.out) as { file: string; readDifferently: string[] }
  t.match(summary, { anonymised: true, vendor: 'Cisco', kind: 'switch', readDifferently: [] })
  t.match(summary.file, /\/100\.\d+\.\d+\.\d+\.snmprec$/)
  t.match(first.err, /Read the file before you send it/)
  t.equal((await stat(join(folder, 'cle'))).mode & 0o777, 0o600)
  const again = await ran('record', address, '--anonymise', '--key-file', 'cle', '--out', 'again.snmprec')
  t.equal(again.code, 0, again.err)
  const still = (text: string): string =>
    text
      .split('\n')
      .filter((line) => /\|(?:4x?|64)\|/.test(line))
      .join('\n')
  t.equal(still(await readFile(join(folder, 'again.snmprec'), 'utf8')), still(await readFile(summary.file, 'utf8')))
  const other = await ran('record', address, '--anonymise', '--json')
  t.not((JSON.parse(other.out) as { file: string }).file, summary.file, 'without it, each has its own key')
})

t.test('what cannot be recorded is said, and no file is left', async (t) => {
  const { folder, lab, ran } = await placeFor(t)
  const address = addressOf(lab, 'hp-laserjet')
  const silent = lab.devices.find(({ behaviour }) => behaviour === 'silent')?.address ?? ''
  const before = await readdir(folder)
  t.match(await ran('record', '10.20.0.0/24'), { code: 2, err: /no IP address/ })
  t.match(await ran('record', address, '--subtree', '1.3.x'), { code: 2, err: /no OID/ })
  t.match(await ran('record', address, '--all', '--subtree', '1.3.6'), { code: 2 })
  t.match(await ran('record', address, '--key-file', 'cle'), { code: 2, err: /--anonymise/ })
  const failed = await ran('record', silent, '--json')
  t.match(failed, { code: 1, err: /was not recorded: no answer/ })
  t.match(JSON.parse(failed.out), { status: 'failed', reasonCode: 'no-answer', file: null })
  t.strictSame(await readdir(folder), before)

  await writeFile(join(folder, 'there.snmprec'), 'kept', { mode: 0o644 })
  t.match(await ran('record', address, '--out', 'there.snmprec'), { code: 1, err: /exists already/ })
  t.equal(await readFile(join(folder, 'there.snmprec'), 'utf8'), 'kept')
  const forced = await ran('record', address, '--out', 'there.snmprec', '--force', '--subtree', '1.3.6.1.2.1.1')
  t.equal(forced.code, 0, forced.err)
  t.equal((await stat(join(folder, 'there.snmprec'))).mode & 0o777, 0o600)

  const loops = lab.devices.find(({ behaviour }) => behaviour === 'loops')?.address ?? ''
  const partial = await ran('record', loops, '--json')
  t.equal(partial.code, 3)
  t.match(JSON.parse(partial.out), { status: 'partial', reasonCode: 'agent-loop' })
  t.match(
    await readFile(join(folder, `${loops}.snmprec`), 'utf8'),
    /^1\.3\.6\.1\.2\.1\.47\./m,
    'what comes after the loop is there',
  )
})

t.test('Ctrl-C keeps what was read', async (t) => {
  const { folder, lab, ran } = await placeFor(t, ', packetsPerSecond: 10')
  const address = addressOf(lab, 'cisco-9200l')
  const before = lab.requests
  const child = spawn(process.execPath, [cartablePath, 'record', address], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LAB: lab.access.community },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const ended = once(child, 'close')
  while (lab.requests - before < 12 && child.exitCode === null) await sleep(5)
  child.kill('SIGINT')
  t.strictSame(await ended, [130, null])
  t.match(err, /Interrupted: what had been read is recorded/)
  const replayed = await ran('scan', '--replay', `${address}.snmprec`, '--json')
  t.match(JSON.parse(replayed.out), { answered: 1 })
})

const isThere = (program: string): boolean => spawnSync(program, ['-V']).error === undefined
const skip = ['snmpd', 'snmpwalk'].every((one) => isThere(one) || isThere(`/usr/sbin/${one}`))
  ? false
  : 'apt-get install snmpd snmp'

t.test('a recording of a real agent holds what snmpwalk prints', { skip }, async (t) => {
  const folder = await folderFor(t)
  const port = await freePort()
  await writeFile(
    join(folder, 'snmpd.conf'),
    `agentAddress udp:127.0.0.1:${port}
rocommunity lecture 127.0.0.1
sysName serveur-école
sysLocation Local technique « B »
sysDescr Serveur d'essai | version 4.5.6
`,
  )
  const env = { ...process.env, SNMP_PERSISTENT_DIR: folder, PATH: `${process.env['PATH']}:/usr/sbin` }
  const args = ['-f', '-C', '-c', join(folder, 'snmpd.conf'), '-Lf', join(folder, 'log'), '-p', join(folder, 'pid')]
  const agent = spawn('snmpd', args, { env, stdio: 'ignore' })
  t.teardown(async () => {
    if (agent.exitCode === null) {
      agent.kill()
      await once(agent, 'exit')
    }
  })
  // Everything in hexadecimal, numbers without a unit: nothing is lost in the printing.
  const walk = (oid: string): string =>
    execFileSync('snmpwalk', ['-v2c', '-c', 'lecture', '-t', '5', '-Onx', '-m', '', `127.0.0.1:${port}`, oid], {
      encoding: 'utf8',
    })
  for (let tries = 0; tries < 50; tries++) {
    await sleep(100)
    if (spawnSync('snmpget', ['-v2c', '-c', 'lecture', `127.0.0.1:${port}`, '1.3.6.1.2.1.1.5.0']).status === 0) break
  }
  await writeFile(
    join(folder, 'cartable.yaml'),
    `credentials: [{ name: lecture, version: 2c, community: { env: SNMP_COMMUNITY } }]\nscan: { port: ${port}, timeoutMs: 5000 }\n`,
  )
  // Tables that do not change from one walk to the next.
  const subtrees = ['1.3.6.1.2.1.1', '1.3.6.1.2.1.2', '1.3.6.1.2.1.31', '1.3.6.1.2.1.4.20']
  const ran = await cartable(['record', '127.0.0.1', '--out', 'real.snmprec', '--subtree', ...subtrees], {
    cwd: folder,
    env: { SNMP_COMMUNITY: 'lecture' },
  })
  t.equal(ran.code, 0, ran.err)
  const below = (oid: string): boolean => subtrees.some((subtree) => oid.startsWith(`${subtree}.`))
  const recorded = (await readFile(join(folder, 'real.snmprec'), 'utf8')).split('\n').filter(below)
  const printed = subtrees.flatMap((subtree) => entriesOf(walk(`.${subtree}`))).filter(([oid]) => below(oid))
  t.ok(printed.length > 50, `${printed.length} objects`)
  const byOid = new Map(recorded.map((line) => [line.slice(0, line.indexOf('|')), line]))
  t.strictSame([...byOid.keys()].sort(), printed.map(([oid]) => oid).sort())
  for (const [oid, type, value] of printed) {
    const [, tag, ...rest] = byOid.get(oid)?.split('|') ?? []
    t.equal(tag?.replace('x', ''), TAGS[type], oid)
    if (COUNTING.has(type)) continue
    const bytes = tag === '4x' ? (rest[0] ?? '') : Buffer.from(rest.join('|')).toString('hex')
    t.equal(type === 'Hex-STRING' ? bytes : rest.join('|'), value, oid)
  }
})

/** What snmpwalk calls each type (RFC 3416's tags). */
const TAGS: Readonly<Record<string, string>> = {
  INTEGER: '2',
  'Hex-STRING': '4',
  OID: '6',
  IpAddress: '64',
  Counter32: '65',
  Gauge32: '66',
  Timeticks: '67',
  Counter64: '70',
}
const COUNTING = new Set(['Counter32', 'Counter64', 'Timeticks'])

/** Lines of `snmpwalk -Onx`: OID, type, value; octet strings as hexadecimal digits without spaces. */
function entriesOf(printed: string): (readonly [oid: string, type: string, value: string])[] {
  return printed
    .split(/\n(?=\.)/)
    .filter((entry) => entry.startsWith('.'))
    .map((entry) => {
      const [, oid = '', rest = ''] = /^\.(\S+) = (.*)$/s.exec(entry.trimEnd()) ?? []
      if (rest === '""') return [oid, 'Hex-STRING', ''] as const
      const [, type = '', value = ''] = /^([\w-]+): ?(.*)$/s.exec(rest) ?? []
      const plain = type === 'Hex-STRING' ? value.replace(/\s+/g, '').toLowerCase() : value.replace(/^\./, '')
      return [oid, type, plain] as const
    })
}
