import type { IngestTexts } from './define-input.js'
import { listed } from './header.js'
import { Unreadable, type Archive } from './packed.js'
import { stop, type Item } from './records.js'
import { shown } from './shown.js'
import { columnOf, numberText } from './xlsx-values.js'
import { openSheet, type Sheet } from './xlsx-workbook.js'
import { walkXml, type XmlHandler } from './xml-events.js'

/** Excel's own limit. */
const MOST_COLUMNS = 16_384
const MOST_MERGES_TOLD = 5

/**
 * The rows of a workbook's sheet as records, numbered as in the sheet; blank cells at a row's end are left out. A
 * formula gives the value that was saved with it, and is never computed; one without value is a fault.
 *
 * Throws Unreadable when the workbook is broken. Memory holds its shared texts, and one row at a time.
 *
 * @see ECMA-376 part 1, 18.3 (worksheets)
 */
export async function* readXlsx(
  archive: Archive,
  asked: string | null,
  texts: IngestTexts,
): AsyncGenerator<readonly Item[]> {
  const sheet = await openSheet(archive, asked, texts)
  if (asked === null && sheet.others.length > 0)
    yield [{ line: 1, remark: texts.sheetRead(shown(sheet.name), listed(sheet.others, texts)) }]
  const rows = new RowHandler(sheet, texts)
  for await (const _ of walkXml(sheet.chunks, rows, texts)) if (rows.items.length > 0) yield rows.items.splice(0)
  yield rows.items.splice(0)
  const { merges } = rows
  const [first] = merges
  if (first === undefined) return
  const told = merges.slice(0, MOST_MERGES_TOLD).map(({ range }) => shown(range))
  yield [{ line: first.line, remark: texts.merged(told.join(', ') + (merges.length > told.length ? ', …' : '')) }]
}

class RowHandler implements XmlHandler {
  readonly items: Item[] = []
  /** Ranges that are merged over several rows. */
  readonly merges: { readonly line: number; readonly range: string }[] = []
  readonly #sheet: Sheet
  readonly #texts: IngestTexts
  #line = 0
  #fields: string[] = []
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #hasValue = false
  #isFormula = false
  #isText = false
  #isPhonetic = false
  #faultColumn = -1

  constructor(sheet: Sheet, texts: IngestTexts) {
    this.#sheet = sheet
    this.#texts = texts
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row': {
        const line = Number(attributes['r'] ?? this.#line + 1)
        if (!Number.isSafeInteger(line) || line <= this.#line) throw new Unreadable(this.#texts.workbookBroken)
        this.#line = line
        this.#fields = []
        this.#column = -1
        this.#faultColumn = -1
        return
      }
      case 'c':
        this.#column = columnOf(attributes['r'] ?? '') ?? this.#column + 1
        if (this.#column >= MOST_COLUMNS) throw new Unreadable(this.#texts.tooManyColumns(MOST_COLUMNS))
        this.#type = attributes['t'] ?? 'n'
        this.#style = Number(attributes['s'] ?? 0)
        this.#value = ''
        this.#hasValue = false
        this.#isFormula = false
        return
      case 'v':
      case 't':
        this.#isText = !this.#isPhonetic
        this.#hasValue = true
        return
      case 'f':
        this.#isFormula = true
        return
      case 'rPh':
        this.#isPhonetic = true
        return
      case 'mergeCell':
        this.#merge(attributes['ref'] ?? '')
    }
  }

  text(text: string): void {
    if (this.#isText) this.#value += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isText = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c') this.#cell()
    else if (name === 'row') this.#row()
  }

  #cell(): void {
    if (this.#isFormula && !this.#hasValue) this.#faultColumn = this.#column
    const value = this.#cellText()
    if (value === '') return
    while (this.#fields.length < this.#column) this.#fields.push('')
    this.#fields[this.#column] = value
  }

  #cellText(): string {
    const { strings, formats, is1904 } = this.#sheet
    switch (this.#type) {
      case 's':
        return strings[Number(this.#value)] ?? ''
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return numberText(this.#value, formats[this.#style] ?? { isDate: false, digits: 0 }, is1904)
      // An ISO date, a formula's text, text in the cell itself, an error such as #N/A.
      default:
        return this.#value
    }
  }

  #row(): void {
    if (this.#faultColumn !== -1) {
      this.items.push({ ...stop(this.#line, this.#texts.formulaWithoutValue), field: this.#faultColumn, stops: false })
    } else if (this.#fields.length > 0) this.items.push({ line: this.#line, fields: this.#fields, isOfSheet: true })
  }

  #merge(range: string): void {
    const [, first = '', last = ''] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(range) ?? []
    if (first !== last && this.merges.length <= MOST_MERGES_TOLD) this.merges.push({ line: Number(first), range })
  }
}
