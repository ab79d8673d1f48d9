import { basename, delimiter, dirname, join, relative, resolve, sep } from 'node:path'
import { shipped } from '../lib/paths.js'
import type { Context } from './command.js'

/**
 * A word as the person's shell takes it: quoted when it holds more than letters, digits and what paths and flags are made
 * of. Single quotes for a POSIX shell; double ones for Windows, where a backslash is part of a path.
 */
export function shellWord(word: string, platform: NodeJS.Platform = process.platform): string {
  if (/^[\w./:=@%+,-]+$/.test(word)) return word
  if (platform !== 'win32') return `'${word.replaceAll("'", String.raw`'\''`)}'`
  return /^[\w./:=@+,\\-]+$/.test(word) ? word : `"${word}"`
}

/**
 * A command of ours as it can be typed in `cwd`: `cartable …` when the program was started under that name from a folder
 * of the PATH, the path of that name from elsewhere, else `node …/dist/bin/cartable.js …`.
 */
export function typedCommand(context: Start, args: readonly string[]): string {
  return [...program(context), ...args].map((word) => shellWord(word)).join(' ')
}

/** How the program was started. */
type Start = Pick<Context, 'cwd' | 'env' | 'script'>

function program({ cwd, env, script }: Start): readonly string[] {
  // Set by the launcher of packaging/launcher/, which argv does not show.
  const started = env['CARTABLE_STARTED'] ?? script
  const name = basename(started).replace(/\.cmd$/i, '')
  // A package runner finds `cartable` there, the person's shell does not.
  if (name !== 'cartable' || started.includes(join('node_modules', '.bin'))) {
    return ['node', relative(cwd, shipped('dist', 'bin', 'cartable.js'))]
  }
  const folder = dirname(resolve(started))
  if ((env['PATH'] ?? '').split(delimiter).includes(folder)) return ['cartable']
  const path = relative(cwd, started)
  return [basename(path) === path ? `.${sep}${path}` : path]
}
