import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile } from '../../src/app/import.js'
import { readDeviceAt, readInventory, readScans } from '../../src/app/inventory.js'
import { locator } from '../../src/app/locate.js'
import { planScan } from '../../src/app/scan-plan.js'
import { withSession, type Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { addressNumber, contains, parseCidr, sortedByAddress } from '../../src/lib/cidr.js'
import { shipped } from '../../src/lib/paths.js'
import type { DeviceReading } from '../../src/model/device.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { folderFor } from '../cli/run.js'
import { BLANK_READING } from '../blank.js'

const m = messagesFor('en')

/** A session on a new database, with a configuration. */
async function withDatabase(
  t: Parameters<typeof folderFor>[0],
  yaml: string,
  work: (session: Session) => Promise<void>,
) {
  const folder = await folderFor(t)
  const path = join(folder, 'cartable.yaml')
  await writeFile(path, `database: ./a.db\n${yaml}`)
  const config = await loadConfig(path, folder, m.config)
  await withSession({ m, env: {}, config: async () => config, out: { notice: () => undefined } }, 'write', work)
}

async function importSample(session: Session, kind: 'schools' | 'networks', file: string): Promise<void> {
  await importFile(session, {
    kind,
    file: shipped('data', 'samples', file),
    acceptPartial: false,
    dryRun: false,
    signal: new AbortController().signal,
    progress: () => undefined,
  })
}

const READING: DeviceReading = {
  ...BLANK_READING,
  sysName: 'anse-sw1',
  vendor: 'Invented',
  model: 'X1',
  serialNumber: 'INV1',
  kind: 'switch',
}

t.test('the inventory counts devices in their building, and says what a scan has seen so far', async (t) => {
  const yaml = 'networks: [{ cidr: 127.98.1.0/28, building: "798101" }]\n'
  await withDatabase(t, yaml, async (session) => {
    const { db } = session.store
    await importSample(session, 'schools', 'ecoles.csv')
    t.strictSame((await readInventory(session)).scans, { rows: [], underWay: null })
    const id = await startScan(db, { board: '', targets: '127.98.1.0/28', at: '2026-03-02T06:00:00.000Z' })
    const at = '2026-03-02T06:01:00.000Z'
    const common = { credential: 'c', keep: true, at }
    await writeResults(db, { id, board: '' }, [
      { ...common, address: '127.98.1.10', outcome: { status: 'answered', value: READING } },
      { ...common, address: '127.98.1.9', outcome: { status: 'failed', reason: { code: 'no-answer', during: null } } },
      { ...common, address: '10.9.9.9', outcome: { status: 'failed', reason: { code: 'no-answer', during: null } } },
    ])
    const { devices, buildings, scans } = await readInventory(session)
    t.strictSame(
      devices.map(({ managementAddress, building }) => [managementAddress, building]),
      [
        ['10.9.9.9', null],
        ['127.98.1.9', '798101'],
        ['127.98.1.10', '798101'],
      ],
      'in the order of addresses as numbers',
    )
    t.match(
      buildings.find(({ building }) => building === '798101'),
      { answered: 1, failed: 1, schoolNames: [/Cap-aux-Eiders/] },
    )
    t.match(
      buildings.find(({ building }) => building === '798102'),
      { answered: 0, failed: 0 },
    )
    t.strictSame(scans.underWay, { read: 1, failed: 2, lastAt: at })
    t.strictSame(await readScans(session), scans)
    t.match(await readDeviceAt(session, '127.98.1.10'), { serialNumber: 'INV1', building: '798101' })
    t.equal(await readDeviceAt(session, '127.98.1.9'), null, 'nothing was ever read there')
  })
})

t.test('the plan of a scan tells what would be asked, and never a secret', async (t) => {
  const yaml = `networks: [{ cidr: 10.20.0.0/24 }, { cidr: 0.0.0.0/4 }]
credentials:
  - { name: lecture, version: 2c, community: { env: NOWHERE }, networks: [10.20.0.0/28] }
`
  await withDatabase(t, yaml, async (session) => {
    const plan = await planScan(session)
    t.strictSame(plan, {
      written: '10.20.0.0/24',
      tooLarge: ['0.0.0.0/4'],
      addresses: 254,
      networks: 1,
      credentials: [{ name: 'lecture', version: '2c', networks: ['10.20.0.0/28'] }],
      packetsPerSecond: 500,
      blackout: null,
    })
    await importSample(session, 'schools', 'ecoles.csv')
    await importSample(session, 'networks', 'reseaux.csv')
    t.equal((await planScan(session)).addresses, 254 + 212, 'imported networks are asked too')
  })
  await withDatabase(t, '', async (session) => {
    await t.rejects(planScan(session), { message: m.scan.noCredentials })
  })
})

const octet = fc.nat({ max: 255 })
const address = fc.tuple(fc.constant(10), fc.nat({ max: 3 }), octet, octet).map((parts) => parts.join('.'))
const network = fc.record({
  cidr: fc.tuple(address, fc.integer({ min: 8, max: 32 })).map(([text, prefix]) => `${text}/${prefix}`),
  building: fc.option(fc.constantFrom('711001', '711002', '711003', '711004')),
})

t.test(
  'the building of an address is that of the longest prefix that names one, as if each network were tried',
  (t) => {
    fc.assert(
      fc.property(fc.array(network, { maxLength: 30 }), address, (networks, at) => {
        const number = addressNumber(at)
        const holding = networks.flatMap(({ cidr, building }) => {
          const parsed = parseCidr(cidr)
          const isHolding = parsed !== null && number !== null && contains(parsed, number)
          return isHolding && building !== null ? [{ prefix: parsed.prefix, building }] : []
        })
        const best = Math.max(-1, ...holding.map(({ prefix }) => prefix))
        return locator(networks)(at) === (holding.find(({ prefix }) => prefix === best)?.building ?? null)
      }),
      { numRuns: 500 },
    )
    const both = locator([
      { cidr: '2001:db8::/32', building: '711001' },
      { cidr: '10.0.0.0/8', building: '711002' },
    ])
    t.equal(both('2001:db8::5'), '711001')
    t.equal(both('10.1.2.3'), '711002')
    t.equal(both('nowhere'), null)
    t.end()
  },
)

t.test('addresses are sorted as numbers, IPv4 first', (t) => {
  const given = ['10.0.0.10', 'none', '2001:db8::1', '10.0.0.9', '9.255.0.1']
  t.strictSame(
    sortedByAddress(given, (text) => text),
    ['9.255.0.1', '10.0.0.9', '10.0.0.10', '2001:db8::1', 'none'],
  )
  t.end()
})
