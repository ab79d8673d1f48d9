import { printable } from '../lib/text.js'

/** What has no shape of its own: controls, format and bidi characters, line separators, marks that pile up, private and unassigned ones. */
const SHAPELESS = /[\p{C}\p{Zl}\p{Zp}\p{M}\ufffd]+/gu

/**
 * Text from a device, a file or the database as one cell can hold it: on one line, every character taking its own
 * place. Accents that have a letter of their own are kept (NFC); any run of what has no shape becomes one U+FFFD.
 */
export function inert(text: string): string {
  return printable(text)
    .normalize('NFC')
    .replace(SHAPELESS, '\ufffd')
    .replace(/[\u2000-\u200a\u202f]/g, ' ')
}

/** Text as it is searched: lower case without accents. What `10.20.` or `école` is compared with. */
export function searchable(text: string): string {
  const lower = text.toLowerCase()
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Breaks a text into lines of at most `width` characters, at spaces where it can; no line is empty. */
export function wrapped(text: string, width: number): string[] {
  const room = Math.max(1, width)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= room) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (line.length > room) {
      lines.push(line.slice(0, room))
      line = line.slice(room)
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}
