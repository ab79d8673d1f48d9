import type { Test } from 'tap'
import type { DeviceDocument, DeviceReading } from '../../src/model/device.js'
import { openStore, type Store } from '../../src/store/database.js'
import { deviceDocuments } from '../../src/store/device-documents.js'
import { findDeviceIds, listDevices, listInterfaces } from '../../src/store/devices.js'
import { listBuildings, listSchoolBuildings, listSchools } from '../../src/store/organisation.js'
import { leftOut, listOverrides, removeOverrides, writeOverrides, type NewOverride } from '../../src/store/overrides.js'
import { adoptBoard, knownAddresses, startScan } from '../../src/store/scans.js'
import { settleDevices } from '../../src/store/settle.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { addSource } from '../../src/store/sources.js'
import { onEachDatabase } from '../databases.js'
import { BLANK_READING } from '../blank.js'
import { writeFacts } from './write-facts.js'

async function withStore(t: Test, database: string): Promise<Store> {
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  return store
}

const day = (n: number): string => new Date(Date.UTC(2026, 10, n, 2)).toISOString()

function said(change: Partial<NewOverride> = {}): NewOverride {
  const usual = { board: '', noun: 'device', subject: '1', field: 'model', value: '6200F', why: 'plaque', who: 'marie' }
  return { ...(usual as NewOverride), since: day(2), ...change }
}

function reading(serialNumber: string, sysName: string): DeviceReading {
  return {
    ...BLANK_READING,
    sysName,
    sysObjectID: '1.3.6.1.4.1.47196.4.1.1.1.100',
    vendor: 'HPE Aruba',
    model: '6100',
    serialNumber,
    kind: 'switch',
    evidence: { model: 'entPhysicalModelName.1' },
  }
}

/** One night: which box, by serial and name, answers at which address; null for silence. Gives how many are missing. */
async function night(
  { db }: Store,
  n: number,
  answers: Readonly<Record<string, readonly [serial: string, name: string] | null>>,
): Promise<number> {
  const id = await startScan(db, { board: '', targets: 'all', at: day(n) })
  const silence = { status: 'failed', reason: { code: 'no-answer', during: null } } as const
  const results = Object.entries(answers).map(([address, box]) => ({
    address,
    outcome: box === null ? silence : ({ status: 'answered', value: reading(...box) } as const),
    credential: null,
    keep: true,
    at: day(n),
  }))
  await writeResults(db, { id, board: '' }, results)
  return settleDevices(db, { id, board: '' }, day(n))
}

async function documents({ db }: Store): Promise<DeviceDocument[]> {
  const found: DeviceDocument[] = []
  for await (const document of deviceDocuments(db, () => '798101', { board: null })) found.push(document)
  return found
}

onEachDatabase(
  'an override holds by intervals: the same words change nothing, others close and open',
  async (t, database) => {
    const store = await withStore(t, database)
    const { db } = store
    const [first] = await writeOverrides(db, [said()])
    t.match(first, { id: 1, value: '6200F', since: day(2), until: null })
    await writeOverrides(db, [said({ since: day(3) })])
    t.equal((await listOverrides(db, { removedToo: true })).length, 1)
    await writeOverrides(db, [said({ value: '6300M', who: 'luc', since: day(4) })])
    t.match(await listOverrides(db, { removedToo: true }), [
      { id: 1, value: '6200F', who: 'marie', since: day(2), until: day(4), removedBy: 'luc' },
      { id: 2, value: '6300M', who: 'luc', since: day(4), until: null, removedBy: null },
    ])
    await removeOverrides(db, [1, 2], 'eve', day(5))
    t.strictSame(await listOverrides(db, {}), [])
    t.match(await listOverrides(db, { removedToo: true }), [{ removedBy: 'luc' }, { until: day(5), removedBy: 'eve' }])
  },
)

