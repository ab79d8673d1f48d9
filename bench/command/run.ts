import { spawnSync } from 'node:child_process'
import { EXIT } from '../../src/cli/exit-codes.js'
import { shipped } from '../../src/lib/paths.js'

/** What a run of the command took. */
export interface Run {
  readonly ms: number
  /** The most memory that the process had, in MiB. */
  readonly mib: number
}

/** Says at its end, on the fourth stream, the most memory that a process had, in KiB. */
const PEAK = `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))`

/** Runs the command in a process of its own, in a folder. @throws when it fails, with what it said; to be told that data lack is no failure. */
export function runIn(cwd: string, ...args: readonly string[]): Run {
  const start = performance.now()
  const { status, stderr, output } = spawnSync(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(PEAK)}`],
      ...[shipped('dist', 'bin', 'cartable.js'), ...args],
    ],
    { cwd, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  )
  if (status !== EXIT.done && status !== EXIT.incomplete) throw new Error(`${args.join(' ')}: ${stderr}`)
  return { ms: performance.now() - start, mib: Number(output[3]) / 1024 }
}
