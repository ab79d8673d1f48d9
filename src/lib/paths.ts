import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const up = dirname(from)
  if (up === from) throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}`)
  return findRoot(up)
}

/** The package's own folder, the same from the sources and from dist/. Every shipped file is found from here. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)))

/** An absolute path inside the package, for instance `shipped('data', 'samples')`. */
export function shipped(...parts: readonly string[]): string {
  return join(packageRoot, ...parts)
}
