import type { Messages } from '../../src/i18n/translator.js'
import { spaced } from '../../src/i18n/typography.js'

/** A cell of a table, on one line; a bar would end it. */
const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Blocks, an empty line between two. */
export const page = (blocks: readonly string[]): string => `${blocks.filter((each) => each !== '').join('\n\n')}\n`

export const code = (text: string): string => (text === '' ? '' : `\`${text}\``)

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** Prose with the no-break spaces of its language; what stands in code is left as it is. */
export function prose(text: string, { language }: Pick<Messages, 'language'>): string {
  if (language === 'en') return text
  return text
    .split(/(^```[\s\S]*?^```$|`[^`\n]+`|^\|.*\|$|^<!--.*-->$)/gm)
    .map((part, i) => (i % 2 === 0 ? spaced(part) : part))
    .join('')
}
