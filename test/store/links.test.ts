import type { Test } from 'tap'
import type { DeviceReading, Neighbour } from '../../src/model/device.js'
import type { LinkDevice } from '../../src/model/link.js'
import { openStore, type Db } from '../../src/store/database.js'
import { boardOfDevice, linkBoards, linkDevices } from '../../src/store/links.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { startScan } from '../../src/store/scans.js'
import { settleDevices } from '../../src/store/settle.js'
import { onEachDatabase } from '../databases.js'
import { BLANK_INTERFACE, BLANK_NEIGHBOUR, BLANK_READING } from '../blank.js'

const BOARD = '798000'

async function emptyStore(t: Test, database: string): Promise<Db> {
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  return store.db
}

function night(n: number): string {
  return new Date(Date.UTC(2026, 10, n, 2)).toISOString()
}

const heard: Neighbour = {
  ...BLANK_NEIGHBOUR,
  protocol: 'lldp',
  localIfIndex: 1,
  localPort: '1/1/1',
  remoteChassisIdSubtype: 'macAddress',
  remoteChassisId: '02:00:00:00:00:02',
  remotePortIdSubtype: 'interfaceName',
  remotePortId: 'eth0',
  remoteSysName: 'eiders-ap1',
  remoteAddresses: ['10.0.0.2'],
}

function reading(serialNumber: string, neighbours: readonly Neighbour[]): DeviceReading {
  return {
    ...BLANK_READING,
    sysName: 'eiders-sw1',
    sysObjectID: '1.3.6.1.4.1.9.1.1',
    sysLocation: null,
    vendor: 'Cisco',
    model: 'C9200L',
    osName: null,
    osVersion: null,
    serialNumber,
    kind: 'switch',
    evidence: {},
    components: [],
    interfaces: [
      {
        ...BLANK_INTERFACE,
        ifIndex: 1,
        ifName: '1/1/1',
        ifDescr: null,
        ifAlias: 'vers eiders-ap1',
        ifType: 6,
        speedBps: 1_000_000_000,
        mtu: 1500,
        physAddress: '02:00:00:00:01:01',
        adminStatus: 'up',
        operStatus: 'up',
        duplex: 'full',
      },
    ],
    vlans: [],
    neighbours,
    supplies: [],
    chassisMac: '02:00:00:00:00:01',
  }
}

async function scanned(db: Db, address: string, at: string, value: DeviceReading, board = BOARD): Promise<void> {
  const id = await startScan(db, { board, at, targets: address })
  await writeResults(db, { id, board }, [
    { address, outcome: { status: 'answered', value }, credential: null, keep: true, at },
  ])
  await settleDevices(db, { id, board }, at)
}

async function all(db: Db, board: string): Promise<LinkDevice[]> {
  const devices: LinkDevice[] = []
  for await (const device of linkDevices(db, board)) devices.push(device)
  return devices
}

onEachDatabase('a device comes with its ports, its addresses and what it hears', async (t, database) => {
  const db = await emptyStore(t, database)
  await scanned(db, '10.0.0.1', night(1), reading('S1', [heard]))
  await scanned(db, '10.0.0.7', night(1), reading('S1', [heard]))
  t.strictSame(await all(db, BOARD), [
    {
      identity: 'serial:9:S1',
      board: BOARD,
      managementAddress: '10.0.0.1',
      addresses: ['10.0.0.1', '10.0.0.7'],
      chassisMac: '02:00:00:00:00:01',
      serialNumber: 'S1',
      sysName: 'eiders-sw1',
      vendor: 'Cisco',
      model: 'C9200L',
      kind: 'switch',
      lastSeen: night(1),
      interfaces: [
        {
          ifIndex: 1,
          ifName: '1/1/1',
          ifDescr: null,
          ifAlias: 'vers eiders-ap1',
          ifType: 6,
          speedBps: 1_000_000_000,
          physAddress: '02:00:00:00:01:01',
          operStatus: 'up',
          duplex: 'full',
        },
      ],
      neighbours: [{ ...heard, firstSeen: night(1) }],
    },
  ])
})

onEachDatabase(
  'a neighbour that came back, or whose name changed, keeps the night when it was first heard',
  async (t, database) => {
    const db = await emptyStore(t, database)
    const first = async (): Promise<string[]> =>
      (await all(db, BOARD)).flatMap(({ neighbours }) => neighbours.map(({ firstSeen }) => firstSeen))
    await scanned(db, '10.0.0.1', night(1), reading('S1', [heard]))
    await scanned(db, '10.0.0.1', night(2), reading('S1', []))
    t.strictSame(await first(), [], 'a neighbour that is no longer heard is none')
    await scanned(db, '10.0.0.1', night(3), reading('S1', [heard]))
    await scanned(db, '10.0.0.1', night(4), reading('S1', [{ ...heard, remoteSysName: 'eiders-ap1-bis' }]))
    t.strictSame(await first(), [night(1)])
    await scanned(db, '10.0.0.1', night(5), reading('S1', [{ ...heard, remotePortId: 'eth1' }]))
    t.strictSame(await first(), [night(5)], 'another port is another neighbour')
  },
)

onEachDatabase('boards are listed apart, and a device that was replaced has no links any more', async (t, database) => {
  const db = await emptyStore(t, database)
  await scanned(db, '10.0.0.1', night(1), reading('S1', [heard]))
  await scanned(db, '10.0.0.1', night(1), reading('S1', [heard]), '799000')
  t.strictSame(await linkBoards(db, null), [BOARD, '799000'])
  t.strictSame(await linkBoards(db, '799000'), ['799000'])
  await scanned(db, '10.0.0.1', night(2), { ...reading('S2', []), chassisMac: '02:00:00:00:00:09' })
  t.strictSame(
    (await all(db, BOARD)).map(({ identity }) => identity),
    ['serial:9:S2'],
  )
  const rows = await db.selectFrom('device').select(['id', 'board', 'until']).orderBy('id').execute()
  t.strictSame(await Promise.all(rows.map(({ id }) => boardOfDevice(db, id))), [null, '799000', BOARD])
})
