import { printable } from '../../lib/text.js'

const LONGEST = 40

/** A value from a file as a message may quote it: safe to print, and cut to about 40 characters. */
export function shown(value: string): string {
  // Twice as many code units as code points are enough, and spare a walk through a field of a megabyte.
  const characters = [...value.slice(0, 2 * LONGEST + 2)]
  return printable(characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : value)
}
