// `npm run docs`: builds, then writes docs/ again: the guides, from sessions that it plays, and the reference, from the code.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, install, root } from './steps.mjs'

install()
if (!process.argv.includes('--no-build')) build()
const { allPages } = await import('../dist/scripts/docs/pages.js')
for (const [path, text] of await allPages()) {
  const file = join(root, 'docs', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
