import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { COLUMNS } from '../../scripts/docs/columns-texts.js'
import { changeLines, findChanges } from '../../src/app/changes.js'
import { eventText } from '../../src/app/change-texts.js'
import { loadConfig } from '../../src/app/config/load.js'
import { vacuumDatabase } from '../../src/app/database/vacuum.js'
import { scan } from '../../src/app/scan.js'
import { parseTargets } from '../../src/app/scan/targets.js'
import { withSession, type Session } from '../../src/app/session.js'
import { showHistory } from '../../src/app/show-history.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { CHANGE_KINDS, type Change, type ChangeRow } from '../../src/model/change.js'
import type { DeviceReading } from '../../src/model/device.js'
import type { ScanSummary } from '../../src/model/records.js'
import { folderFor } from '../cli/run.js'
import { BLANK_READING } from '../blank.js'

const CONFIG = `board: { code: "798000" }
database: ./a.db
scan: { missesBeforeVanished: 1 }
networks:
  - { cidr: 10.1.0.0/24, building: "798101" }
  - { cidr: 10.2.0.0/24, building: "798102" }
`

function box(serialNumber: string, osVersion: string, more: Partial<DeviceReading> = {}): DeviceReading {
  return {
    ...BLANK_READING,
    sysName: `sw-${serialNumber}`,
    model: 'X1',
    kind: 'switch',
    serialNumber,
    osVersion,
    ...more,
  }
}

/** A scan of what stands where, read without a network. */
async function scanned(session: Session, there: Readonly<Record<string, DeviceReading>>): Promise<ScanSummary> {
  const written = '10.1.0.1-10.1.0.20,10.2.0.1-10.2.0.9'
  const { summary } = await scan(session, {
    ranges: parseTargets(written, session.m.scan),
    written,
    credentials: [],
    ping: false,
    signal: new AbortController().signal,
    replay: async (address) => {
      const value = there[address]
      const outcome =
        value === undefined
          ? ({ status: 'failed', reason: { code: 'no-answer', during: null } } as const)
          : ({ status: 'answered', value } as const)
      return { outcome, credential: null, packetsSent: 0, bytesSent: 0 }
    },
    progress: () => undefined,
  })
  return summary
}

const ALL = { since: undefined, kinds: undefined, building: undefined }

async function lines(session: Session, asked: Partial<Parameters<typeof findChanges>[1]> = {}): Promise<string[]> {
  return changeLines(session, await findChanges(session, { ...ALL, ...asked }, true), 80)
}

async function rows(session: Session, asked: Partial<Parameters<typeof findChanges>[1]>): Promise<ChangeRow[]> {
  const all: ChangeRow[] = []
  for await (const row of (await findChanges(session, { ...ALL, ...asked }, false)).rows) all.push(row)
  return all
}

