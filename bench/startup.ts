import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shipped } from '../src/lib/paths.js'
import { openStore } from '../src/store/database.js'
import { compare, told, type Bench } from './bench.js'

function timed(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}

const bench: Bench = {
  id: 'startup',
  about: 'how long a command takes to begin, against a bare `node -e 0`',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cartable-bench-'))
    try {
      const config = join(folder, 'cartable.yaml')
      await writeFile(config, 'database: ./a.db\ncredentials: []\nscan: { port: 161 }\n')
      await (await openStore(join(folder, 'a.db'), { create: true })).close()
      const cartable = shipped('dist', 'bin', 'cartable.js')
      const bare = (): number => timed(['-e', '0'])
      return [
        told('--version', 'node -e 0', await compare(15, () => timed([cartable, '--version']), bare)),
        told(
          'list devices, empty database',
          'node -e 0',
          await compare(15, () => timed([cartable, '--config', config, 'list', 'devices']), bare),
        ),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

export default bench
