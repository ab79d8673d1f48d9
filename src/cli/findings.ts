import pc from '#picocolors'
import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'
import type { Output } from './output.js'

/** One thing that was looked at, for people. `none`: nothing could be said. `mend`: what to do, or null. */
export interface ShownFinding {
  readonly mark: 'ok' | 'warning' | 'failure' | 'none'
  readonly what: string
  readonly mend: string | null
}

const SYMBOLS = { ok: '✓', warning: '!', failure: '✗', none: '–' } as const

/** Findings one under the other, as wide as the terminal at most: a symbol and a word, never the colour alone. */
export function renderFindings(
  findings: readonly ShownFinding[],
  { columns, colour }: Pick<Output, 'columns' | 'colour'>,
  { doctor }: Messages,
): string {
  const words = { ok: doctor.ok, warning: doctor.warning, failure: doctor.failure, none: doctor.none }
  const width = Math.max(...Object.values(words).map((word) => word.length)) + 4
  const { green, yellow, red, dim } = pc.createColors(colour)
  const paint = { ok: green, warning: yellow, failure: red, none: dim }
  const blank = ' '.repeat(width)
  const lines = findings.flatMap(({ mark, what, mend }) => {
    const head = paint[mark](`${SYMBOLS[mark]} ${words[mark]}`.padEnd(width))
    const body = wrap(printable(what), columns - width)
    const advice = mend === null ? [] : wrap(`→ ${printable(mend)}`, columns - width)
    return [...body, ...advice].map((line, i) => `${i === 0 ? head : blank}${line}`)
  })
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** Breaks at ordinary spaces; a word that is longer than a line (a path) stays whole. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
