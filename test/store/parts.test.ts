import { sql } from '#kysely'
import type { Test } from 'tap'
import type { DeviceDocument, DeviceReading } from '../../src/model/device.js'
import type { Gauge } from '../../src/model/device-parts.js'
import { openStore, type Store } from '../../src/store/database.js'
import { deviceDocuments } from '../../src/store/device-documents.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { columnsByTable, copyTable, TABLES } from '../../src/store/transfer.js'
import { BLANK_READING } from '../blank.js'
import { onEachDatabase } from '../databases.js'

async function storeAt(t: Test, database: string): Promise<Store> {
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  return store
}

function reading(change: Partial<DeviceReading> = {}): DeviceReading {
  return {
    ...BLANK_READING,
    sysName: 'anse-c1',
    sysObjectID: '1.3.6.1.4.1.99999.1',
    serialNumber: 'S1',
    ...change,
  }
}

const at = (night: number): string => new Date(Date.UTC(2026, 10, night, 2)).toISOString()

/** Writes what one night gave, and tells how many devices changed. */
async function write(store: Store, night: number, value: DeviceReading, status: 'answered' | 'partial' = 'answered') {
  const scan = { id: await startScan(store.db, { board: '711000', targets: '', at: at(night) }), board: '711000' }
  const outcome =
    status === 'answered'
      ? ({ status, value } as const)
      : ({ status, value, reason: { code: 'timed-out-midway', during: 'IF-MIB::ifEntry' } } as const)
  return writeResults(store.db, scan, [{ address: '10.0.0.1', outcome, credential: 'c', keep: true, at: at(night) }])
}

async function documentOf(store: Store): Promise<DeviceDocument> {
  for await (const document of deviceDocuments(store.db, () => null, { board: null })) return document
  throw new Error('no device')
}

const gauge = (name: string, instance: string, value: number | string, unit: string | null = null): Gauge => ({
  name,
  instance,
  label: null,
  value,
  unit,
})

onEachDatabase('what changes all the time is written over: no fact opens, no row is added', async (t, database) => {
  const store = await storeAt(t, database)
  const printer = (pages: number, left: number): DeviceReading =>
    reading({
      supplies: [
        { instance: '1.1', description: 'Noir', percentLeft: left },
        { instance: '1.2', description: 'Cyan', percentLeft: null },
      ],
      gauges: [gauge('prtMarkerLifeCount', '1.1', pages, 'impressions'), gauge('hrPrinterStatus', '1', 'idle')],
    })
  const count = async (): Promise<number[]> =>
    Promise.all(
      (['device_system', 'supply', 'gauge'] as const).map(async (table) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(store.db)
        return rows[0]?.n ?? 0
      }),
    )
  t.match(await write(store, 1, printer(4_000_000_123, 80)), { devicesNew: 1 })
  const before = await count()
  t.strictSame(before, [1, 2, 3])
  t.match(await write(store, 2, printer(4_000_000_456, 79)), { devicesNew: 0, devicesChanged: 0 })
  t.strictSame(await count(), before)
  const document = await documentOf(store)
  t.strictSame(document.supplies, [
    { instance: '1.1', description: 'Noir', percentLeft: 79 },
    { instance: '1.2', description: 'Cyan', percentLeft: null },
  ])
  t.strictSame(document.gauges, [
    { ...gauge('hrPrinterStatus', '1', 'idle'), readAt: at(2) },
    { ...gauge('prtMarkerLifeCount', '1.1', 4_000_000_456, 'impressions'), readAt: at(2) },
    { ...gauge('prtMarkerSuppliesLevel', '1.1', 79, 'percent'), label: 'Noir', readAt: at(2) },
  ])
})

