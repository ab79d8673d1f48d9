import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { closeSnmp, countTraffic } from '../../collectors/snmp.js'
import { loadConfig, type Config } from '../../src/app/config/load.js'
import { importFile } from '../../src/app/import.js'
import { LISTS } from '../../src/app/lists.js'
import { sampleTraffic } from '../../src/app/sample.js'
import type { Session } from '../../src/app/session.js'
import { showThing } from '../../src/app/show.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { DeviceReading } from '../../src/model/device.js'
import { Secret } from '../../src/model/secret.js'
import { openStore } from '../../src/store/database.js'
import { endScan, startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { BLANK_INTERFACE, BLANK_READING } from '../blank.js'
import { databaseOf, onEachDatabase } from '../databases.js'
import { cartable, folderFor } from '../cli/run.js'
import { Objects, response, startAgent, version1, type Leaf, type UdpAgent } from '../collectors/snmp/udp-agent.js'

process.env['TZ'] = 'America/Toronto'

const m = messagesFor('en')
const NBSP = '\u00a0'
const BOARD = '711000'
const credentials = ['lecture', 'other'].map((name) => ({
  name,
  version: '2c' as const,
  community: new Secret(name),
  networks: null,
}))

/** A router whose counters grow with the test's clock. */
interface Router {
  bootAt: number
  /** Octets since boot, by the second. */
  readonly inPerSecond: number
  readonly outPerSecond: number
  readonly wide: boolean
  /** 0 while it is off. */
  speed: number
  name: string
}

function counter(value: number, wide: boolean): Leaf {
  const bytes = Buffer.alloc(9)
  bytes.writeBigUInt64BE(BigInt.asUintN(wide ? 64 : 32, BigInt(Math.floor(value))), 1)
  return { tag: wide ? 0x46 : 0x41, bytes: wide ? bytes : bytes.subarray(4) }
}

function objectsOf(router: Router, clock: number): Objects {
  const seconds = (clock - router.bootAt) / 1000
  const [received, sent] = [router.inPerSecond, router.outPerSecond].map((each) => counter(each * seconds, router.wide))
  const column = (name: number): string =>
    router.wide ? `1.3.6.1.2.1.31.1.1.1.${name}.3` : `1.3.6.1.2.1.2.2.1.${name}.3`
  return new Objects({
    '1.3.6.1.2.1.1.1.0': 'router',
    '1.3.6.1.2.1.1.3.0': { tag: 0x43, bytes: Buffer.from((seconds * 100).toString(16).padStart(10, '0'), 'hex') },
    '1.3.6.1.2.1.31.1.1.1.1.3': router.name,
    '1.3.6.1.2.1.31.1.1.1.15.3': { tag: 0x42, bytes: Buffer.from([router.speed / 1e6]) },
    ...(router.wide ? { '1.3.6.1.2.1.31.1.1.1.19.3': { tag: 0x43, bytes: Buffer.from([0]) } } : {}),
    [column(router.wide ? 6 : 10)]: received ?? 0,
    [column(router.wide ? 10 : 16)]: sent ?? 0,
  })
}

interface Ward {
  readonly session: Session
  readonly agents: readonly UdpAgent[]
  readonly routers: readonly [Router, Router, Router]
  clock: number
  sampleAt(iso: string): ReturnType<typeof sampleTraffic>
}

/** Two routers with a wide-area interface each, one of them with 32-bit counters alone, and a switch without. */
async function wardFor(t: Test, database: string): Promise<Ward> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-sample-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const start = Date.parse('2026-11-29T23:45:00-05:00')
  const router = (change: Partial<Router>): Router => ({
    bootAt: start - 86_400_000,
    inPerSecond: 1_250_000,
    outPerSecond: 125_000,
    wide: true,
    speed: 100e6,
    name: 'Gi0/3',
    ...change,
  })
  const routers = [router({}), router({ wide: false }), router({})] as const
  const ward = { clock: start, routers: [...routers] as [Router, Router, Router] }
  const agents: UdpAgent[] = []
  for (const [i, each] of routers.entries()) {
    const reply = (_bytes: Buffer, request: Parameters<typeof response>[0] | null): Buffer | null =>
      request === null || each.speed === 0 || request.community.toString() !== 'lecture'
        ? null
        : response(request, objectsOf(each, ward.clock).answer(request))
    agents.push(await startAgent(reply, { address: `127.77.0.${i + 1}`, port: agents[0]?.port ?? 0 }))
  }
  t.teardown(() => Promise.all(agents.map((agent) => agent.close())))
  const defaults = await loadConfig(null, folder, m.config)
  const config: Config = {
    ...defaults,
    database,
    board: { code: BOARD },
    networks: [{ cidr: '127.77.0.0/24', building: '711001' }],
    scan: { ...defaults.scan, port: agents[0]?.port ?? 0, timeoutMs: 300, retries: 0 },
    wan: {
      aliasPattern: 'WAN|RISQ',
      interfaces: [
        { device: '127.77.0.2', ifName: 'Gi0/3', link: 'L-2' },
        { device: '127.77.0.9', ifName: 'x' },
      ],
    },
  }
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  const session: Session = { config, store, m, env: {}, now: () => new Date(ward.clock).toISOString() }
  await nightOf(session, 3)
  const sampleAt = (iso: string) => {
    ward.clock = Date.parse(iso)
    return sampleTraffic(session, { credentials: credentials.toReversed(), signal: new AbortController().signal })
  }
  return Object.assign(ward, { session, agents, sampleAt })
}

