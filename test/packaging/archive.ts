import { readdir, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { realpathSync } from 'node:fs'
import { packageRoot } from '../../src/lib/paths.js'

/** Every file below a folder, by its path from there, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** What no package that is handed out may hold: tests, benches, sources, source maps, caches, and what only builds. */
export function isOutOfPlace(file: string): boolean {
  return /(?:^|\/)(?:test|tests|bench|scripts|\.tap|\.git|\.github|\.npm|\.cache|artefacts)\/|\.(?:ts|tsx|map|tgz|log|db)$|tsconfig|eslint|prettier|knip/.test(
    file,
  )
}

/** The files that tell a folder of this machine. */
export async function filesThatTellPaths(folder: string): Promise<string[]> {
  const own = [packageRoot, dirname(realpathSync(join(packageRoot, 'node_modules')))]
  const home = homedir()
  if (home.split('/').length > 2) own.push(home)
  const found: string[] = []
  for (const file of await filesIn(folder)) {
    const text = await readFile(join(folder, file), 'latin1')
    if (own.some((path) => text.includes(path))) found.push(file)
  }
  return found
}

/** What a folder holds, to tell whether anything in it changed: each file's size, mode and moment of change. */
export async function stateOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true })
  const states = entries.sort().map(async (entry) => {
    const { size, mode, mtimeMs, ctimeMs } = await stat(join(folder, entry))
    return [entry, size, mode, mtimeMs, ctimeMs].join(' ')
  })
  return (await Promise.all(states)).join('\n')
}