onEachDatabase('several fields are written together, or none of them', async (t, database) => {
  const { db } = await withStore(t, database)
  const broken = said({ field: 'name', value: null as unknown as string })
  await t.rejects(writeOverrides(db, [said(), broken]), { code: /^(SQLITE_CONSTRAINT|23502)$/ })
  t.strictSame(await listOverrides(db, { removedToo: true }), [])
})

onEachDatabase(
  'what is said follows the box to another address, and not the box that takes its place',
  async (t, database) => {
    const store = await withStore(t, database)
    await night(store, 1, { '10.20.0.5': ['SG1', 'sw1'], '10.20.0.6': ['SG2', 'sw2'] })
    const before = await documents(store)
    await writeOverrides(store.db, [
      said(),
      said({ field: 'building', value: '798102' }),
      said({ field: 'name', value: 'gymnase' }),
      said({ field: 'kind', value: 'router' }),
    ])
    t.match(await documents(store), [
      {
        managementAddress: '10.20.0.5',
        model: '6200F',
        building: '798102',
        sysName: 'gymnase',
        kind: 'router',
        serialNumber: 'SG1',
        evidence: {
          model: 'override: 2026-11-02',
          building: 'override: 2026-11-02',
          sysName: 'override: 2026-11-02',
          kind: 'override: 2026-11-02',
        },
      },
      { managementAddress: '10.20.0.6', model: '6100', building: '798101', sysName: 'sw2' },
    ])
    for (const name of ['gymnase', 'sw1', 'SG1', '10.20.0.5']) {
      t.strictSame(await findDeviceIds(store.db, name, null), [1], name)
    }
    await night(store, 2, { '10.20.0.5': ['SG3', 'sw3'], '10.20.0.9': ['SG1', 'sw1'] })
    t.match(
      (await documents(store)).map(({ managementAddress, model }) => [managementAddress, model]),
      [
        ['10.20.0.5', '6100'],
        ['10.20.0.6', '6100'],
        ['10.20.0.9', '6200F'],
      ],
    )
    await night(store, 3, { '10.20.0.5': ['SG1', 'sw1'], '10.20.0.9': null })
    await removeOverrides(store.db, [1, 2, 3, 4], 'eve', day(4))
    const [after] = await documents(store)
    t.strictSame({ ...after, lastSeen: '', scannedAddresses: [] }, { ...before[0], lastSeen: '', scannedAddresses: [] })
  },
)

onEachDatabase(
  'an ignored device is left out and counted once, however often it is read; by id it is there',
  async (t, database) => {
    const store = await withStore(t, database)
    const { db } = store
    await night(store, 1, { '10.20.0.5': ['SG1', 'sw1'], '10.20.0.6': ['SG2', 'sw2'], '10.20.0.7': null })
    await writeOverrides(db, [said({ field: 'ignore', value: 'true' })])
    t.equal(leftOut(db).size, 0, 'nothing was read yet')
    const listed = await listDevices(db, () => null, null)
    t.strictSame(listed.map(({ managementAddress }) => managementAddress).sort(), ['10.20.0.6', '10.20.0.7'])
    t.equal((await documents(store)).length, 1)
    for await (const row of listInterfaces(db, null)) t.not(row.managementAddress, '10.20.0.5')
    t.strictSame([...leftOut(db)], [['device', 1]])
    const all = await listDevices(db, () => null, null, 'all')
    t.match(all.find(({ managementAddress }) => managementAddress === '10.20.0.5')?.overridden, ['ignore'])
    const asked: DeviceDocument[] = []
    for await (const document of deviceDocuments(db, () => null, { board: null, ids: [1] })) asked.push(document)
    t.equal(asked.length, 1)
  },
)

onEachDatabase('the silence of an ignored device is no news', async (t, database) => {
  const store = await withStore(t, database)
  await night(store, 1, { '10.20.0.5': ['SG1', 'sw1'], '10.20.0.6': ['SG2', 'sw2'] })
  t.equal(await night(store, 2, { '10.20.0.5': null, '10.20.0.6': null }), 2)
  await writeOverrides(store.db, [said({ field: 'ignore', value: 'true' })])
  t.equal(await night(store, 3, { '10.20.0.5': null, '10.20.0.6': null }), 1)
  const known = await knownAddresses(store.db, '')
  t.equal(known.get('10.20.0.5')?.isDevice, false)
  t.equal(known.get('10.20.0.6')?.isDevice, true)
})

