import { listPlugins, loadPlugin } from '../src/lib/plugins.js'
import type { Bench } from './bench.js'

/** `npm run bench -- [name…]`: runs the named measurements, or all of them, and prints each one's figures. */
const all = listPlugins('bench').filter((id) => id !== 'run' && id !== 'bench')
const asked = process.argv.slice(2)
const unknown = asked.filter((id) => !all.includes(id))
if (unknown.length > 0) {
  process.stderr.write(`No such measurement: ${unknown.join(', ')}. There are: ${all.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const id of asked.length > 0 ? asked : all) {
    const bench = await loadPlugin<Bench>('bench', id)
    process.stdout.write(`\n${id}: ${bench.about}\n`)
    for (const line of await bench.measure()) process.stdout.write(`  ${line}\n`)
  }
}
