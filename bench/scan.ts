import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeSnmp } from '../collectors/snmp.js'
import { shipped } from '../src/lib/paths.js'
import type { ScanSummary } from '../src/model/records.js'
import type { Bench } from './bench.js'
import { startAgents, writeMany, type Agents } from './scan/many.js'
import { AT_ONCE, readAll } from './scan/reading.js'
import { note } from './snmp/bare.js'
import { RECORDINGS, RESPONDER } from './snmp/served.js'

const MANY = 10_000
const FEW = 1000
const NO_LOSS = { delayMs: 0, lostPerMille: 0 }

/** What one scan took. */
interface Night {
  readonly cpuMs: number
  readonly wallMs: number
  readonly mostMb: number
  readonly summary: ScanSummary
  /** Size of the database afterwards, in bytes. */
  readonly bytes: number
}

/** Scans the agents with the built program, into the database of a folder. */
async function night(folder: string, { port, targets }: Agents, timeoutMs = 5000): Promise<Night> {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'cartable.yaml'),
    `database: ./a.db
credentials: [{ name: bench, version: 2c, community: { env: BENCH } }]
scan: { port: ${port}, timeoutMs: ${timeoutMs}, retries: 3, packetsPerSecond: 1000000, devicesAtOnce: ${AT_ONCE} }
`,
  )
  const startedAt = performance.now()
  const child = spawn(
    'bash',
    ['-c', `TIMEFORMAT='%U %S'; time "$@"`, 'bash', process.execPath, shipped('dist', 'bin', 'cartable.js')].concat([
      'scan',
      '--no-ping',
      '--json',
      '--targets',
      targets,
    ]),
    { cwd: folder, env: { PATH: process.env['PATH'], BENCH: 'public' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [out, err, mostMb] = ['', '', 0]
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const watch = setInterval(() => (mostMb = Math.max(mostMb, residentMb(child.pid ?? 0))), 500)
  await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  const wallMs = performance.now() - startedAt
  const [user = 0, system = 0] = (err.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  const bytes = ['', '-wal'].reduce(
    (sum, end) => sum + (statSync(join(folder, `a.db${end}`), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
  return { cpuMs: (user + system) * 1000, wallMs, mostMb, summary: JSON.parse(out) as ScanSummary, bytes }
}

/** The most memory that the child of a shell has had, in megabytes. */
function residentMb(shell: number): number {
  try {
    const [child] = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').split(' ')
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0 // It has just ended.
  }
}

/** What some work took in a process of its own, which begins as cold as a scan does. */
interface Apart {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Reads the agents, or walks what is written in a file, in a process of its own. */
function apart(work: 'read' | 'walk', port: number, file: string): Apart {
  const script = shipped('dist', 'bench', 'scan', 'apart.js')
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, work, String(port), file], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Apart
}

/** Writes what a reading of each agent asks, for the bare walk that asks the very same; and all their addresses. */
async function writeAsked(folder: string, { port, targets }: Agents, count: number): Promise<string> {
  const [base = ''] = targets.split('-')
  const addresses = Array.from({ length: count }, (_, i) => base.replace(/0\.0$/, `${i >> 8}.${i & 255}`))
  const { asked } = await note(() => readAll(addresses, port))
  closeSnmp()
  const file = join(folder, 'asked.json')
  await writeFile(file, JSON.stringify([...asked]))
  return file
}

async function measured(folder: string): Promise<string[]> {
  const list = await writeMany(folder, MANY)
  const lines: string[] = []
  const agents = async <T>(count: number, line: typeof NO_LOSS, work: (agents: Agents) => Promise<T>): Promise<T> => {
    const started = await startAgents(folder, list, count, line)
    try {
      return await work(started)
    } finally {
      await started.close()
    }
  }
  const per = ({ cpuMs: ms, summary }: Night): number => ms / summary.addresses
  const told = ({ summary, cpuMs: ms, wallMs, mostMb }: Night): string =>
    `${summary.answered} of ${summary.addresses} read, ${summary.devicesNew} new, in ${(wallMs / 1000).toFixed(0)} s, ` +
    `${(ms / 1000).toFixed(0)} s of CPU, ${mostMb.toFixed(0)} MB at most`

  const few = await agents(FEW, NO_LOSS, (some) => night(join(folder, 'few'), some))
  await agents(MANY, NO_LOSS, async (all) => {
    const many = await night(join(folder, 'many'), all)
    const again = await night(join(folder, 'many'), all)
    const asked = await writeAsked(folder, all, MANY)
    const alone = apart('read', all.port, asked).wallMs
    const bare = apart('walk', all.port, asked).cpuMs / MANY
    lines.push(
      `${FEW}: ${told(few)}`,
      `${MANY}: ${told(many)} (aim: 400 MB)`,
      `CPU a device, from sweep to stored: ${per(many).toFixed(1)} ms; a bare walk of the same: ${bare.toFixed(1)} ms; ` +
        `ratio ${(per(many) / bare).toFixed(2)} (aim: 2)`,
      `a device among ${MANY} costs ${(per(many) / per(few)).toFixed(2)} times one among ${FEW} (aim: 1.2)`,
      `the second night: ${((again.bytes / many.bytes - 1) * 100).toFixed(2)} % larger (aim: 2), ` +
        `${(again.wallMs / 1000).toFixed(1)} s, reading alone ${(alone / 1000).toFixed(1)} s, ` +
        `ratio ${(again.wallMs / alone).toFixed(2)} (aim: 1.3)`,
    )
  })
  const whole = await agents(MANY, { delayMs: 20, lostPerMille: 0 }, (far) => night(join(folder, 'far'), far, 1500))
  const lossy = await agents(MANY, { delayMs: 20, lostPerMille: 10 }, (far) => night(join(folder, 'lossy'), far, 1500))
  const idealMs = (whole.summary.packetsSent * 20) / AT_ONCE
  lines.push(
    `20 ms away and 1 % lost: ${(lossy.wallMs / 1000).toFixed(1)} s for ${MANY}; the ideal is ` +
      `${whole.summary.packetsSent} requests × 20 ms ÷ ${AT_ONCE} = ${(idealMs / 1000).toFixed(1)} s; ` +
      `ratio ${(lossy.wallMs / idealMs).toFixed(2)} (aim: 1.5)`,
  )
  return lines
}

const bench: Bench = {
  id: 'scan',
  about: `${MANY} recorded devices, from sweep to stored, and a second night`,
  measure: async () => {
    if (!existsSync(RECORDINGS) || !existsSync(RESPONDER)) return ['skipped: ../shared is not beside the project']
    if (spawnSync('g++', ['--version']).error !== undefined) return ['skipped: apt-get install g++']
    const folder = await mkdtemp(join(tmpdir(), 'cartable-bench-'))
    try {
      return await measured(folder)
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

export default bench
