import { folded } from '../../lib/text.js'

/** A word as an identifier: `Laboratoire créatif` is `laboratoire-creatif`. */
export function identifierOf(text: string): string {
  return /^[a-z]+(-[a-z]+)*$/.test(text) ? text : folded(text).replaceAll(' ', '-')
}