async function nightOf({ store, now }: Session, ifIndex: number): Promise<void> {
  const id = await startScan(store.db, { board: BOARD, targets: '', at: now() })
  const value = (n: number): DeviceReading => ({
    ...BLANK_READING,
    sysName: `rt${n}`,
    serialNumber: `S${n}`,
    interfaces: [
      { ...BLANK_INTERFACE, ifIndex, ifName: 'Gi0/3', ifAlias: n === 1 ? 'WAN RISQ' : 'x', speedBps: 100e6 },
      { ...BLANK_INTERFACE, ifIndex: 9, ifName: 'Gi0/9' },
    ],
  })
  const results = [1, 2, 3].map((n) => ({
    address: `127.77.0.${n}`,
    outcome: { status: 'answered' as const, value: value(n) },
    credential: 'lecture',
    keep: true,
    at: now(),
  }))
  await writeResults(store.db, { id, board: BOARD }, results)
  const none = {
    addresses: 3,
    answered: 3,
    partial: 0,
    failed: 0,
    byReason: {},
    changes: {},
    packetsSent: 0,
    bytesSent: 0,
  }
  await endScan(store.db, {
    scan: id,
    startedAt: now(),
    endedAt: now(),
    ...none,
    devicesNew: 0,
    devicesChanged: 0,
    devicesMissing: 0,
  })
}

async function rowsOf(session: Session): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for await (const row of (await LISTS['traffic']?.(session, 'kept')) as AsyncIterable<object>) rows.push({ ...row })
  return rows
}

