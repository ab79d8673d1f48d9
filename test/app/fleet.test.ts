import { sql } from '#kysely'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { runFleetAudit } from '../../src/app/audit.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { UserError } from '../../src/model/errors.js'
import { onEachDatabase } from '../databases.js'
import { importDesk, SCHOOLS, type ImportDesk } from './desk.js'

const m = messagesFor('en')
const BOARD = 'board: { code: "911000", name: Essai }\n'

/** A desk of the board's, and the fleet as it stands there. */
interface FleetDesk extends ImportDesk {
  /** Current rows of the fleet, as `school serial name occurrence status last_contact`. */
  rows(): Promise<string[]>
}

async function fleetDesk(t: Test, database: string): Promise<FleetDesk> {
  const desk = await importDesk(t, database, BOARD)
  return {
    ...desk,
    rows: () =>
      desk.ask(async ({ store }) => {
        const rows = await store.db
          .selectFrom('fleet_device')
          .selectAll()
          .where('until', 'is', null)
          .orderBy('school')
          .orderBy('serial')
          .orderBy('name')
          .orderBy('occurrence')
          .execute()
        return rows.map((row) =>
          [
            row.school || '-',
            row.serial || '-',
            row.name || '-',
            row.occurrence,
            row.status,
            row.last_contact ?? '-',
          ].join(' '),
        )
      }),
  }
}

/** The bytes of a SQLite database; none for a server's. */
async function fileOf(database: string): Promise<Buffer> {
  return database.startsWith('postgres:') ? Buffer.alloc(0) : readFile(database)
}

async function withSchools(t: Test, database: string): Promise<FleetDesk> {
  const made = await fleetDesk(t, database)
  t.equal((await made.take('schools', SCHOOLS)).outcome, 'taken')
  return made
}

const HEAD = 'serial,mac,name,school,status,last_contact\n'

onEachDatabase('rows alike are numbered and kept; the same file again changes nothing', async (t, database) => {
  const { take, rows } = await withSchools(t, database)
  const text = `${HEAD}S1,,a,911001,,\nS1,,a,911001,,\nS1,,a,911001,retired,\n,,b,,,\n,,b,,,\n`
  t.match(await take('fleet', text), { outcome: 'taken', rows: 5, added: 5 })
  const expected = [
    '- - b 1 active -',
    '- - b 2 active -',
    '911001 S1 a 1 active -',
    '911001 S1 a 2 active -',
    '911001 S1 a 3 retired -',
  ]
  t.strictSame(await rows(), expected)
  const before = await fileOf(database)
  t.match(await take('fleet', text), {
    outcome: 'unchanged',
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 5,
    refreshed: 0,
  })
  t.ok(before.equals(await fileOf(database)), 'the file of SQLite is byte for byte the same')
  t.match(await take('fleet', `${HEAD}S1,,a,911001,,\n,,b,,,\n`), { added: 0, removed: 3, unchanged: 2 })
  t.strictSame(await rows(), ['- - b 1 active -', '911001 S1 a 1 active -'])
})

onEachDatabase(
  'a file says all there is of the schools that it names, and of the rows without school when it has some',
  async (t, database) => {
    const { take, rows } = await withSchools(t, database)
    await take('fleet', `${HEAD}S1,,a,911001,,\nS2,,b,911001,,\nS3,,c,911002,,\nS4,,d,,,\n`)
    t.match(await take('fleet', `${HEAD}S1,,a,911001,,\n`), { removed: 1, unchanged: 1 })
    t.strictSame(await rows(), ['- S4 d 1 active -', '911001 S1 a 1 active -', '911002 S3 c 1 active -'])
    t.match(await take('fleet', `${HEAD}S5,,e,,,\n`), { added: 1, removed: 1 })
    t.strictSame(await rows(), ['- S5 e 1 active -', '911001 S1 a 1 active -', '911002 S3 c 1 active -'])
  },
)

onEachDatabase(
  'a device that changes school leaves the old one, even one that the file no longer names',
  async (t, database) => {
    const { take, rows, ask } = await withSchools(t, database)
    await take('fleet', `${HEAD}S1,,a,911001,,\n,aabbccddeeff,b,911001,,\n,,c,911001,,\nN/A,,d,911001,,\n`)
    // Everything of 911001 is now told in 911002. What has a serial or a MAC has moved; of the rest, no one can say that
    // the « c » of one school is the « c » of the other.
    const moved = `${HEAD}S1,,a,911002,,\n,aabbccddeeff,b,911002,,\n,,c,911002,,\nN/A,,d,911002,,\n`
    t.match(await take('fleet', moved), { added: 4, removed: 2 })
    t.strictSame(await rows(), [
      '911001 - c 1 active -',
      '911001 N/A d 1 active -',
      '911002 - b 1 active -',
      '911002 - c 1 active -',
      '911002 N/A d 1 active -',
      '911002 S1 a 1 active -',
    ])
    const { rows: history } = await ask(({ store }) =>
      sql<{ school: string; since: string; until: string | null }>`
      select school, since, until from fleet_device where serial = 'S1' order by since`.execute(store.db),
    )
    t.match(
      history,
      [
        { school: '911001', until: history[1]?.since ?? '' },
        { school: '911002', until: null },
      ],
      'one interval ends where the other begins',
    )
    t.match(await take('fleet', moved), { outcome: 'unchanged' })
  },
)

