import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readKnown } from '../../src/app/known.js'
import { LISTS } from '../../src/app/lists.js'
import { mapInput } from '../../src/app/map.js'
import { findGaps } from '../../src/app/results.js'
import type { Session } from '../../src/app/session.js'
import { showThing } from '../../src/app/show.js'
import { shipped } from '../../src/lib/paths.js'
import type { DayTraffic } from '../../src/model/traffic.js'
import { writeDays } from '../../src/store/traffic.js'
import { wanInterfacesOf, writeWanInterfaces } from '../../src/store/wan-interfaces.js'
import { onEachDatabase } from '../databases.js'
import { importDesk, type ImportDesk } from './desk.js'

const BOARD = '798000'
const DAY_MS = 86_400_000
const MBPS = 1e6

const settings = `board: { code: "${BOARD}" }
bandwidth:
  profile: ontario-2016
  profiles: [{ id: csmm-2027, source: Essai, down: [{ fromPupils: 0, mbpsPerUser: 0.5 }] }]
`

/** The invented board: its files of schools, enrolment, points of presence and links. */
async function fleuve(desk: ImportDesk): Promise<void> {
  for (const [kind, file] of [
    ['schools', 'ecoles.csv'],
    ['enrolment', 'effectif.csv'],
    ['pops', 'points-de-presence.csv'],
    ['wan-links', 'liens.csv'],
  ] as const) {
    await desk.take(kind, await readFile(shipped('data', 'samples', file)))
  }
}

/** A router with an interface at the A end of FAO-00, and one at FAO-01's that people ignore. */
async function measured({ store: { db } }: Session): Promise<void> {
  const device = async (identity: string): Promise<number> => {
    const row = { board: BOARD, identity, management_address: identity.slice(8), content_hash: '' }
    const seen = { first_seen: '2026-01-01T00:00:00Z', last_seen: '2026-01-01T00:00:00Z' }
    const none = { chassis_mac: null, until: null, missed_scan: null, vanished_at: null, building: null }
    const [{ id } = { id: 0 }] = await db
      .insertInto('device')
      .values({ ...row, ...seen, ...none })
      .returning('id')
      .execute()
    return id
  }
  const [router, ignored] = [await device('address:10.0.0.1'), await device('address:10.0.0.2')]
  const at = '2026-01-01T00:00:00Z'
  await writeWanInterfaces(
    db,
    { board: BOARD, basis: '', at },
    [router, ignored].map((deviceId, i) => ({
      ...{ deviceId, port: 'Gi0/1', ifIndex: 1, ifName: 'Gi0/1', ifAlias: null, link: `FAO-0${i}` },
      ...{ linkEnd: 'a', confidence: 'said', evidence: [] },
    })),
  )
  const override = {
    noun: 'device',
    subject: String(ignored),
    field: 'ignore',
    value: 'yes',
    who: 'A',
    since: at,
    why: 'x',
  }
  await db
    .insertInto('override')
    .values({ board: BOARD, ...override, until: null, removed_by: null })
    .execute()
  const ids = (await wanInterfacesOf(db, [router, ignored])).map(({ id }) => id)
  // FAO-00 carries 1 Gbit/s. From Monday 5 January, 20 weeks of 600, 610, … 790 Mbit/s: on the last Sunday the line is
  // at 790 + 30/7; the 205 5/7 that are left take 144 days.
  for (let i = 0; i < 140; i++) {
    const p95 = (600 + 10 * Math.floor(i / 7)) * MBPS
    const each: DayTraffic = {
      ...{ samples: 288, expected: 288, measuredSeconds: 86_400, meanInBps: p95, meanOutBps: 0 },
      ...{ p95InBps: p95, p95OutBps: 100 * MBPS, maxInBps: p95, maxOutBps: 100 * MBPS },
    }
    const day = new Date(Date.UTC(2026, 0, 5) + i * DAY_MS).toISOString().slice(0, 10)
    await writeDays(db, day, new Map(ids.map((id) => [id, each])))
  }
}

