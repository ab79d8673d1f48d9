// `npm run demo`: installs if needed, builds, then does the whole job on the simulated board.
import { join } from 'node:path'
import { build, install, root, run } from './steps.mjs'

install()
build()
run(process.execPath, [join(root, 'dist', 'bin', 'cartable.js'), 'demo', ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? root,
})
