import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile } from '../../src/app/import.js'
import { readDeviceAt, readInventory, readScans } from '../../src/app/inventory.js'
import { readLinkGraph } from '../../src/app/links.js'
import { locator } from '../../src/app/locate.js'
import { planScan } from '../../src/app/scan/scan-plan.js'
import { showThing } from '../../src/app/show.js'
import { sessionLocator, withSession, type Session } from '../../src/app/session.js'
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

t.test('an address that is silent is shown with what is known of it, in both languages', async (t) => {
  await withDatabase(t, 'networks: [{ cidr: 127.98.1.0/28, building: "798101" }]\n', async (session) => {
    const { db } = session.store
    const failed = (code: 'no-answer' | 'host-up-snmp-silent', at: string) =>
      ({
        address: '127.98.1.9',
        outcome: { status: 'failed', reason: { code, during: null } },
        credential: null,
        keep: true,
        at,
      }) as const
    const scanAt = async (at: string, ...results: Parameters<typeof writeResults>[2]): Promise<number> => {
      const id = await startScan(db, { board: '', targets: '127.98.1.0/28', at })
      await writeResults(db, { id, board: '' }, results)
      return id
    }
    t.equal(await showThing(session, '127.98.1.9'), null, 'nothing is known of it yet')
    await scanAt('2026-03-02T06:00:00.000Z', failed('no-answer', '2026-03-02T06:01:00.000Z'))
    await scanAt('2026-03-03T06:00:00.000Z', failed('host-up-snmp-silent', '2026-03-03T06:01:00.000Z'))
    const last = await scanAt('2026-03-04T06:00:00.000Z', failed('host-up-snmp-silent', '2026-03-04T06:01:00.000Z'))
    const shown = await showThing(session, '127.98.1.9')
    t.match(shown?.record, {
      address: '127.98.1.9',
      boards: [
        {
          building: '798101',
          status: 'failed',
          reasonCode: 'host-up-snmp-silent',
          since: '2026-03-03T06:01:00.000Z',
          lastAsked: '2026-03-04T06:01:00.000Z',
          scan: last,
          lastDevice: null,
        },
      ],
    })
    const english = shown?.text.join('\n') ?? ''
    t.match(english, /^Address: 127\.98\.1\.9\nBuilding: 798101\nStatus: /)
    t.match(english, /\nWhy: the host answers ping but not SNMP: agent stopped/)
    t.match(english, new RegExp(`\\nSo since 2026-03-03 .*; last asked 2026-03-04 .* \\(scan ${last}\\)\\n`))
    t.match(english, /\nLast device read here: none$/)
    const french = (await showThing({ ...session, m: messagesFor('fr') }, '127.98.1.9'))?.text.join('\n') ?? ''
    t.match(french, /^Adresse\s: 127\.98\.1\.9\nImmeuble\s: 798101\nÉtat\s: /)
    t.match(french, /\nPourquoi\s: l'hôte répond au ping mais pas en SNMP/)
    t.match(
      french,
      new RegExp(`\\nAinsi depuis le 2026-03-03.*la dernière fois le 2026-03-04.*\\(balayage\\s${last}\\)`),
    )

    // A box answers there, then is unplugged and its row of the address is one of the past.
    await scanAt('2026-03-05T06:00:00.000Z', {
      ...failed('no-answer', '2026-03-05T06:01:00.000Z'),
      outcome: { status: 'answered', value: READING },
    })
    t.match((await showThing(session, '127.98.1.9'))?.record, { serialNumber: 'INV1' })
    await db.updateTable('target').set({ until: '2026-03-06T00:00:00.000Z' }).where('until', 'is', null).execute()
    await scanAt('2026-03-06T06:00:00.000Z', failed('no-answer', '2026-03-06T06:01:00.000Z'))
    const after = await showThing(session, '127.98.1.9')
    t.match(after?.text.join('\n'), /\nLast device read here: anse-sw1, last seen 2026-03-05 /)
    t.match(after?.record, { boards: [{ lastDevice: { sysName: 'anse-sw1', lastSeen: '2026-03-05T06:01:00.000Z' } }] })
  })
})

t.test(
  'without a configured board, two boards that use the same addresses each have their own buildings',
  async (t) => {
    await withDatabase(t, '', async (session) => {
      const { db } = session.store
      await importSample(session, 'schools', 'ecoles.csv')
      const at = '2026-03-02T06:01:00.000Z'
      const file = join(await folderFor(t), 'reseaux.csv')
      for (const [board, building, serialNumber] of [
        ['711000', '798102', 'INV1'],
        ['798000', '798101', 'INV2'],
      ] as const) {
        const config = { ...session.config, board: { code: board } }
        await writeFile(file, `cidr,building,role\n10.0.0.0/8,${building},lan\n`)
        const asked = { kind: 'networks', file, acceptPartial: true, dryRun: false } as const
        const { signal } = new AbortController()
        const { outcome } = await importFile({ ...session, config }, { ...asked, signal, progress: () => undefined })
        t.equal(outcome, 'taken')
        const id = await startScan(db, { board, targets: '10.0.0.0/8', at })
        const common = { credential: 'c', keep: true, at }
        await writeResults(db, { id, board }, [
          { ...common, address: '10.0.0.5', outcome: { status: 'answered', value: { ...READING, serialNumber } } },
          {
            ...common,
            address: '10.0.0.6',
            outcome: { status: 'failed', reason: { code: 'host-up-snmp-silent', during: null } },
          },
        ])
      }
      const { devices } = await readInventory(session)
      t.strictSame(
        devices.map((each) => `${each.managementAddress} ${each.serialNumber} ${each.building}`).sort(),
        ['10.0.0.5 INV1 798102', '10.0.0.5 INV2 798101', '10.0.0.6 null 798101', '10.0.0.6 null 798102'],
        'in lists',
      )
      for (const [serial, building] of [
        ['INV1', '798102'],
        ['INV2', '798101'],
      ] as const) {
        t.match((await showThing(session, serial))?.record, { serialNumber: serial, building }, 'in documents')
      }
      t.match((await showThing(session, '10.0.0.6'))?.record, {
        boards: [
          { board: '711000', building: '798102' },
          { board: '798000', building: '798101' },
        ],
      })
      const graph = await readLinkGraph(session, 'kept')
      t.strictSame(graph.devices.map(({ board, building }) => `${board} ${building}`).sort(), [
        '711000 798102',
        '798000 798101',
      ])
      const locate = await sessionLocator(session)
      t.equal(locate('10.0.0.5', '711000'), '798102')
      t.equal(locate('10.0.0.5', ''), null, 'what is of no board is not in the building of one')
    })
  },
)

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
        const located = locator(networks.map((each) => ({ ...each, board: '' })))(at, '')
        return located === (holding.find(({ prefix }) => prefix === best)?.building ?? null)
      }),
      { numRuns: 500 },
    )
    const both = locator([
      { board: '', cidr: '2001:db8::/32', building: '711001' },
      { board: '', cidr: '10.0.0.0/8', building: '711002' },
    ])
    t.equal(both('2001:db8::5', ''), '711001')
    t.equal(both('10.1.2.3', ''), '711002')
    t.equal(both('nowhere', ''), null)
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