onEachDatabase('samples around midnight: rates, the day summarised, what is shown', async (t, database) => {
  const ward = await wardFor(t, database)
  const { session } = ward
  const first = await ward.sampleAt('2026-11-29T23:50:00-05:00')
  t.match(first, { devices: 2, interfaces: 2, read: 2, rates: 0, unknown: { first: 2 }, silent: [], days: [] })
  t.strictSame(first.unmatched, ['127.77.0.9 x'])
  t.strictSame(first.unknownLinks, ['L-2'])
  t.strictSame(
    ward.agents.map(({ requests }) => requests.length),
    [2, 3, 0],
    'a greeting and a GET; a second GET without 64-bit counters; no other device',
  )
  t.ok(
    ward.agents.every(({ requests }) => requests.every(({ community }) => community.toString() === 'lecture')),
    'the credential that worked',
  )

  const second = await ward.sampleAt('2026-11-29T23:55:00-05:00')
  t.match(second, { read: 2, rates: 2, unknown: {}, days: [], unmatched: [] })
  t.strictSame((await ward.sampleAt('2026-11-30T00:00:10-05:00')).days, ['2026-11-29'], 'the day is over')
  t.strictSame((await ward.sampleAt('2026-11-30T00:05:00-05:00')).days, [], 'once')
  const [rt1] = ward.routers
  rt1.bootAt = ward.clock + 60_000
  t.match(await ward.sampleAt('2026-11-30T00:10:00-05:00'), { rates: 1, unknown: { restart: 1 } })

  // 1,250,000 octets a second in and a tenth of it out: 10 and 1 Mbit/s.
  const figures = { p95InBps: 10e6, p95OutBps: 1e6, maxInBps: 10e6, meanInBps: 10e6 }
  const rows = await rowsOf(session)
  const near = (value: unknown, expected: number): boolean => Math.abs(Number(value) - expected) < 100
  t.strictSame(
    rows.map((row) => [
      row['managementAddress'],
      row['port'],
      row['link'],
      row['day'],
      row['samples'],
      row['expected'],
      row['sufficient'],
    ]),
    [
      ['127.77.0.1', 'Gi0/3', null, '2026-11-30', 1, 288, false],
      ['127.77.0.1', 'Gi0/3', null, '2026-11-29', 2, 288, false],
      ['127.77.0.2', 'Gi0/3', 'L-2', '2026-11-30', 2, 288, false],
      ['127.77.0.2', 'Gi0/3', 'L-2', '2026-11-29', 2, 288, false],
    ],
  )
  for (const row of rows)
    for (const [key, value] of Object.entries(figures)) t.ok(near(row[key], value), `${key} ${row[key]}`)
  t.strictSame(rows[0]?.['evidence'], ['alias: WAN RISQ'])
  const shown = await showThing(session, '127.77.0.1')
  const text = (shown?.text ?? []).join('\n').replaceAll(NBSP, ' ')
  t.match(text, /Measured traffic:\n {2}Gi0\/3 \(alias "WAN RISQ"\)\n.* 00:10: rate unknown, the device has restarted/)
  t.match(
    text,
    /2026-11-29, 95th percentile: receives 10 Mbit\/s, sends 1 Mbit\/s \(2 samples of 288\)\n *less than half/,
  )
  t.match(shown?.record, { traffic: [{ port: 'Gi0/3', last: { unknown: 'restart' } }] })
  t.strictSame((await showThing(session, '127.77.0.3'))?.record, {
    ...(await showThing(session, '127.77.0.3'))?.record,
    traffic: [],
  })
})

/** Imports one wide-area link, L-2, of 50 and 20 Mbit/s, and the places that it may join. */
async function importLink(session: Session, a: string, b: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-link-'))
  const take = async (kind: 'schools' | 'wan-links', rows: readonly string[]): Promise<void> => {
    const file = join(folder, `${kind}.csv`)
    await writeFile(file, `${rows.join('\n')}\n`)
    const signal = new AbortController().signal
    const asked = { kind, file, acceptPartial: false, dryRun: false, signal, progress: () => undefined }
    const { outcome, problems } = await importFile(session, asked)
    if (!['taken', 'unchanged'].includes(outcome)) throw new Error(`${outcome} ${JSON.stringify(problems)}`)
  }
  await take('schools', [
    'CD_ORGNS,NOM_OFFCL_ORGNS,CD_IMM,NOM_IMM,PRESC,PRIM,SEC,FORM_PRO,ADULTE,CD_CS,NOM_CS,TYPE_CS,NOM_MUNCP_GDUNO_IMM,NOM_MRC,NOM_REG_ADM,COORD_X_LL84_IMM,COORD_Y_LL84_IMM,ORDRE_ENS',
    ...[1, 8, 9].map(
      (n) => `71110${n},École ${n},71100${n},École ${n},0,1,0,0,0,711000,CSS,Franco,Val,MRC,Région,,,Primaire`,
    ),
  ])
  await take('wan-links', [
    'id,a,b,capacity_down_mbps,capacity_up_mbps,status,role',
    `L-2,${a},${b},50,20,operational,primary`,
  ])
  await rm(folder, { recursive: true })
}