t.test('the morning’s list: what changed since the last scan, by building, in words', async (t) => {
  const folder = await folderFor(t, 'file')
  await writeFile(join(folder, 'cartable.yaml'), CONFIG)
  const m = messagesFor('fr')
  const config = await loadConfig(join(folder, 'cartable.yaml'), folder, m.config)
  const host = { m, env: {}, config: async () => config, out: { notice: () => undefined } }
  await withSession(host, 'write', async (session) => {
    t.strictSame(await lines(session), [m.changes.noScan])
    const [a, b, c] = [box('A', '9.1'), box('B', '9.1'), box('C', '9.1')]
    const first = await scanned(session, { '10.1.0.1': a, '10.1.0.2': b, '10.2.0.1': c })
    t.strictSame(first.changes, { appeared: 3 })
    t.strictSame(Object.keys(first).sort(), [
      'addresses',
      'answered',
      'byReason',
      'bytesSent',
      'changes',
      'devicesChanged',
      'devicesMissing',
      'devicesNew',
      'endedAt',
      'failed',
      'packetsSent',
      'partial',
      'scan',
      'startedAt',
    ])
    t.strictSame(await lines(session), ['Premier inventaire\u00a0: 3 appareils vus pour la première fois'])
    t.equal((await rows(session, {})).length, 3, 'files have them all')

    const upgraded = box('A', '9.2', { sysDescr: 'x', sysName: 'biblio\u001b[31m' })
    const second = await scanned(session, { '10.1.0.1': upgraded, '10.2.0.2': b, '10.1.0.3': box('D', '1') })
    t.strictSame(second.changes, { appeared: 1, moved: 1, renamed: 1, upgraded: 1, vanished: 1 })
    const told = await lines(session)
    t.match(told[0], /^Depuis le balayage 2 \(.*\)\u00a0: 5 changements$/)
    t.match(told.slice(1), [
      '',
      '798101',
      '  10.1.0.3 sw-D\u00a0: vu pour la première fois (X1)',
      '  10.1.0.1 biblio\ufffd[31m\u00a0: nom sw-A → biblio\ufffd[31m',
      '  10.1.0.1 biblio\ufffd[31m\u00a0: version 9.1 → 9.2',
      '',
      '798102',
      /^ {2}10\.2\.0\.1 sw-C\u00a0: ne répond plus \(vu le .*\)$/,
      "  10.2.0.2 sw-B\u00a0: déplacé de l'immeuble 798101 à l'immeuble 798102",
    ])
    t.equal(told.length, 10)

    const third = await scanned(session, { '10.1.0.1': upgraded, '10.2.0.2': b, '10.1.0.3': box('D', '1') })
    t.strictSame(third.changes, {})
    t.match(await lines(session), [/^Depuis le balayage 3 .*rien n'a changé$/])
    t.equal((await lines(session, { since: '2' })).length, 10)
    const kinds = async (since: string): Promise<number> => (await rows(session, { since })).length
    t.strictSame([await kinds('1'), await kinds('1h'), await kinds('7d'), await kinds('2020-01-01')], [8, 8, 8, 8])
    t.equal(await kinds('2999-01-01T00:00:00Z'), 0)
    t.strictSame((await rows(session, { since: '1', kinds: ['moved', 'upgraded'] })).map(({ kind }) => kind).sort(), [
      'moved',
      'upgraded',
    ])
    t.equal((await rows(session, { since: '2', building: '798102' })).length, 2)
    for (const since of ['hier', '2026-13-45', '7'])
      await t.rejects(findChanges(session, { ...ALL, since }, true), { name: 'UserError' })

    const history = await showHistory(session, 'B')
    const { changes, facts } = history?.record as {
      changes: ChangeRow[]
      facts: { fact: string; value: string; until: string | null }[]
    }
    t.strictSame(
      changes.map(({ kind }) => kind),
      ['appeared', 'moved'],
    )
    t.strictSame(
      facts.map(({ fact, value, until }) => [fact, value, until === null]),
      [
        ['address', '10.1.0.2', false],
        ['address', '10.2.0.2', true],
        ['name', 'sw-B', true],
        ['model', 'X1', true],
        ['serial', 'B', true],
        ['version', '9.1', true],
        ['building', '798101', false],
        ['building', '798102', true],
      ],
    )
    t.match(history?.text.join('\n'), /Immeuble 798101, du .* au /)
    t.equal(await showHistory(session, '798101'), null)

    const { before, ...tried } = await vacuumDatabase(session, true)
    t.ok(before > 0)
    t.strictSame(tried, { after: null, keepDays: 400, removed: { facts: 0, changes: 0, addresses: 0, holders: 0 } })
    const later = { ...session, now: () => new Date(Date.now() + 401 * 86_400_000).toISOString() }
    const { removed } = await vacuumDatabase(later, false)
    t.equal(removed.changes, 8)
    t.ok(removed.facts >= 3, 'the name and version of A, the address of B')
    t.match(await lines(session, { since: '1' }), [/rien n'a changé$/])
  })
})

t.test('a school that is scanned for the first time takes one line, not one for each of its devices', async (t) => {
  const folder = await folderFor(t, 'file')
  await writeFile(join(folder, 'cartable.yaml'), CONFIG)
  const m = messagesFor('en')
  const config = await loadConfig(join(folder, 'cartable.yaml'), folder, m.config)
  await withSession(
    { m, env: {}, config: async () => config, out: { notice: () => undefined } },
    'write',
    async (session) => {
      const at = (network: number, count: number) =>
        Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`10.${network}.0.${i + 1}`, box(`${network}-${i}`, '1')] as const),
        )
      await scanned(session, at(1, 2))
      await scanned(session, { ...at(1, 20), ...at(2, 9), '10.1.0.1': box('1-0', '2', { sysDescr: 'x' }) })
      const morning = await lines(session)
      t.match(morning, [
        /28 changes$/,
        '',
        '798101',
        '  18 devices seen for the first time',
        /10\.1\.0\.1 .*version 1 → 2/,
      ])
      t.equal(morning.filter((line) => line.endsWith('seen for the first time (X1)')).length, 9)
      await scanned(session, {})
      const gone = await lines(session, { kinds: ['vanished'] })
      t.equal(gone.filter((line) => /no longer answers/.test(line)).length, 29)
      t.strictSame(
        gone.filter((line) => line.length > 80),
        [],
      )
    },
  )
})

t.test('every kind of change is told in both languages, in words of its own', (t) => {
  const parts: Record<string, Partial<Change>> = {
    'speed-changed': { before: '10000000000', after: '1000000000' },
    returned: { before: '2026-11-23T12:00:00Z', after: null },
    vanished: { before: '2026-11-23T12:00:00Z', after: null },
  }
  for (const language of ['fr', 'en'] as const) {
    const m = messagesFor(language)
    const texts = CHANGE_KINDS.map((kind) =>
      eventText({ kind, subject: '1/1/49', before: 'AVANT', after: 'APRES', ...parts[kind] }, m),
    )
    t.equal(new Set(texts).size, CHANGE_KINDS.length)
    t.notMatch(texts.join(), /undefined|null|NaN/)
    const documented = COLUMNS['changes.kind']?.[language] ?? ''
    t.strictSame(
      CHANGE_KINDS.filter((kind) => !documented.includes(`\`${kind}\``)),
      [],
    )
  }
  const m = messagesFor('fr')
  const told = (kind: Change['kind'], before: string | null, after: string | null, subject: string | null = null) =>
    eventText({ kind, before, after, subject }, m)
  t.equal(told('upgraded', '9.1', '9.2'), 'version 9.1 → 9.2')
  t.equal(
    told('speed-changed', '10000000000', '1000000000', '1/1/49'),
    'port 1/1/49, vitesse 10\u00a0Gbit/s → 1\u00a0Gbit/s',
  )
  t.equal(told('vlans-changed', '10-12', '50'), 'VLAN\u00a0: + 50, − 10-12')
  t.equal(told('vlans-changed', null, '50'), 'VLAN\u00a0: + 50')
  t.equal(told('renamed', null, 'a'), 'nom — → a')
  t.end()
})