onEachDatabase('what is measured no more goes, unless the reading broke off', async (t, database) => {
  const store = await storeAt(t, database)
  const names = async (): Promise<string[]> => (await documentOf(store)).gauges.map(({ value }) => String(value))
  await write(store, 1, reading({ gauges: [gauge('prtAlertDescription', '1.1', 'a'), gauge('laLoad', '1', 0.5)] }))
  await write(store, 2, reading({ gauges: [gauge('prtAlertDescription', '1.1', 'b')] }), 'partial')
  t.strictSame(await names(), ['0.5', 'b'])
  t.strictSame(
    (await documentOf(store)).gauges.map(({ readAt }) => readAt),
    [at(1), at(2)],
  )
  await write(
    store,
    3,
    reading({ gauges: [gauge('prtAlertDescription', '1.10', 'd'), gauge('prtAlertDescription', '1.9', 'c')] }),
  )
  t.strictSame(await names(), ['c', 'd'], 'in the order of numbers')
  await write(store, 4, reading())
  t.strictSame(await names(), [])
})

onEachDatabase('hostile names and values are kept as far as a database can', async (t, database) => {
  const store = await storeAt(t, database)
  const long = 'é'.repeat(30_000)
  await write(
    store,
    1,
    reading({
      software: [{ name: long, type: null, installedOn: null }],
      accessPoints: [
        {
          id: long,
          name: 'x\0y',
          mac: null,
          model: null,
          serialNumber: null,
          osVersion: null,
          address: null,
          status: null,
        },
      ],
      storage: [{ index: 1, description: '/', type: 'fixedDisk', sizeBytes: 2 ** 53 }],
      gauges: [gauge('a', long, Number.NaN), gauge('b', long, 1.5e300), gauge('c', '1', `${long}\0`)],
    }),
  )
  const document = await documentOf(store)
  t.equal(document.software[0]?.name, 'é'.repeat(500))
  t.match(document.accessPoints[0], { name: 'xy', clients: null, channels: [] })
  t.equal(document.storage[0]?.sizeBytes, null, 'no whole number that is sure')
  t.strictSame(
    document.gauges.map(({ name, value }) => [name, value]),
    [
      ['b', 1.5e300],
      ['c', long],
    ],
  )
})

const PARTS: Partial<DeviceReading> = {
  memoryBytes: 16_384_000_000,
  accessPoints: [1, 2].map((n) => ({
    id: `02:00:5e:10:00:0${n}`,
    name: `ap${n}`,
    mac: null,
    model: 'R500',
    serialNumber: `AP${n}`,
    osVersion: null,
    address: null,
    status: 'up' as const,
  })),
  software: [{ name: 'zsh', type: 'application', installedOn: '2023-06-15' }],
  storage: [{ index: 31, description: '/', type: 'fixedDisk', sizeBytes: 5000 }],
  poeSources: [{ group: 1, budgetWatts: 370, status: 'on' }],
  poePorts: [{ group: 1, port: 7, ifIndex: 107, adminEnabled: true, status: 'deliveringPower', powerClass: 4 }],
  components: [
    {
      entPhysicalIndex: 2,
      class: 'chassis',
      descr: null,
      name: 'membre 2',
      modelName: null,
      serialNumber: 'M2',
      hardwareRev: null,
      softwareRev: null,
      containedIn: null,
      operState: 'enabled',
    },
  ],
  gauges: [
    gauge('wlanAPRadioNumAssociatedClients', '02:00:5e:10:00:01.1', 12, 'clients'),
    gauge('wlanAPRadioNumAssociatedClients', '02:00:5e:10:00:01.2', 3, 'clients'),
    gauge('wlanAPRadioChannel', '02:00:5e:10:00:01.1', 44, 'channel'),
    gauge('hrStorageUsed', '31', 1250, 'bytes'),
    gauge('pethMainPseConsumptionPower', '1', 93, 'watts'),
    gauge('cpeExtPsePortPwrConsumption', '1.7', 15.4, 'watts'),
  ],
}

