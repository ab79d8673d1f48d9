import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { cartable, databaseFor, folderFor, freePort, type Ran } from './run.js'

export const sample = (file: string): string => shipped('data', 'samples', file)

/** A database of the invented board's files: made once, then copied. */
let made: Promise<string> | null = null

async function makeBoard(): Promise<string> {
  const folder = await folderFor(t, 'file')
  for (const [kind, file] of [
    ['schools', 'ecoles.csv'],
    ['enrolment', 'effectif.csv'],
    ['pops', 'points-de-presence.csv'],
    ['wan-links', 'liens.csv'],
  ] as const) {
    await cartable(['import', kind, sample(file)], { cwd: folder })
  }
  return join(folder, 'cartable.db')
}

/** A folder whose database holds the invented board's files, and how to run commands there. */
export async function boardFor(
  t: Test,
  env: NodeJS.ProcessEnv = {},
): Promise<{ folder: string; ran(...args: readonly string[]): Promise<Ran> }> {
  made ??= makeBoard()
  const folder = await folderFor(t, 'file')
  await copyFile(await made, join(folder, 'cartable.db'))
  return { folder, ran: (...args) => cartable(args, { cwd: folder, env }) }
}

/**
 * The demonstration, run to its end in a folder of the test's own. It keeps to its own file; when tests are asked to work
 * on a server, what it found is copied there, and commands with its configuration work on `server`.
 */
export async function demoFor(
  t: Test,
): Promise<{ folder: string; config: string; port: number; demo: Ran; server: string | undefined }> {
  const folder = await folderFor(t)
  const port = await freePort()
  const demo = await cartable(['demo', '--port', String(port)], { cwd: folder })
  t.equal(demo.code, 0, demo.err)
  const config = join(folder, 'cartable-demo', 'cartable.yaml')
  const { CARTABLE_DATABASE: server } = await databaseFor(['--config', config], folder)
  if (server !== undefined) {
    const copied = await cartable([
      '--config',
      config,
      'db',
      'copy',
      join(folder, 'cartable-demo', 'cartable.db'),
      server,
    ])
    t.equal(copied.code, 0, copied.err)
  }
  return { folder, config, port, demo, server }
}