onEachDatabase('what is said of a device goes with it to the board that adopts it', async (t, database) => {
  const store = await withStore(t, database)
  await night(store, 1, { '10.20.0.5': ['SG1', 'sw1'] })
  await writeOverrides(store.db, [said(), said({ noun: 'building', subject: '798101', field: 'name', value: 'Neuf' })])
  await adoptBoard(store.db, '798000')
  t.match(await listOverrides(store.db, {}), [
    { noun: 'device', board: '798000' },
    { noun: 'building', board: '' },
  ])
  t.equal((await listOverrides(store.db, { board: '711000' })).length, 1, 'a building is every board’s')
  t.match(await documents(store), [{ model: '6200F' }])
})

onEachDatabase('a value that no command would write is not taken from the database', async (t, database) => {
  const store = await withStore(t, database)
  await night(store, 1, { '10.20.0.5': ['SG1', 'sw1'] })
  await writeOverrides(store.db, [
    said({ field: 'kind', value: 'toaster' }),
    said({ noun: 'building', subject: '798101', field: 'coordinates', value: 'NaN,900' }),
  ])
  await building(store, '798101', -68.5)
  t.match(await documents(store), [{ kind: 'switch' }])
  t.match(await listBuildings(store.db), [{ coordinates: [-68.5, 48.5] }])
})

async function building({ db }: Store, code: string, lon: number): Promise<void> {
  const source = await addSource(db, { kind: 'schools', file: 'ecoles.csv', at: day(1) })
  const cells = { code, name: `Immeuble ${code}`, lon, lat: 48.5, municipality: null, mrc: null, region: null }
  await writeFacts(db, 'building', { source, at: day(1) }, [{ line: 2, cells: { ...cells, area_m2: null } }])
}

onEachDatabase(
  'a school leaves with the last of its buildings that is not ignored, and comes back with it',
  async (t, database) => {
    const store = await withStore(t, database)
    const { db } = store
    for (const code of ['798101', '798102']) await building(store, code, -68.5)
    const source = await addSource(db, { kind: 'schools', file: 'ecoles.csv', at: day(1) })
    await writeFacts(db, 'school', { source, at: day(1) }, [
      { line: 2, cells: { code: '798001', name: 'École A', board: '798000' } },
    ])
    const orders = { preschool: 0, primary_level: 1, secondary: 0, vocational: 0, adult: 0 }
    await writeFacts(
      db,
      'school_building',
      { source, at: day(1) },
      ['798101', '798102'].map((code, line) => ({ line, cells: { school: '798001', building: code, ...orders } })),
    )
    const seen = async (view: 'kept' | 'all' | 'read'): Promise<readonly [number, number, number]> => {
      const pairs = await listSchoolBuildings(db, view)
      return [(await listBuildings(db, view)).length, pairs.length, (await listSchools(db, pairs, view)).length]
    }
    const ignore = { noun: 'building', field: 'ignore', value: 'true' } as const
    await writeOverrides(db, [said({ ...ignore, subject: '798101' })])
    t.strictSame(await seen('kept'), [1, 1, 1])
    await writeOverrides(db, [said({ ...ignore, subject: '798102' })])
    t.strictSame(await seen('kept'), [0, 0, 0])
    t.strictSame(await seen('all'), [2, 2, 1])
    t.strictSame(await seen('read'), [2, 2, 1])
    t.strictSame(
      new Map(leftOut(db)),
      new Map([
        ['building', 2],
        ['school', 1],
      ] as const),
    )
    await removeOverrides(db, [2], 'eve', day(3))
    t.strictSame(await seen('kept'), [1, 1, 1])
  },
)
