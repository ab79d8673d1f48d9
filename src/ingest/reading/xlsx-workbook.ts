import { posix } from 'node:path'
import type { IngestTexts } from './define-input.js'
import { Unreadable, type Archive } from './packed.js'
import { shown } from './shown.js'
import { numberFormat, type NumberFormat } from './xlsx-values.js'
import { walkAll } from './xml-events.js'

/** A sheet of a workbook with what is needed to read it. */
export interface Sheet {
  readonly name: string
  /** The names of the others that the workbook has. */
  readonly others: readonly string[]
  readonly chunks: AsyncIterable<Buffer>
  /** Texts that cells refer to by number. */
  readonly strings: readonly string[]
  /** How numbers are shown, by the number of a cell's style. */
  readonly formats: readonly NumberFormat[]
  /** True when its days are counted from 1904. */
  readonly is1904: boolean
}

/** Texts of a workbook are held in memory, for cells refer to them in any order. */
const MOST_STRING_CHARACTERS = 64 * 1024 ** 2

interface SheetEntry {
  readonly name: string
  readonly id: string
  readonly isHidden: boolean
}

/**
 * Opens a sheet by its name, or the first one that is not hidden.
 *
 * @throws Unreadable when the workbook is broken, or has no such sheet.
 * @see ECMA-376 part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles)
 */
export async function openSheet(archive: Archive, asked: string | null, texts: IngestTexts): Promise<Sheet> {
  const parts = new Parts(archive, texts)
  const sheets: SheetEntry[] = []
  let is1904 = false
  await parts.walk('xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
    sheets.push({ name: attributes['name'] ?? '', id, isHidden: (attributes['state'] ?? 'visible') !== 'visible' })
  })
  const targets = new Map<string, string>()
  const byType = new Map<string, string>()
  await parts.walk('xl/_rels/workbook.xml.rels', (name, { Id = '', Target = '', Type = '' }) => {
    if (name !== 'Relationship') return
    // A target is a path from the workbook, or from the archive's root; it only names an entry.
    const path = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target)
    targets.set(Id, path)
    byType.set(Type.slice(Type.lastIndexOf('/') + 1), path)
  })
  const isWanted = ({ name, isHidden }: SheetEntry): boolean => (asked === null ? !isHidden : sameName(name, asked))
  const sheet = sheets.find(isWanted)
  if (sheet === undefined) {
    const names = sheets.slice(0, 20).map(({ name }) => shown(name))
    throw new Unreadable(asked === null ? texts.workbookBroken : texts.sheetUnknown(shown(asked), names.join(', ')))
  }
  const formats = await formatsOf(parts, byType.get('styles'))
  const strings = await stringsOf(parts, byType.get('sharedStrings'), texts)
  const chunks = parts.open(targets.get(sheet.id) ?? '')
  if (chunks === null) throw new Unreadable(texts.workbookBroken)
  return {
    name: sheet.name,
    others: sheets.filter((other) => other !== sheet).map(({ name }) => name),
    chunks,
    strings,
    formats,
    is1904,
  }
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase('fr') === b.trim().toLocaleLowerCase('fr')
}

/** The parts of a workbook by name. */
class Parts {
  readonly #archive: Archive
  readonly #texts: IngestTexts

  constructor(archive: Archive, texts: IngestTexts) {
    this.#archive = archive
    this.#texts = texts
  }

  open(path: string): AsyncIterable<Buffer> | null {
    const entry = this.#archive.entries.find(({ fileName }) => fileName === path)
    return entry === undefined ? null : this.#archive.open(entry)
  }

  /** Calls back at each element that opens. */
  async walk(
    path: string | undefined,
    open: (name: string, attributes: Readonly<Record<string, string>>) => void,
    more: { readonly text?: (text: string) => void; readonly close?: (name: string) => void } = {},
  ): Promise<void> {
    if (path === undefined) return
    const chunks = this.open(path)
    if (chunks === null) throw new Unreadable(this.#texts.workbookBroken)
    await walkAll(chunks, { open, ...more }, this.#texts)
  }
}

async function formatsOf(parts: Parts, path: string | undefined): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  await parts.walk(
    path,
    (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(numberFormat(id, codes.get(id)))
    },
    { close: (name) => void (inCells &&= name !== 'cellXfs') },
  )
  return formats
}

async function stringsOf(parts: Parts, path: string | undefined, texts: IngestTexts): Promise<readonly string[]> {
  const strings: string[] = []
  let current = ''
  let characters = 0
  let isText = false
  let isPhonetic = false
  await parts.walk(
    path,
    (name) => {
      if (name === 'si') current = ''
      else if (name === 't') isText = !isPhonetic
      else if (name === 'rPh') isPhonetic = true
    },
    {
      text: (text) => {
        if (isText) current += text
      },
      close: (name) => {
        if (name === 't') isText = false
        else if (name === 'rPh') isPhonetic = false
        if (name !== 'si') return
        strings.push(current)
        characters += current.length + 16
        if (characters > MOST_STRING_CHARACTERS) {
          throw new Unreadable(texts.workbookTooLarge(MOST_STRING_CHARACTERS / 1024 ** 2))
        }
      },
    },
  )
  return strings
}
