import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createSocket } from 'node:dgram'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { Test } from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { databaseOf, dropDatabasesUnder } from '../databases.js'

export const cartablePath = shipped('dist', 'bin', 'cartable.js')

/** What a command came to. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** What comes on standard input; nothing by default. */
  readonly input?: string | Buffer
}

/**
 * Runs a command in the tests' own process, without a terminal, in a clean environment: what a test asks for that looks
 * at an exit code, what is printed, files or a database. Half a second less than a process of its own.
 *
 * Commands wait for each other, as the process has one of several things that a command may set or close (the sockets of
 * SNMP and their pace); one that never ends by itself would stop them all.
 */
export async function cartable(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const ran = last.then(() => runHere(args, options))
  last = ran.catch(() => undefined)
  return ran
}

let last: Promise<unknown> = Promise.resolve()

/**
 * What Node.js and the driver of PostgreSQL read from their process's environment: a command that is run here cannot be told
 * it, and works with that of the tests.
 */
const OF_PROCESS = /^(?:TZ|HOME|TMPDIR|NODE_.*|PG(?!PASSWORD$).*)$/

async function runHere(args: readonly string[], { cwd, env, input }: RunOptions): Promise<Ran> {
  const deaf = Object.keys(env ?? {}).filter((name) => OF_PROCESS.test(name))
  if (deaf.length > 0) throw new Error(`${deaf.join(', ')}: only a process of its own hears of it (cartableProcess)`)
  const { main } = await import('../../src/cli/main.js')
  const [stdout, stderr] = [new Kept(), new Kept()]
  const code = await main({
    argv: [process.execPath, cartablePath, ...args],
    env: { PATH: process.env['PATH'], ...(await databaseFor(args, cwd)), ...env },
    cwd: () => cwd ?? process.cwd(),
    stdin: Readable.from(input === undefined ? [] : [Buffer.from(input)]),
    stdout,
    stderr,
    // A signal ends the tests, and so the command.
    once: () => undefined,
    removeListener: () => undefined,
  })
  return { code, out: stdout.text, err: stderr.text }
}

/** Keeps what is written to it. */
class Kept extends Writable {
  readonly #pieces: Buffer[] = []

  get text(): string {
    return Buffer.concat(this.#pieces).toString()
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#pieces.push(piece)
    done()
  }
}

/**
 * Runs the built command line as a person would, in a process of its own. For what only a process has: arguments and an
 * environment that others see, a pipe, a terminal, a signal, a time zone; for commands at the same time; and so that each
 * command is started for true somewhere.
 */
export async function cartableProcess(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const database = await databaseFor(args, options.cwd)
  const env = { ...database, ...options.env }
  if (env['NODE_OPTIONS'] !== undefined) return run(process.execPath, [cartablePath, ...args], { ...options, env })
  // The tests' runner has every process of Node load what watches it: without, a command starts in a third of the time.
  const plainly = ['-c', 'unset NODE_OPTIONS; exec "$0" "$@"', process.execPath, cartablePath, ...args]
  return run('/bin/sh', plainly, { ...options, env })
}

/** Folders whose tests look at the database's file itself. */
const keepTheirFile = new Set<string>()

/** The environment that puts a command's database on the tests' server, when it is asked to be there. */
export async function databaseFor(args: readonly string[], cwd: string | undefined): Promise<NodeJS.ProcessEnv> {
  const config = args[args.indexOf('--config') + 1]
  const folder = args.includes('--config') && config !== undefined ? dirname(resolve(cwd ?? '', config)) : cwd
  if (folder === undefined || [...keepTheirFile].some((each) => folder.startsWith(each))) return {}
  return databaseOf(folder)
}

/** Runs a program to its end. A program that cannot be started gives code null and the reason in `err`. */
export function run(program: string, args: readonly string[], { cwd, env, input }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.on('error', () => undefined) // A program may end without reading what it is given.
    child.stdin.end(input)
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', (error) => resolve({ code: null, out, err: error.message }))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

/**
 * A folder of the test's own, removed when it ends.
 *
 * @param database `file` when the test looks at the database's file itself: its commands then never work on a server.
 */
export async function folderFor(t: Test, database: 'any' | 'file' = 'any'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-cli-'))
  if (database === 'file') keepTheirFile.add(folder)
  t.teardown(async () => {
    await dropDatabasesUnder(folder)
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** A UDP port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, resolve))
  const { port } = socket.address()
  await new Promise<void>((resolve) => socket.close(() => resolve()))
  return port
}