onEachDatabase(
  'a wide-area link is shown with what is measured at its ends, beside its capacity',
  async (t, database) => {
    const ward = await wardFor(t, database)
    const { session } = ward
    await importLink(session, '711001', '711009')
    const shown = async (): Promise<{ text: string; record: object | undefined }> => {
      const thing = await showThing(session, 'L-2')
      return { text: (thing?.text ?? []).join('\n').replaceAll(NBSP, ' '), record: thing?.record }
    }
    t.notMatch((await shown()).text, /Measured traffic/, 'nothing leads there that is known')
    await ward.sampleAt('2026-11-29T23:50:00-05:00')
    t.match((await shown()).text, /Measured traffic:\n {2}rt2, 127\.77\.0\.2, Gi0\/3 \(End A\)\n {4}not measured yet/)
    await ward.sampleAt('2026-11-29T23:55:00-05:00')
    await ward.sampleAt('2026-11-30T00:00:10-05:00')

    // It receives 10 Mbit/s and sends 1. At the school's end that is down and up: 10 of 50, 1 of 20.
    const day = '2026-11-2[89]|2026-11-30'
    const atA = await shown()
    t.match(
      atA.text,
      /95th percentile: ↓ 10 Mbit\/s \(20% of 50 Mbit\/s\), ↑ 1 Mbit\/s \(5% of 20 Mbit\/s\); \d samples of 288\n *less than half/,
    )
    t.match(atA.text, new RegExp(day))
    t.match(atA.record, {
      traffic: [{ managementAddress: '127.77.0.2', link: 'L-2', linkEnd: 'a', sufficient: false }],
    })

    // A day of which more than half is measured goes before a later one that has begun.
    const { db } = session.store
    await db
      .updateTable('traffic_day')
      .set({ samples: 280, p95_in_bps: 45e6 })
      .where('day', '=', '2026-11-29')
      .execute()
    const atFull = await shown()
    t.match(atFull.text, /2026-11-29, 95th percentile: ↓ 45 Mbit\/s \(90% of 50 Mbit\/s\), .*; 280 samples of 288$/m)
    t.notMatch(atFull.text, /less than half/)

    // The same interface at the other end: what it receives flows up.
    await importLink(session, '711009', '711001')
    await ward.sampleAt('2026-11-30T00:05:00-05:00')
    t.match(
      (await shown()).text,
      /\(End B\)\n.*: ↓ 1 Mbit\/s \(2% of 50 Mbit\/s\), ↑ 45 Mbit\/s \(225% of 20 Mbit\/s\)/,
    )

    // A link between two other buildings: nothing says which way is down.
    await importLink(session, '711008', '711009')
    await ward.sampleAt('2026-11-30T00:10:00-05:00')
    t.match((await shown()).text, /Gi0\/3\n.*: receives 45 Mbit\/s, sends 1 Mbit\/s; 280 samples/)
  },
)

onEachDatabase(
  'a port that has another number, a device that is silent, what is kept and for how long',
  async (t, database) => {
    const ward = await wardFor(t, database)
    const { session } = ward
    const { db } = session.store
    await ward.sampleAt('2026-11-29T23:50:00-05:00')
    const [rt1] = ward.routers
    rt1.name = 'Vlan12'
    ward.routers[1].speed = 0
    const second = await ward.sampleAt('2026-11-29T23:55:00-05:00')
    t.match(second, { read: 1, rates: 0, unknown: { renumbered: 1 }, silent: ['127.77.0.2'] })
    rt1.name = 'Gi0/3'
    t.match(
      await ward.sampleAt('2026-11-30T00:00:00-05:00'),
      { rates: 1, days: ['2026-11-29'] },
      'since its own last reading',
    )
    const [day] = await db.selectFrom('traffic_day').selectAll().execute()
    t.match(day, { samples: 0, p95_in_bps: null, measured_seconds: 600 })

    // Day 0 + 13 months is kept, the one before is not; readings of three days ago are.
    const id = day?.wan_interface_id ?? 0
    const { id: _, ...old } = day ?? { id: 0 }
    await db
      .insertInto('traffic_day')
      .values([
        { ...old, day: '2025-11-01' },
        { ...old, day: '2025-10-31' },
      ] as never)
      .execute()
    await ward.sampleAt('2026-11-30T23:55:00-05:00')
    await ward.sampleAt('2026-12-01T00:00:00-05:00')
    const days = await db.selectFrom('traffic_day').select('day').orderBy('day').execute()
    t.strictSame(
      days.map((row) => row.day),
      ['2025-11-01', '2026-11-29', '2026-11-30'],
    )
    await ward.sampleAt('2026-12-03T23:58:00-05:00')
    await ward.sampleAt('2026-12-04T00:01:00-05:00')
    const samples = await db
      .selectFrom('traffic_sample')
      .select('at')
      .where('wan_interface_id', '=', id)
      .orderBy('id')
      .execute()
    t.strictSame(
      samples.map(({ at }) => at),
      ['2026-12-01T05:00:00.000Z', '2026-12-04T04:58:00.000Z', '2026-12-04T05:01:00.000Z'],
    )

    session.config.wan.interfaces.length = 0
    t.match(
      await ward.sampleAt('2026-12-04T00:08:00-05:00'),
      { devices: 1, interfaces: 1 },
      'the configuration names it no more',
    )
  },
)

