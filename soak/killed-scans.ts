import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from '#kysely'
import { startLab, type Lab } from '../collectors/lab/lab.js'
import { shipped } from '../src/lib/paths.js'
import type { ScanSummary } from '../src/model/records.js'
import { openStore } from '../src/store/database.js'
import { generator } from './generator.js'

/** What a scan came to: what it counted, and every fact and change that it left, without instants. */
interface Result {
  readonly summary: Pick<ScanSummary, 'addresses' | 'answered' | 'partial' | 'failed' | 'byReason' | 'devicesNew'>
  readonly rows: Readonly<Record<string, number>>
  readonly facts: string
}

/** How the rounds went: a moment is how many datagrams the agents had received when the scan was killed. */
export interface KilledScans {
  readonly rounds: number
  /** Rounds in which the scan ended before its moment came. */
  readonly late: number
  /** What went otherwise than without a kill, in words; empty is good. */
  readonly wrong: readonly string[]
}

const CARTABLE = shipped('dist', 'bin', 'cartable.js')
/** Of the simulated board: one that is silent, one in part, one that shows nothing, and the others of three schools. */
const BUILDINGS = /^127\.98\.[1-4]\./

/** A scan's kill -9 at random moments, each then resumed, compared with a scan that nobody killed. */
export async function killScans(rounds: number, seed: number, say: (line: string) => void): Promise<KilledScans> {
  const lab = await startLab({ port: 0 })
  const targets = lab.devices.map(({ address }) => address).filter((address) => BUILDINGS.test(address))
  const wrong: string[] = []
  let late = 0
  try {
    const whole = await inFolder(lab, async (folder) => {
      const before = lab.requests
      const { out } = await cartable(folder, lab, scanning(targets))
      return { result: await resultIn(folder, out), requests: lab.requests - before }
    })
    const random = generator(seed)
    for (let round = 0; round < rounds; round++) {
      const moment = Math.floor(random() * whole.requests)
      const told = await inFolder(lab, async (folder) => {
        const killed = await cartable(folder, lab, scanning(targets), moment)
        if (killed.signal === null) late++
        const problems = await integrity(folder)
        if (problems !== 'ok') return `the database is damaged: ${problems}`
        const { out, err } = await cartable(folder, lab, ['scan', '--resume', '--json'])
        // Killed before it had begun, there is nothing to resume.
        const ended = out === '' ? (await cartable(folder, lab, scanning(targets))).out : out
        if (ended === '') return `it does not go on: ${err}`
        return difference(whole.result, await resultIn(folder, killed.signal === null ? killed.out : ended))
      })
      if (told !== null) wrong.push(`killed at ${moment} of ${whole.requests}: ${told}`)
      say(`${round + 1}/${rounds}: at ${moment} of ${whole.requests} datagrams: ${told ?? 'the same'}`)
    }
  } finally {
    await lab.close()
  }
  return { rounds, late, wrong }
}

function scanning(targets: readonly string[]): string[] {
  return ['scan', '--no-ping', '--json', '--targets', targets.join(',')]
}

async function inFolder<T>(lab: Lab, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-soak-'))
  await writeFile(
    join(folder, 'cartable.yaml'),
    `database: ./a.db
credentials: [{ name: lecture, version: 2c, community: { env: LAB } }]
scan: { port: ${lab.port}, timeoutMs: 300, retries: 1, devicesAtOnce: 4, packetsPerSecond: 5000 }
`,
  )
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Runs a command, killed once the agents have received so many datagrams of it. */
async function cartable(
  folder: string,
  lab: Lab,
  args: readonly string[],
  killAfter = Infinity,
): Promise<{ readonly signal: string | null; readonly out: string; readonly err: string }> {
  const before = lab.requests
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CARTABLE, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], LAB: lab.access.community },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    const watch = setInterval(() => lab.requests - before >= killAfter && child.kill('SIGKILL'), 1)
    child.on('close', (_code, signal) => {
      clearInterval(watch)
      resolve({ signal, out, err })
    })
  })
}

async function integrity(folder: string): Promise<string> {
  const store = await openStore(join(folder, 'a.db'), { create: true })
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.db)
  await store.close()
  return rows.map(({ integrity_check }) => integrity_check).join('; ')
}

const COUNTED = ['device', 'target', 'interface', 'neighbour', 'vlan', 'component', 'change', 'gauge'] as const

async function resultIn(folder: string, summary: string): Promise<Result> {
  const store = await openStore(join(folder, 'a.db'), { create: false })
  try {
    const counts: Record<string, number> = {}
    for (const table of COUNTED) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(store.db)
      counts[table] = rows[0]?.n ?? 0
    }
    const { rows: devices } = await sql<Record<string, unknown>>`
      select device.management_address, device.identity, device.content_hash, target.status, target.reason_code
      from target left join device on device.id = target.device_id order by target.address`.execute(store.db)
    const { addresses, answered, partial, failed, byReason, devicesNew } = JSON.parse(summary) as ScanSummary
    return {
      summary: { addresses, answered, partial, failed, byReason, devicesNew },
      rows: counts,
      facts: JSON.stringify(devices),
    }
  } finally {
    await store.close()
  }
}

/** What differs between two results, in words; null when nothing does. */
function difference(expected: Result, found: Result): string | null {
  const [whole, resumed] = [JSON.stringify(expected), JSON.stringify(found)]
  if (whole === resumed) return null
  const { facts: wholeFacts, ...wholeRest } = expected
  const { facts, ...rest } = found
  const about = wholeFacts === facts ? 'the same facts' : 'other facts'
  return `${about}; ${JSON.stringify(rest)} instead of ${JSON.stringify(wholeRest)}`
}
