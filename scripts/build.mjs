// Empties dist/, translates the tree into it, puts the heavy libraries beside it as one file each, and writes the manual.
// Types are checked apart, by `npm run check`: translating without them takes a second instead of a minute.
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './steps.mjs'
import { writeLicences } from './licences.mjs'

const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
const { build } = await import('esbuild')
const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
await build({
  entryPoints: sourcesIn(include),
  outbase: root,
  outdir: dist,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  absWorkingDir: root,
})

// Each module of ours costs about a millisecond to load: what every command loads is gathered in the module that asks
// for it. Each takes in what stands under its folder, and no other module may import that.
for (const [entry, folder] of [
  ['src/i18n/catalogue.ts', 'src/i18n/messages'],
  ['src/cli/program.ts', 'src/cli/commands'],
]) {
  await build({
    entryPoints: [entry],
    outbase: root,
    outdir: dist,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    external: ['#*'],
    minifyWhitespace: true,
    sourcemap: true,
    logLevel: 'warning',
    absWorkingDir: root,
    plugins: [keepOutside(join(root, folder) + sep, dirname(join(root, entry)))],
  })
}

/** Modules of hucre that are left out, and what the others take from them. */
const UNUSED_IN_WORKBOOKS = {
  'drawing-writer': ['writeDrawing'],
  'chart-writer': ['writeChart'],
  'pivot-writer': ['writePivotTable', 'resolvePivotSource'],
  'comments-writer': ['writeComments'],
  agile: ['encryptAgile'],
}

// Loaded as published, these are hundreds of small files: 150 ms before the first useful line. As one file each, 30 ms.
// package.json's "imports" says which name leads here.
const { metafile } = await build({
  entryPoints: {
    'cli-table3': 'cli-table3',
    commander: 'commander',
    // Its side that writes workbooks alone.
    hucre: join(root, 'node_modules', 'hucre', 'dist', 'xlsx', 'writer.mjs'),
    kysely: 'kysely',
    picocolors: 'picocolors',
    // Its main entry is CommonJS too.
    'topojson-server': join(root, 'node_modules', 'topojson-server', 'src', 'index.js'),
    // yaml's main entry is CommonJS, whose names esbuild cannot export; the same code as modules stands in browser/.
    yaml: join(root, 'node_modules', 'yaml', 'browser', 'dist', 'index.js'),
    zod: 'zod',
  },
  bundle: true,
  metafile: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outdir: join(dist, 'vendor'),
  legalComments: 'inline',
  logLevel: 'warning',
  absWorkingDir: root,
  // Where node_modules is a link, its target's path would be written into the files.
  preserveSymlinks: true,
  // What is CommonJS inside asks for Node's own modules by `require`.
  banner: { js: "import { createRequire as _require } from 'node:module'; const require = _require(import.meta.url);" },
  plugins: [
    {
      name: 'zod-without-translations',
      // Its words are never shown: src/app/config/load.ts says everything itself.
      setup: ({ onLoad }) =>
        onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {}', loader: 'js' })),
    },
    {
      name: 'hucre-without-drawings',
      // A report's workbook has none of these: half of what would be copied.
      setup: ({ onLoad }) =>
        onLoad({ filter: /hucre[\\/]dist[\\/]xlsx[\\/].*\.mjs$/ }, ({ path }) => {
          const names = UNUSED_IN_WORKBOOKS[basename(path, '.mjs')]
          if (names === undefined) return undefined
          return { contents: names.map((name) => `export const ${name} = () => null`).join('\n'), loader: 'js' }
        }),
    },
  ],
})
writeLicences(Object.keys(metafile.inputs), join(dist, 'vendor', 'LICENCES.txt'))
await import(pathToFileURL(join(dist, 'scripts', 'man.js')).href)
chmodSync(join(dist, 'bin', 'cartable.js'), 0o755)

/** Every TypeScript source of some folders, as paths from the root. */
function sourcesIn(folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => join(folder, file)),
  )
}

/** Takes in what is under a folder, and leaves every other module where it is, named from the folder of the entry. */
function keepOutside(inside, from) {
  const setup = ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point') return undefined
      const target = resolve(resolveDir, path)
      if (kind === 'import-statement' && target.startsWith(inside)) return undefined
      const named = relative(from, target).split(sep).join('/')
      return { path: named.startsWith('.') ? named : `./${named}`, external: true }
    })
  return { name: 'keep-outside', setup }
}