t.test('two samples do not overlap', async (t) => {
  const folder = t.testdir({})
  const ward = await wardFor(t, join(folder, 'a.db'))
  await writeFile(join(folder, 'a.db.sample.lock'), `${process.pid} ${hostname()}\n`)
  await t.rejects(ward.sampleAt('2026-11-29T23:50:00-05:00'), { name: 'UserError', message: m.sample.running })
  await rm(join(folder, 'a.db.sample.lock'))
  t.match(await ward.sampleAt('2026-11-29T23:50:00-05:00'), { read: 2 })
})

t.test('the command says that there is nothing to measure, and what to do', async (t) => {
  const cwd = await folderFor(t)
  await writeFile(join(cwd, 'communaute'), 'x', { mode: 0o600 })
  await writeFile(
    join(cwd, 'cartable.yaml'),
    'database: ./a.db\ncredentials: [{ name: v2, version: 2c, community: { file: ./communaute } }]\nwan: { interfaces: [{ device: rt9, ifName: Gi0 }] }\n',
  )
  const { CARTABLE_DATABASE: server, PGPASSWORD: password } = await databaseOf(cwd)
  await (await openStore(server ?? join(cwd, 'a.db'), { create: true, password: password ?? null })).close()
  const ran = await cartable(['mesurer', '--lang', 'fr'], { cwd })
  t.equal(ran.code, 0, ran.err)
  t.match(ran.err.replaceAll(NBSP, ' '), /« wan » nomme rt9 Gi0, .*\nAucune interface connue .*\nNommez-les/)
})

t.test('an agent of SNMP v1 without 64-bit counters, and more ports than one GET may ask for', async (t) => {
  const ports = [1, 2, 3, 4, 5, 6].map((ifIndex) => ({ ifIndex, ifName: null }))
  const objects: Record<string, Leaf> = {
    '1.3.6.1.2.1.1.1.0': 'old',
    '1.3.6.1.2.1.1.3.0': { tag: 0x43, bytes: Buffer.from([9]) },
  }
  for (const { ifIndex } of ports) {
    objects[`1.3.6.1.2.1.2.2.1.5.${ifIndex}`] = { tag: 0x42, bytes: Buffer.from([0, 0x98, 0x96, 0x80]) }
    objects[`1.3.6.1.2.1.2.2.1.10.${ifIndex}`] = { tag: 0x41, bytes: Buffer.from([0, 0xff, 0xff, 0xff, ifIndex]) }
    // Some agents send a counter as if it had a sign: 2³¹ is -2³¹.
    objects[`1.3.6.1.2.1.2.2.1.16.${ifIndex}`] = { tag: 0x41, bytes: Buffer.from([0x80, 0, 0, 0]) }
  }
  const agent = await startAgent((_bytes, request) =>
    request === null ? null : version1(request, new Objects(objects)),
  )
  t.teardown(() => agent.close())
  const credential = { name: 'v1', version: '1' as const, community: new Secret('x'), networks: null }
  const settings = {
    port: agent.port,
    timeoutMs: 500,
    retries: 0,
    perDevice: 1,
    maxRowsPerTable: 1,
    maxMsPerDevice: 10_000,
  }
  const read = countTraffic(ports, () => '2026-11-30T05:00:00.000Z')
  const { outcome } = await read('127.0.0.1', [credential], settings, new AbortController().signal)
  closeSnmp()
  t.equal(outcome.status, 'answered')
  t.strictSame(
    outcome.status === 'failed' ? [] : outcome.value,
    ports.map((port) => ({
      ...port,
      isSame: true,
      at: '2026-11-30T05:00:00.000Z',
      upTime: 9,
      inOctets: BigInt(0xffffff00 + port.ifIndex),
      outOctets: 2n ** 31n,
      bits: 32,
      discontinuityTime: null,
      speedBps: 10_000_000,
    })),
  )
})