onEachDatabase('what was measured of links is in gaps, lists, details and the map', async (t, database) => {
  const desk = await importDesk(t, database, settings)
  await fleuve(desk)
  await desk.ask(async (session) => {
    const known = await readKnown(session.store.db)
    const before = await findGaps(session, known, {})
    t.ok(before.gaps.every(({ measuredUse, monthsUntilFull }) => measuredUse === null && monthsUntilFull === null))
    await measured(session)
    const { gaps } = await findGaps(session, known, {})
    // The last 30 days: 2 at 750, then 7 each at 760, 770, 780 and 790. The 15th and the 16th are of 770.
    const use = 0.77
    const behind = gaps.find(({ building }) => building === '798101')
    t.match(
      behind,
      { path: ['FAO-01', 'FAO-00'], measuredUse: use },
      'FAO-01 is measured by a device that people ignore',
    )
    t.equal(behind?.monthsUntilFull?.toFixed(4), (144 / 30.4375).toFixed(4))
    t.match(
      gaps.find(({ building }) => building === '798109'),
      { path: ['FAO-09'], measuredUse: null },
    )
    const rows = (await LISTS['wan-links']?.(session, 'kept')) as { id: string; measuredUse: number | null }[]
    t.strictSame(
      rows.filter(({ measuredUse }) => measuredUse !== null).map(({ id, measuredUse }) => [id, measuredUse]),
      [['FAO-00', use]],
    )
    const link = await showThing(session, 'FAO-00')
    t.match(link?.text.join('\n') ?? '', /Measured use \(95th percentile\): 77%, full in 5 months if the trend lasts/)
    t.match(link?.text.join('\n') ?? '', /Measured headroom: 230.Mbit\/s\n.*: 140 days, from 2026-01-05 to 2026-05-24/)
    t.match(link?.record, { measure: { link: 'FAO-00', use, p95UpBps: 100 * MBPS } })
    t.match((await showThing(session, '798101'))?.text.join('\n') ?? '', /Measured use \(95th percentile\): 77%/)
    const map = await mapInput(session, {})
    t.strictSame([...map.measures.keys()], ['FAO-00'])
  })
})

onEachDatabase('a map has a view of every other standard, and of a scenario', async (t, database) => {
  const desk = await importDesk(t, database, settings)
  await fleuve(desk)
  await writeFile(
    join(desk.folder, 'rentree.yaml'),
    `name: Rentrée 2027
links:
  - { id: FAO-00, capacityMbps: 10000 }
  - { id: NEUF, a: "798150", b: "798113", capacityMbps: 1000 }
opened:
  - school: { code: "798050", name: Érables, board: "798000", orders: [primary] }
    building: { code: "798150", coordinates: [-68.2, 49.1] }
    pupils: 180
`,
  )
  // The same new school, on the link as it is, and a second one elsewhere.
  await writeFile(
    join(desk.folder, 'plus.yaml'),
    `opened:
  - school: { code: "798050", name: Érables, board: "798000", orders: [primary] }
    building: { code: "798150", coordinates: [-68.2, 49.1] }
    pupils: 180
  - school: { code: "798051", name: Bouleaux, board: "798000", orders: [primary] }
    building: { code: "798151", coordinates: [-68.3, 49.1] }
    pupils: 20
`,
  )
  await desk.ask(async (session) => {
    const plain = await mapInput(session, { profile: 'dfe-2022' })
    t.strictSame(
      plain.views.map(({ kind, id, profile }) => [kind, id, profile]),
      [
        'setda-2023',
        'setda-2020',
        'setda-2017',
        'fcc-2018',
        'fcc-2014',
        'ontario-2016',
        'nsw-2022',
        'giga',
        'csmm-2027',
      ].map((id) => ['profile', id, id]),
    )
    t.ok(plain.views.every(({ gaps, linkLoads }) => gaps.length === plain.gaps.length && linkLoads.length > 0))
    t.ok(plain.roadmap.length > 0)
    t.strictSame((await mapInput(session, { profile: 'giga' })).roadmap, [])

    const map = await mapInput(session, {
      scenarios: ['rentree.yaml', 'plus.yaml'],
      cwd: desk.folder,
    })
    t.match(map.views[0], { kind: 'scenario', id: 'scenario', label: 'Rentrée 2027', profile: 'ontario-2016' })
    const levelsOf = (building: string): (string | undefined)[] =>
      [map.gaps, map.views[0]?.gaps ?? [], map.views[1]?.gaps ?? []].map(
        (gaps) => gaps.find((each) => each.building === building)?.level,
      )
    t.match(map.views[1], { kind: 'scenario', id: 'scenario-2', label: 'plus' })
    t.strictSame(levelsOf('798101'), ['tight', 'ok', 'tight'])
    t.strictSame(levelsOf('798150'), ['unlinked', 'ok', 'unlinked'], 'a new building has its place in all')
    t.strictSame(levelsOf('798151'), ['unlinked', 'unlinked', 'unlinked'])
    t.ok(map.views.every(({ gaps }) => gaps.length === map.gaps.length))
    t.match(
      map.buildings.find(({ code }) => code === '798150'),
      { name: 'Érables', coordinates: [-68.2, 49.1] },
    )
    t.match(
      map.wanLinks.find(({ id }) => id === 'NEUF'),
      { status: 'planned', capacityDownBps: 1000 * MBPS },
    )
  })
})
