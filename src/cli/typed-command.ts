import { basename, join, relative } from 'node:path'
import { shipped } from '../lib/paths.js'

/** A word as a POSIX shell takes it: quoted when it holds more than letters, digits and what paths and flags are made of. */
function shellWord(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}

/**
 * A command of ours as it can be typed in `cwd`: `cartable …` when the program was started under that name, else
 * `node …/dist/bin/cartable.js …`.
 */
export function typedCommand(cwd: string, args: readonly string[], started = process.argv[1] ?? ''): string {
  // A package runner finds `cartable` there, the person's shell does not.
  const isOnPath = basename(started) === 'cartable' && !started.includes(join('node_modules', '.bin'))
  const program = isOnPath ? ['cartable'] : ['node', relative(cwd, shipped('dist', 'bin', 'cartable.js'))]
  return [...program, ...args].map(shellWord).join(' ')
}
