// `npm test`: installs if needed, builds, runs every test. Arguments go to tap.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, install, root, run } from './steps.mjs'

install()
build()
const require = createRequire(import.meta.url)
const tap = join(dirname(require.resolve('tap/package.json')), 'dist', 'esm', 'run.mjs')
run(process.execPath, [tap, ...process.argv.slice(2)], { cwd: root })
