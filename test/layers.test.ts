import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import { packageRoot } from '../src/lib/paths.js'

/** Folders from the top line down. A file imports from its own folder, or from one with a greater number. */
const LAYERS: Readonly<Record<string, number>> = {
  bin: 0,
  'src/cli': 1,
  'src/tui': 2,
  'src/app': 3,
  collectors: 4,
  maps: 4,
  'src/ingest': 4,
  'src/store': 4,
  'src/derive': 4,
  'src/reports': 4,
  'src/lib': 5,
  'src/i18n': 5,
  'src/model': 6,
}
/** Not part of the product: they may look at all of it. */
const OUTSIDE = ['test', 'bench', 'soak', 'scripts']
const SOURCE = /\.(ts|tsx)$/

function files(folder: string): string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => SOURCE.test(file))
}

function layerOf(file: string): string | null {
  return Object.keys(LAYERS).find((folder) => file.startsWith(`${folder}/`)) ?? null
}

function imports(file: string): string[] {
  const text = readFileSync(join(packageRoot, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(packageRoot, join(packageRoot, dirname(file), path)).replaceAll('\\', '/'),
  )
}

const sources = ['bin', 'src', 'collectors', 'maps'].flatMap(files)

t.test('every source file is in a listed folder', (t) => {
  t.ok(sources.length > 50, 'the tree was found')
  t.strictSame(
    sources.filter((file) => layerOf(file) === null),
    [],
  )
  t.end()
})

t.test('imports go down, never sideways', (t) => {
  const wrong = sources.flatMap((file) => {
    const from = layerOf(file) ?? ''
    return imports(file)
      .filter((path) => {
        const to = layerOf(path)
        return to === null || (to !== from && (LAYERS[to] ?? -1) <= (LAYERS[from] ?? 0))
      })
      .map((path) => `${file} → ${path}`)
  })
  t.strictSame(wrong, [])
  t.end()
})

t.test('a wrong import is seen', (t) => {
  t.equal(layerOf('src/store/devices.ts'), 'src/store')
  t.equal((LAYERS['src/store'] ?? 0) <= (LAYERS['src/derive'] ?? 0), true, 'store and derive are on one line')
  t.end()
})

t.test('only src/app and what is above it see collectors and maps', (t) => {
  const wrong = sources.filter(
    (file) =>
      (LAYERS[layerOf(file) ?? ''] ?? 9) > 3 &&
      !/^(collectors|maps)\//.test(file) &&
      imports(file).some((path) => /^(collectors|maps)\//.test(path)),
  )
  t.strictSame(wrong, [])
  t.end()
})

t.test('sqlite3 is imported by src/lib/sqlite.ts alone', (t) => {
  const users = sources.filter((file) => /['"]sqlite3['"]/.test(readFileSync(join(packageRoot, file), 'utf8')))
  t.strictSame(users, ['src/lib/sqlite.ts'])
  t.end()
})

t.test('the folders outside the product are the known ones', (t) => {
  const folders = readdirSync(packageRoot, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && files(entry.name).length > 0)
    .map(({ name }) => name)
    .filter((name) => !['node_modules', 'dist', 'artefacts', 'cartable-demo'].includes(name))
  t.strictSame(
    folders.sort(),
    [...OUTSIDE, 'bin', 'collectors', 'maps', 'src'].filter((name) => files(name).length > 0).sort(),
  )
  t.end()
})
