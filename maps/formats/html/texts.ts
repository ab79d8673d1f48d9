import { messagesFor, type Messages } from '../../../src/i18n/translator.js'
import { LEVELS, type GapReason } from '../../../src/model/records.js'
import { levelName } from '../../level-name.js'

/** Words of closed lists that the page may show. */
const WORDS = /^(?:medium|status|category|role|language)-|^kind-(?:pop|data-centre|ixp)$/

/** Texts of the page in one language; `{0}`, `{1}`… mark where values go. */
export function textsIn(messages: Messages): Readonly<Record<string, string>> {
  return {
    ...messages.map,
    ...Object.fromEntries(Object.entries(messages.words).filter(([key]) => WORDS.test(key))),
    ...Object.fromEntries(LEVELS.map((level) => [`level-${level}`, levelName(level, messages)])),
  }
}

/**
 * The reasons of a map, each told once: sentences in both languages where `{0}`, `{1}`… stand for things of the map, and
 * rows of a sentence's number followed by the codes of these things.
 */
export class ReasonBook {
  readonly fr: string[] = []
  readonly en: string[] = []
  readonly rows: (readonly (number | string)[])[] = []
  readonly #sentences = new Map<string, number>()
  readonly #rows = new Map<string, number>()
  readonly #isKnown: (code: string) => boolean

  /** @param isKnown whether the page can name the thing that a code is of: other words of a reason stay as they are. */
  constructor(isKnown: (code: string) => boolean) {
    this.#isKnown = isKnown
  }

  /** The row of a reason, from 0. */
  row({ code, about }: GapReason): number {
    const things = about.filter(this.#isKnown)
    const marked = about.map((each) => (this.#isKnown(each) ? `{${things.indexOf(each)}}` : each))
    const row = [this.#sentence(code, marked), ...things]
    return numbered(this.#rows, JSON.stringify(row), () => this.rows.push(row) - 1)
  }

  #sentence(code: GapReason['code'], about: readonly string[]): number {
    return numbered(this.#sentences, JSON.stringify([code, about]), () => {
      this.en.push(messagesFor('en').gaps[code](about))
      return this.fr.push(messagesFor('fr').gaps[code](about)) - 1
    })
  }
}

function numbered(known: Map<string, number>, key: string, add: () => number): number {
  const number = known.get(key) ?? add()
  known.set(key, number)
  return number
}