onEachDatabase('each part is in the document with its own measurements', async (t, database) => {
  const store = await storeAt(t, database)
  await write(store, 1, reading(PARTS))
  const document = await documentOf(store)
  const { memoryBytes, accessPoints, software, storage, poeSources, poePorts, components } = document
  t.equal(memoryBytes, 16_384_000_000)
  t.strictSame(accessPoints, [
    { ...PARTS.accessPoints?.[0], clients: 15, channels: [44] },
    { ...PARTS.accessPoints?.[1], clients: null, channels: [] },
  ])
  t.strictSame(software, PARTS.software)
  t.strictSame(storage, [{ index: 31, description: '/', type: 'fixedDisk', sizeBytes: 5000, usedBytes: 1250 }])
  t.strictSame(poeSources, [{ group: 1, budgetWatts: 370, status: 'on', usedWatts: 93 }])
  t.strictSame(poePorts, [{ ...PARTS.poePorts?.[0], watts: 15.4 }])
  t.strictSame(components, PARTS.components)
  t.match(await write(store, 2, reading(PARTS)), { devicesNew: 0, devicesChanged: 0 })
  const fewer = { ...PARTS, accessPoints: PARTS.accessPoints?.slice(1) ?? [] }
  t.match(await write(store, 3, reading(fewer)), { devicesChanged: 1 })
  t.strictSame(
    (await documentOf(store)).accessPoints.map(({ name }) => name),
    ['ap2'],
  )
})

onEachDatabase('a copy takes the parts and the gauges', async (t, database) => {
  const store = await storeAt(t, database)
  await write(store, 1, reading({ ...PARTS, supplies: [{ instance: '1.1', description: 'Noir', percentLeft: 5 }] }))
  const other = await openStore(':memory:', { create: true })
  t.teardown(() => other.close())
  const columns = await columnsByTable()
  for (const table of TABLES) await copyTable(store.db, other.db, table, columns.get(table) ?? [], () => undefined)
  t.strictSame(await documentOf(other), await documentOf(store))
})

onEachDatabase(
  'a percent that was kept before gauges were is still told, until the printer is read',
  async (t, database) => {
    const store = await storeAt(t, database)
    const supplies = [{ instance: '1.1', description: 'Noir', percentLeft: 60 }]
    await write(store, 1, reading({ supplies }))
    await sql`update supply set instance = null, percent_left = 64`.execute(store.db)
    await sql`delete from gauge`.execute(store.db)
    t.strictSame((await documentOf(store)).supplies, [{ instance: null, description: 'Noir', percentLeft: 64 }])
    await sql`update device set content_hash = ''`.execute(store.db)
    await write(store, 2, reading({ supplies }))
    t.strictSame((await documentOf(store)).supplies, supplies)
  },
)

onEachDatabase('the names of a document’s fields are a promise', async (t, database) => {
  const store = await storeAt(t, database)
  await write(store, 1, reading({ ...PARTS, supplies: [{ instance: '1.1', description: 'Noir', percentLeft: 5 }] }))
  const document = await documentOf(store)
  const promised = [
    'schema managementAddress scannedAddresses sysName sysDescr sysObjectID sysLocation vendor model osName osVersion',
    'serialNumber kind evidence building status reasonCode firstSeen lastSeen components interfaces addresses vlans',
    'spanningTree neighbours supplies memoryBytes accessPoints software storage poeSources poePorts gauges',
  ]
  for (const name of promised.join(' ').split(' ')) t.ok(name in document, name)
  const names = (rows: readonly object[]): string => Object.keys(rows[0] ?? {}).join(' ')
  t.equal(
    names(document.components),
    'entPhysicalIndex class descr name modelName serialNumber hardwareRev softwareRev containedIn operState',
  )
  t.equal(names(document.supplies), 'instance description percentLeft')
  t.equal(names(document.accessPoints), 'id name mac model serialNumber osVersion address status clients channels')
  t.equal(names(document.software), 'name type installedOn')
  t.equal(names(document.storage), 'index description type sizeBytes usedBytes')
  t.equal(names(document.poeSources), 'group budgetWatts status usedWatts')
  t.equal(names(document.poePorts), 'group port ifIndex adminEnabled status powerClass watts')
  t.equal(names(document.gauges), 'name instance label value unit readAt')
})
