import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createSocket } from 'node:dgram'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
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

/** Runs the built command line as a person would: its own process, no terminal, a clean environment. */
export async function cartable(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const database = await databaseFor(args, options.cwd)
  return run(process.execPath, [cartablePath, ...args], { ...options, env: { ...database, ...options.env } })
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
