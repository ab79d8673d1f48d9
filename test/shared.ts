import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/lib/paths.js'

/** Recordings, MIB modules and open data that may stand beside the project: they make some tests stronger. */
const folder = process.env['CARTABLE_SHARED'] ?? join(packageRoot, '..', 'shared')

export function sharedPath(...parts: readonly string[]): string {
  return join(folder, ...parts)
}

/** For a test's `skip`: false when the path is there, else the reason, the same for every test. */
export function skipWithout(path: string): string | false {
  return existsSync(path) ? false : '../shared is not beside the project'
}
