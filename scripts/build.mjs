// Empties dist/, compiles the tree into it, and puts the heavy libraries beside it as one file each.
import { chmodSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root, run } from './steps.mjs'

const require = createRequire(import.meta.url)
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
run(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root])

// Loaded as published, these are hundreds of small files: 150 ms before the first useful line. As one file each, 20 ms.
// package.json's "imports" says which name leads here.
const { build } = await import('esbuild')
await build({
  // yaml's main entry is CommonJS, whose names esbuild cannot export; the same code as modules stands in browser/.
  entryPoints: { kysely: 'kysely', zod: 'zod', yaml: join(root, 'node_modules', 'yaml', 'browser', 'dist', 'index.js') },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outdir: join(dist, 'vendor'),
  legalComments: 'inline',
  logLevel: 'warning',
  absWorkingDir: root,
})
chmodSync(join(dist, 'bin', 'cartable.js'), 0o755)
