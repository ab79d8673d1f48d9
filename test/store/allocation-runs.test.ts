import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from '#kysely'
import fc from 'fast-check'
import type { Test } from 'tap'
import { shipped } from '../../src/lib/paths.js'
import type { FrozenRow, RunToFreeze } from '../../src/model/allocation-run.js'
import { findRunsAlike, keepRun, listRuns, readRun } from '../../src/store/allocation-runs.js'
import { openStore, type Store } from '../../src/store/database.js'
import { digestOf } from '../../src/store/run-digest.js'
import { emptyTables, findInvertedIntervals, TABLES } from '../../src/store/transfer.js'
import { onEachDatabase } from '../databases.js'

async function storeAt(t: Test, database: string): Promise<Store> {
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  return store
}

const RULES = 'id: essai\n'
// printf 'id: essai\n' | sha256sum
const RULES_SHA256 = '364b62c4db534d18afb22557fdae908d84770f85ea7767402fd73131b8481b7b'

function row(school: string, amountCents: number): FrozenRow {
  return {
    ...{ school, name: `École ${school}`, board: '911000', pupils: 12, floorCents: amountCents, prorataCents: 0 },
    ...{ adjustmentCents: 0, amountCents, carriedCents: 0 },
    shares: [{ step: 0, kind: 'floor-per-school', cents: amountCents }],
    because: { fr: 'plancher « entier »', en: 'floor' },
  }
}

const RUN: RunToFreeze = {
  ...{ at: '2026-11-01T12:00:00.000Z', who: 'Mireille', why: 'décision du 1er', part: 'equipment', against: null },
  ...{ rules: 'essai', rulesVersion: null, rulesSource: 'un essai', unspent: 'keep', categories: ['flotte'] },
  ...{ reads: ['school', 'enrolment'], schoolYear: '2018-2019', enrolmentYear: '2017-2018' },
  ...{ envelopeCents: 1000, dueCents: 0, reserveCents: 0, unallocatedCents: 0, recoveredCents: 0 },
  inputs: [
    { kind: 'rules', file: 'essai.yaml', sha256: RULES_SHA256, content: RULES },
    { kind: 'enrolment', file: 'effectif.csv', sha256: 'ab12', content: null },
  ],
  rows: [row('911002', 400), row('911001', 600)],
  problems: [{ school: '911003', kind: 'out', message: { fr: 'inconnu', en: 'unknown' } }],
}

onEachDatabase(
  'a run is read as it was frozen, rows by school, with the hash of the documented form',
  async (t, database) => {
    const store = await storeAt(t, database)
    const { run, digest } = await keepRun(store.db, RUN)
    // The canonical form, written out by hand.
    const form = [
      '["cartable/allocation-run/1","equipment","2018-2019","2017-2018","essai",null,"un essai","keep",["flotte"],["school","enrolment"],1000,0,0,0,0,null]',
      `["input","rules","essai.yaml","${RULES_SHA256}"]`,
      '["input","enrolment","effectif.csv","ab12"]',
      '["row","911001","École 911001","911000",12,600,0,0,600,0,[[0,"floor-per-school",600]],"plancher « entier »","floor"]',
      '["row","911002","École 911002","911000",12,400,0,0,400,0,[[0,"floor-per-school",400]],"plancher « entier »","floor"]',
      '["problem","911003","out","inconnu","unknown"]',
    ]
    const { createHash } = await import('node:crypto')
    t.equal(
      digest,
      createHash('sha256')
        .update(`${form.join('\n')}\n`)
        .digest('hex'),
    )
    t.strictSame(await readRun(store.db, run), {
      ...RUN,
      ...{ run, digest, sumCents: 1000, schools: 2, isIntact: true },
      rows: [row('911001', 600), row('911002', 400)],
    })
    t.equal(await readRun(store.db, run + 1), null)
    const again = await keepRun(store.db, { ...RUN, who: 'Luc', why: null, rows: [...RUN.rows].reverse() })
    t.equal(again.digest, digest, 'neither who froze it nor the order of rows changes the hash')
    t.strictSame(await findRunsAlike(store.db, digest), [run, again.run])
    const runs = await listRuns(store.db)
    t.match(runs, [
      { run: again.run, who: 'Luc' },
      { run, who: 'Mireille', inputs: [{ kind: 'rules' }, { kind: 'enrolment' }] },
    ])
    t.notOk(JSON.stringify(runs).includes('id: essai'), 'the list leaves the text of rules where it is')
  },
)

onEachDatabase(
  'the database refuses that a kept run be changed or removed, and what was changed is told',
  async (t, database) => {
    const store = await storeAt(t, database)
    const { run } = await keepRun(store.db, RUN)
    const tables = ['allocation_run', 'allocation_input', 'allocation_row'] as const
    const column = { allocation_run: 'who', allocation_input: 'file', allocation_row: 'name' }
    for (const table of tables) {
      const change = sql`update ${sql.table(table)} set ${sql.ref(column[table])} = 'x'`.execute(store.db)
      await t.rejects(change, /a row of allocation_\w+ is never changed/, table)
      await t.rejects(sql`delete from ${sql.table(table)}`.execute(store.db), /is never changed/, table)
    }
    t.match(await readRun(store.db, run), { isIntact: true, who: 'Mireille' })
    // Somebody who is determined takes the trigger away.
    const isSqlite = !database.startsWith('postgres')
    for (const [table, set] of [
      ['allocation_row', "amount_cents = 601 where school = '911001'"],
      ['allocation_row', "amount_cents = 600 where school = '911001'"],
      ['allocation_input', "content = 'id: autre' where kind = 'rules'"],
      ['allocation_input', `content = '${RULES}' where kind = 'rules'`],
      ['allocation_run', 'sum_cents = 999'],
      ['allocation_run', 'sum_cents = 1000'],
      ['allocation_run', 'envelope_cents = 2000'],
    ] as const) {
      await sql
        .raw(isSqlite ? `drop trigger if exists ${table}_no_update` : `alter table ${table} disable trigger user`)
        .execute(store.db)
      await sql.raw(`update ${table} set ${set}`).execute(store.db)
      const { isIntact } = (await readRun(store.db, run)) ?? {}
      t.equal(isIntact, /amount_cents = 600|id: essai|= 1000/.test(set), set)
    }
  },
)

