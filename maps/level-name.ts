import type { Messages } from '../src/i18n/translator.js'
import type { Level } from '../src/model/records.js'

/** A level's name with a capital, as a legend writes it. */
export function levelName(level: Level, { gaps }: Pick<Messages, 'gaps'>): string {
  const name = gaps[`level-${level}`]
  return name.charAt(0).toUpperCase() + name.slice(1)
}
