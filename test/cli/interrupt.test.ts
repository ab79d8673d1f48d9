import { sql } from '#kysely'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { startLab, type Lab } from '../../collectors/lab/lab.js'
import { shipped } from '../../src/lib/paths.js'
import { openStore } from '../../src/store/database.js'
import { cartable, cartablePath, databaseFor, folderFor } from './run.js'

interface Board {
  readonly folder: string
  readonly lab: Lab
  readonly args: readonly string[]
  rows(text: string): Promise<Record<string, unknown>[]>
}

/** The simulated board answers, and a configuration scans it slowly enough to be interrupted. */
async function boardFor(t: Test, database: 'any' | 'file' = 'any'): Promise<Board> {
  const folder = await folderFor(t, database)
  const lab = await startLab({ port: 0 })
  t.teardown(() => lab.close())
  await writeFile(
    join(folder, 'cartable.yaml'),
    `database: ./a.db
credentials: [{ name: lecture, version: 2c, community: { env: LAB } }]
scan: { port: ${lab.port}, timeoutMs: 2000, packetsPerSecond: 400, devicesAtOnce: 8 }
`,
  )
  const targets = lab.devices.map(({ address }) => address).join(',')
  return {
    folder,
    lab,
    args: ['scan', '--no-ping', '--json', '--targets', targets],
    rows: async (text) => {
      const server = (await databaseFor([], folder))['CARTABLE_DATABASE']
      const store = await openStore(server ?? join(folder, 'a.db'), { create: false })
      const { rows } = await sql.raw<Record<string, unknown>>(text).execute(store.db)
      await store.close()
      return rows
    },
  }
}

/** Starts a command, sends it a signal once `when` holds, and gives its exit code and what it printed. */
async function interrupted(
  { folder, lab }: Pick<Board, 'folder' | 'lab'>,
  args: readonly string[],
  signal: NodeJS.Signals,
  afterRequests: number,
): Promise<{ code: number | null; signal: string | null; out: string }> {
  const database = await databaseFor(args, folder)
  return new Promise((resolve) => {
    const before = lab.requests
    const child = spawn(process.execPath, [cartablePath, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...database, LAB: lab.access.community },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    const watch = setInterval(() => {
      if (lab.requests - before < afterRequests) return
      clearInterval(watch)
      child.kill(signal)
    }, 5)
    child.on('close', (code, by) => {
      clearInterval(watch)
      resolve({ code, signal: by, out })
    })
  })
}

const CLOSED = `select (select count(*) from interface where until is not null)
  + (select count(*) from device_system where until is not null) + (select count(*) from target where until is not null) as n`

t.test('Ctrl-C ends a scan cleanly: what was read is kept, what was known is not touched', async (t) => {
  const board = await boardFor(t)
  const env = { LAB: board.lab.access.community }
  const whole = await cartable(board.args, { cwd: board.folder, env })
  t.equal(whole.code, 3, whole.err)
  const { devicesNew } = JSON.parse(whole.out) as { devicesNew: number }
  const [settled] = await board.rows(CLOSED)

  const stopped = await interrupted(board, board.args, 'SIGINT', 120)
  t.equal(stopped.code, 130)
  const summary = JSON.parse(stopped.out) as {
    addresses: number
    byReason: Record<string, number>
    devicesMissing: number
  }
  t.equal(summary.addresses, board.lab.devices.length)
  t.ok((summary.byReason['cancelled'] ?? 0) > 10, 'what was not asked is counted')
  t.strictSame(await board.rows(CLOSED), [settled], 'no interval was closed')
  t.strictSame(await board.rows("select count(*) as n from target where reason_code = 'cancelled'"), [{ n: 0 }])

  const again = await cartable(board.args, { cwd: board.folder, env })
  t.match(JSON.parse(again.out), { devicesNew: 0, devicesChanged: 0, devicesMissing: 0 })
  t.strictSame(await board.rows('select count(*) as n from device'), [{ n: devicesNew }])
})

t.test('kill -9 loses nothing that was counted, and the next scan ends as an uninterrupted one', async (t) => {
  const board = await boardFor(t)
  const env = { LAB: board.lab.access.community }
  const killed = await interrupted(board, board.args, 'SIGKILL', 300)
  t.equal(killed.signal, 'SIGKILL')
  const check = await cartable(['db', 'check'], { cwd: board.folder })
  t.match(check.out, /La base est saine/)
  const [kept] = await board.rows('select count(*) as n from device')
  t.ok(Number(kept?.['n']) > 0, `${String(kept?.['n'])} devices were kept`)
  t.match(await board.rows('select ended_at from scan'), [{ ended_at: null }])

  const again = await cartable(board.args, { cwd: board.folder, env })
  t.equal(again.code, 3, again.err)
  const other = await boardFor(t)
  const otherEnv = { LAB: other.lab.access.community }
  await cartable(other.args, { cwd: other.folder, env: otherEnv })
  const inventory = 'select identity, management_address, content_hash from device order by identity'
  t.strictSame(await board.rows(inventory), await other.rows(inventory))
})

t.test('Ctrl-C takes an import back whole', async (t) => {
  const board = await boardFor(t, 'file')
  await cartable(['import', 'schools', shipped('data', 'samples', 'ecoles.csv')], { cwd: board.folder })
  const rows = ['798001', '798002', '798003', '798004', '798005', '798006'].flatMap((school) =>
    Array.from({ length: 8000 }, (_, i) => `${school},${1000 + i}-${1001 + i},youth,${i % 900}`),
  )
  await writeFile(join(board.folder, 'big.csv'), `school,school_year,sector,pupils\n${rows.join('\n')}\n`)
  const ran = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [cartablePath, 'import', 'enrolment', 'big.csv'], {
      cwd: board.folder,
      stdio: 'ignore',
    })
    // The write-ahead log appears once the import has begun.
    const watch = setInterval(() => {
      if (!existsSync(join(board.folder, 'a.db-wal'))) return
      clearInterval(watch)
      setTimeout(() => child.kill('SIGINT'), 100)
    }, 5)
    child.on('close', resolve)
  })
  t.equal(ran, 130)
  t.strictSame(await board.rows('select count(*) as n from enrolment'), [{ n: 0 }])
  t.strictSame(await board.rows("select count(*) as n from source where kind = 'enrolment'"), [{ n: 0 }])
})
