// Empties dist/, compiles the tree into it, puts the heavy libraries beside it as one file each, and writes the manual.
import { chmodSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run } from './steps.mjs'
import { writeLicences } from './licences.mjs'

const require = createRequire(import.meta.url)
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root])

// Loaded as published, these are hundreds of small files: 150 ms before the first useful line. As one file each, 30 ms.
// package.json's "imports" says which name leads here.
const { build } = await import('esbuild')
const { metafile } = await build({
  entryPoints: {
    'cli-table3': 'cli-table3',
    commander: 'commander',
    kysely: 'kysely',
    picocolors: 'picocolors',
    // yaml's main entry is CommonJS, whose names esbuild cannot export; the same code as modules stands in browser/.
    yaml: join(root, 'node_modules', 'yaml', 'browser', 'dist', 'index.js'),
    zod: 'zod',
  },
  bundle: true,
  metafile: true,
  minifyWhitespace: true,
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
  ],
})
writeLicences(Object.keys(metafile.inputs), join(dist, 'vendor', 'LICENCES.txt'))
await import(pathToFileURL(join(dist, 'scripts', 'man.js')).href)
chmodSync(join(dist, 'bin', 'cartable.js'), 0o755)
