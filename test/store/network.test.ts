import type { Test } from 'tap'
import type { DeviceDocument, DeviceReading } from '../../src/model/device.js'
import { openStore, type Store } from '../../src/store/database.js'
import { deviceDocuments } from '../../src/store/device-documents.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { countSightings } from '../../src/store/sightings.js'
import { columnsByTable, copyTable, findInvertedIntervals, TABLES } from '../../src/store/transfer.js'
import { BLANK_INTERFACE, BLANK_NEIGHBOUR, BLANK_READING } from '../blank.js'
import { onEachDatabase } from '../databases.js'

const at = (night: number): string => new Date(Date.UTC(2026, 10, night, 2)).toISOString()

async function storeAt(t: Test, database: string): Promise<Store> {
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  return store
}

const SWITCH: DeviceReading = {
  ...BLANK_READING,
  serialNumber: 'S1',
  interfaces: [
    { ...BLANK_INTERFACE, ifIndex: 1, pvid: 10, untaggedVlans: [10], taggedVlans: [], stpState: 'blocking' },
    { ...BLANK_INTERFACE, ifIndex: 2, untaggedVlans: [], taggedVlans: [10, 20, 21, 22, 4094], lagIfIndex: 3 },
    { ...BLANK_INTERFACE, ifIndex: 3 },
  ],
  addresses: [
    { address: '10.20.0.5', prefixLength: 22, ifIndex: 3 },
    { address: 'fe80::5%3', prefixLength: null, ifIndex: null },
  ],
  spanningTree: { priority: null, rootMac: '02:00:5e:00:00:99', rootPriority: 4096, rootCost: 4, rootIfIndex: 3 },
  neighbours: [
    { ...BLANK_NEIGHBOUR, remoteSysName: 'coeur', remoteDescr: 'X440', remoteCapabilities: ['bridge', 'router'] },
  ],
}

/** Writes what one night gave, and tells how many devices changed. */
async function write(store: Store, night: number, value: DeviceReading): Promise<number> {
  const scan = { id: await startScan(store.db, { board: '711000', targets: '', at: at(night) }), board: '711000' }
  const result = {
    address: '10.20.0.5',
    outcome: { status: 'answered', value },
    credential: 'c',
    keep: true,
    at: at(night),
  } as const
  return (await writeResults(store.db, scan, [result])).devicesChanged
}

async function documentOf(store: Store): Promise<DeviceDocument> {
  for await (const document of deviceDocuments(store.db, () => null, { board: null })) return document
  throw new Error('no device')
}

onEachDatabase('what a device says of layers 2 and 3 is in its document as it was read', async (t, database) => {
  const store = await storeAt(t, database)
  await write(store, 1, SWITCH)
  const document = await documentOf(store)
  t.strictSame(document.interfaces, SWITCH.interfaces)
  t.strictSame(document.addresses, SWITCH.addresses)
  t.strictSame(document.spanningTree, SWITCH.spanningTree)
  t.strictSame(document.neighbours, SWITCH.neighbours)
  const ports = await store.db.selectFrom('interface').select('tagged_vlans').orderBy('if_index').execute()
  t.strictSame(
    ports.map(({ tagged_vlans: vlans }) => vlans),
    ['', '10,20-22,4094', null],
    'no VLAN is not the same as not told',
  )
  t.equal(await write(store, 2, SWITCH), 0)
  t.equal(await write(store, 3, { ...SWITCH, spanningTree: null, addresses: [] }), 1)
  t.strictSame((await documentOf(store)).addresses, [])
})

onEachDatabase(
  'a sighting keeps its first time and moves its last; a device is no other for it',
  async (t, database) => {
    const store = await storeAt(t, database)
    const seen = (n: number, vlanId: number | null, ifIndex: number) => ({
      mac: `02:00:00:00:00:0${n}`,
      vlanId,
      ifIndex,
    })
    const resolved = { address: '10.20.0.9', mac: '02:00:00:00:00:01', ifIndex: 3 }
    await write(store, 1, { ...SWITCH, macSightings: [seen(1, 10, 1), seen(2, null, 2), seen(2, null, 2)] })
    t.equal(
      await write(store, 2, {
        ...SWITCH,
        macSightings: [seen(1, 10, 1), seen(1, 10, 2)],
        addressSightings: [resolved],
      }),
      0,
      'what is behind its ports changes no device',
    )
    const { db } = store
    const rows = await db.selectFrom('mac_sighting').selectAll().orderBy('mac').orderBy('if_index').execute()
    t.strictSame(
      rows.map((row) => [row.mac, row.vlan_id, row.if_index, row.first_seen, row.last_seen]),
      [
        ['02:00:00:00:00:01', 10, 1, at(1), at(2)],
        ['02:00:00:00:00:01', 10, 2, at(2), at(2)],
        ['02:00:00:00:00:02', 0, 2, at(1), at(1)],
      ],
    )
    const device = rows[0]?.device_id ?? 0
    t.strictSame(await countSightings(db, device), { macs: 2, addresses: 1, lastSeen: at(2) })
    t.strictSame(await countSightings(db, device + 1), { macs: 0, addresses: 0, lastSeen: null })

    const copy = await openStore(':memory:', { create: true })
    t.teardown(() => copy.close())
    const columns = await columnsByTable()
    for (const table of TABLES) await copyTable(db, copy.db, table, columns.get(table) ?? [], () => undefined)
    t.equal((await copy.db.selectFrom('mac_sighting').selectAll().execute()).length, 3)
    t.equal((await copy.db.selectFrom('address_sighting').selectAll().execute()).length, 1)
    t.equal(await findInvertedIntervals(copy.db, 'mac_sighting'), 0)
    await copy.db
      .updateTable('mac_sighting')
      .set({ last_seen: at(0) })
      .execute()
    t.equal(await findInvertedIntervals(copy.db, 'mac_sighting'), 3)
  },
)

onEachDatabase('a core switch’s thousands of machines are written in one go', async (t, database) => {
  const store = await storeAt(t, database)
  const macSightings = Array.from({ length: 20_000 }, (_, i) => ({
    mac: `02:00:00:00:${(i >> 8).toString(16).padStart(2, '0')}:${(i & 255).toString(16).padStart(2, '0')}`,
    vlanId: 1 + (i % 40),
    ifIndex: 1 + (i % 48),
  }))
  for (const night of [1, 2]) await write(store, night, { ...SWITCH, macSightings })
  const { db } = store
  const rows = await db.selectFrom('mac_sighting').select(['first_seen', 'last_seen']).execute()
  t.equal(rows.length, 20_000)
  t.ok(rows.every((row) => row.first_seen === at(1) && row.last_seen === at(2)))
})
