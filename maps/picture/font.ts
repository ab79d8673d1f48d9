import { readFileSync } from 'node:fs'
import { shipped } from '../../src/lib/paths.js'

/** The font that pictures are lettered in: its files, and its name in them. */
export const FONT = {
  family: 'Open Sans',
  files: ['OpenSans-Regular.ttf', 'OpenSans-Semibold.ttf'].map((name) => shipped('data', 'fonts', name)),
} as const

export type Weight = 400 | 600

/** Widths of a font's characters, in parts of its size. */
interface Metrics {
  readonly widthOf: (character: string) => number
}

/**
 * Reads the widths of a TrueType font.
 *
 * @see OpenType 1.9: cmap (format 4), head, hhea, hmtx
 */
function readMetrics(file: string): Metrics {
  const bytes = readFileSync(file)
  const tables = new Map<string, number>()
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8))
  }
  const at = (tag: string): number => tables.get(tag) ?? 0
  const unitsPerEm = bytes.readUInt16BE(at('head') + 18)
  const longMetrics = bytes.readUInt16BE(at('hhea') + 34)
  const glyphs = glyphsOf(bytes, at('cmap'))
  const widths = new Map<string, number>()
  const measure = (character: string): number => {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0) ?? 0
    return bytes.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm
  }
  return {
    widthOf(character) {
      const known = widths.get(character) ?? measure(character)
      widths.set(character, known)
      return known
    },
  }
}

function glyphsOf(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const table = cmap + bytes.readUInt32BE(cmap + 4 + 8 * i + 4)
    if (bytes.readUInt16BE(table) !== 4) continue
    const segments = bytes.readUInt16BE(table + 6) / 2
    for (let s = 0; s < segments; s++) {
      const word = (array: number): number => table + 14 + 2 * segments * array + (array > 0 ? 2 : 0) + 2 * s
      const [end, start] = [bytes.readUInt16BE(word(0)), bytes.readUInt16BE(word(1))]
      const [delta, range] = [bytes.readUInt16BE(word(2)), bytes.readUInt16BE(word(3))]
      for (let code = start; code <= end && code < 0xffff; code++) {
        const glyph = range === 0 ? code : bytes.readUInt16BE(word(3) + range + 2 * (code - start))
        if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff)
      }
    }
  }
  return glyphs
}

const metrics = new Map<Weight, Metrics>()

/** Width of a text in the units of its size. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const font = metrics.get(weight) ?? readMetrics(FONT.files[weight === 400 ? 0 : 1] ?? '')
  metrics.set(weight, font)
  return [...text].reduce((sum, character) => sum + font.widthOf(character), 0) * size
}

/** A text cut into lines no wider than asked, between words; a word that is wider alone stays whole. */
export function wrapped(text: string, size: number, width: number, weight: Weight = 400): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