onEachDatabase('a run whose rows cannot all be kept is not kept at all', async (t, database) => {
  const store = await storeAt(t, database)
  const many = Array.from({ length: 1200 }, (_, i) => row(String(920_000 + i), i))
  for (const twice of [0, 700, 1199]) {
    const rows = [...many, many[twice] ?? row('911001', 1)]
    await t.rejects(keepRun(store.db, { ...RUN, rows }), `${twice} is there twice`)
    for (const table of ['allocation_run', 'allocation_input', 'allocation_row'] as const) {
      const { rows: left } = await sql`select id from ${sql.table(table)}`.execute(store.db)
      t.equal(left.length, 0, table)
    }
  }
  await keepRun(store.db, { ...RUN, rows: many })
  t.equal((await readRun(store.db, (await listRuns(store.db))[0]?.run ?? 0))?.rows.length, 1200)
})

onEachDatabase('a program killed between two statements leaves nothing half kept', async (t, database) => {
  await (await openStore(database, { create: true })).close()
  const url = (path: string): string => JSON.stringify(`file://${shipped('dist', 'src', 'store', path)}`)
  // The reason is read once for the hash, and again once the run and its inputs are written.
  const script = `
    const { openStore } = await import(${url('database.js')})
    const { keepRun } = await import(${url('allocation-runs.js')})
    const store = await openStore(process.argv[1], { create: false })
    const run = JSON.parse(process.argv[2])
    let reads = 0
    Object.defineProperty(run.rows[1], 'because', { get: () => {
      if (++reads === 3) process.kill(process.pid, 'SIGKILL')
      return { fr: 'un', en: 'one' }
    } })
    await keepRun(store.db, run)
    console.log('not killed')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, database, JSON.stringify(RUN)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], PGPASSWORD: process.env['PGPASSWORD'] },
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  t.equal(signal, 'SIGKILL')
  const store = await storeAt(t, database)
  t.strictSame(await listRuns(store.db), [])
  const { rows } = await sql`select id from allocation_input`.execute(store.db)
  t.strictSame(rows, [])
  await keepRun(store.db, RUN)
  t.match(await listRuns(store.db), [{ schools: 2 }])
})

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((each) => each.replaceAll('\0', ''))
const cents = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const someRows = fc.uniqueArray(
  fc.record({
    school: fc.integer({ min: 100_000, max: 999_999 }).map(String),
    ...{ name: text, board: text, pupils: fc.nat(), floorCents: cents, prorataCents: cents, adjustmentCents: cents },
    ...{ amountCents: cents, carriedCents: cents },
    shares: fc.array(fc.record({ step: fc.nat(9), kind: fc.constant('prorata' as const), cents }), { maxLength: 3 }),
    because: fc.record({ fr: text, en: text }),
  }),
  { selector: ({ school }) => school, maxLength: 20 },
)

onEachDatabase('freezing and reading gives the same bytes, whatever the order of rows', async (t, database) => {
  const store = await storeAt(t, database)
  await fc.assert(
    fc.asyncProperty(someRows, text, async (rows, source) => {
      const asked = { ...RUN, rows, rulesSource: source }
      const { run, digest } = await keepRun(store.db, asked)
      const read = await readRun(store.db, run)
      if (read === null || !read.isIntact || read.digest !== digest) return false
      const other = digestOf({ ...asked, rows: [...rows].reverse() })
      const sorted = [...rows].sort((a, b) => (a.school < b.school ? -1 : 1))
      return other === digest && JSON.stringify(read.rows) === JSON.stringify(sorted)
    }),
    { numRuns: 60 },
  )
  t.pass('60 runs')
})

onEachDatabase(
  'a database that takes the place of another empties it of kept runs, and its own are guarded',
  async (t, database) => {
    const store = await storeAt(t, database)
    await keepRun(store.db, RUN)
    await store.db.transaction().execute((tx) => emptyTables(tx, store.kind))
    t.same(await listRuns(store.db), [])
    const { run } = await keepRun(store.db, RUN)
    for (const table of ['allocation_run', 'allocation_input', 'allocation_row']) {
      await t.rejects(sql`delete from ${sql.table(table)}`.execute(store.db), /is never changed/, table)
      await t.rejects(sql`update ${sql.table(table)} set id = id`.execute(store.db), /is never changed/, table)
    }
    t.equal((await readRun(store.db, run))?.isIntact, true)
    for (const table of TABLES) t.equal(await findInvertedIntervals(store.db, table), 0, `${table} can be checked`)
  },
)