onEachDatabase(
  'a file taken in part withdraws nothing, and a school that nobody knows is a problem',
  async (t, database) => {
    const { take, rows } = await withSchools(t, database)
    await take('fleet', `${HEAD}S1,,a,911001,,\nS2,,b,911001,,\n`)
    const bad = `${HEAD}S1,,a,911001,,\nS3,,c,911009,,\n`
    const refused = await take('fleet', bad)
    t.match(refused, { outcome: 'refused', problems: [{ line: 3, column: 'school', message: /"911009"/ }] })
    t.match(await take('fleet', bad, { acceptPartial: true }), { removed: 0, rows: 1 })
    t.strictSame(await rows(), ['911001 S1 a 1 active -', '911001 S2 b 1 active -'])
  },
)

onEachDatabase(
  'a last contact that moves each night takes the place of the former: the third night adds nothing',
  async (t, database) => {
    const { take, rows, ask } = await withSchools(t, database)
    const night = (day: string): string =>
      HEAD + Array.from({ length: 3000 }, (_, i) => `INVENTED${i},,device ${i},91100${(i % 2) + 1},,${day}\n`).join('')
    await take('fleet', night('2026-11-01'))
    t.match(await take('fleet', night('2026-11-02')), {
      outcome: 'taken',
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: 3000,
      refreshed: 3000,
    })
    // The values of one night before are kept, so that its import can be undone.
    const before = (await fileOf(database)).length
    for (const day of ['03', '04', '05']) await take('fleet', night(`2026-11-${day}`))
    const after = (await fileOf(database)).length
    t.ok(after - before <= 3 * 4096, `${after - before} bytes more for three nights`)
    const all = await rows()
    t.equal(all.length, 3000)
    t.equal(all[0], '911001 INVENTED0 device 0 1 active 2026-11-05')
    const { rows: stored } = await ask(({ store }) =>
      sql<{ n: number; sources: number; last: number }>`
      select count(*) as n, count(distinct source_id) as sources, max(source_id) as last from fleet_device`.execute(
        store.db,
      ),
    )
    t.match(stored, [{ n: 3000, sources: 1, last: 6 }], 'each row knows the file that told its last contact')
  },
)

onEachDatabase(
  'of two rows about one device the same is kept night after night, whichever had the later contact',
  async (t, database) => {
    const { take, ask } = await withSchools(t, database)
    const classes = async (first: string, second: string): Promise<unknown> => {
      await take('fleet', `${HEAD}INV-0001,,a,911001,,${first}\nINV-0001,,b,911001,,${second}\n`)
      const { findings } = await ask((session) => runFleetAudit(session, { days: 30, school: null }))
      return findings.map(({ name, class: of }) => [name, of])
    }
    const expected = [
      ['a', 'not-seen'],
      ['b', 'duplicated'],
    ]
    t.strictSame(await classes('2026-11-01', '2026-11-01'), expected)
    t.strictSame(await classes('2026-11-02', '2026-11-01'), expected)
    t.strictSame(await classes('2026-11-02', '2026-11-03'), expected)
  },
)

onEachDatabase('nothing that names a person is stored', async (t, database) => {
  const { take, ask } = await withSchools(t, database)
  const names = ['Zoé Inventée', 'zoe.inventee@exemple.invalid', 'INVZ01020304', '418 555-0199', 'zinventee']
  const text = `No de série,Nom de l'appareil,Utilisateur,Courriel,Code permanent,Téléphone,Assigned user,Remarque
INV-0001,P-0001,${names.join(',')},prêté à Zoé Inventée
`
  const result = await take('fleet', text)
  t.match(result, { outcome: 'taken', rows: 1 })
  const tables = await ask(async ({ store }) => {
    const all = (await store.db.introspection.getTables()).map(({ name }) => sql`select * from ${sql.table(name)}`)
    return Promise.all(all.map(async (query) => (await query.execute(store.db)).rows))
  })
  const bytes = `${JSON.stringify(tables)} ${(await fileOf(database)).toString('utf8')}`
  t.ok(bytes.includes('INV-0001'), 'the row is there')
  for (const name of names) {
    t.notOk(bytes.includes(name), name)
    t.notOk(JSON.stringify(result).includes(name), `${name} is in no message`)
  }
})

onEachDatabase(
  'a fleet imported before the configuration named the board becomes the board’s, without twins',
  async (t, database) => {
    const { take, folder, ask } = await importDesk(t, database)
    await take('schools', SCHOOLS)
    await take('fleet', `${HEAD}INV-0001,,a,911001,,\n`)
    await writeFile(join(folder, 'cartable.yaml'), `${BOARD}database: ${database}\n`)
    const classes = async (): Promise<string[]> =>
      (await ask((session) => runFleetAudit(session, { days: 30, school: null }))).findings.map(
        (finding) => finding.class,
      )
    t.strictSame(await classes(), ['not-seen'], 'it is read even before')
    await take('fleet', `${HEAD}INV-0001,,a,911001,,\nINV-0002,,b,911001,,\n`)
    t.strictSame(await classes(), ['not-seen', 'not-seen'])
  },
)

onEachDatabase(
  'an audit without fleet says what to import; of an unknown school, that nothing is known',
  async (t, database) => {
    const { take, ask } = await withSchools(t, database)
    const audit = (school: string | null): Promise<unknown> =>
      ask((session) => runFleetAudit(session, { days: 30, school }))
    await t.rejects(audit(null), new UserError(m.fleet.noFleet, m.fleet.noFleetHint))
    await take('fleet', `${HEAD}INV-0001,,a,911001,,\n`)
    t.match(await audit(null), { lastScanAt: null, unread: 0, counts: { rows: { 'not-seen': 1 } } })
    t.match(await audit('911002'), { findings: [], counts: { rows: { 'not-seen': 0 } } })
    await t.rejects(audit('911009'), UserError)
  },
)
