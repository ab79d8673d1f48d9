import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { LANGUAGES } from '../../src/i18n/language.js'
import { messagesFor, type Messages } from '../../src/i18n/translator.js'
import { packageRoot } from '../../src/lib/paths.js'
import type { ReportDocument } from '../../src/model/report-document.js'
import { excelForm, renderCsv } from '../../src/reports/formats/csv.js'
import { renderHtml } from '../../src/reports/formats/html.js'
import { renderDocument } from '../../src/reports/formats/json.js'
import { renderMarkdown } from '../../src/reports/formats/markdown.js'
import { REPORTS } from './samples.js'

const folder = join(packageRoot, 'test', 'fixtures', 'reports')
/** With CARTABLE_GOLDENS=write, what is made now becomes what is expected: look at the difference before keeping it. */
const isWriting = process.env['CARTABLE_GOLDENS'] === 'write'

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

const FORMS: Readonly<Record<string, (document: ReportDocument, m: Messages) => string | Promise<string>>> = {
  csv: ({ sheets: [first] }) => (first === undefined ? '' : whole(renderCsv(first, first.rows))),
  'excel.csv': ({ sheets: [first] }, m) =>
    first === undefined ? '' : whole(renderCsv(first, first.rows, {}, excelForm(m))),
  md: renderMarkdown,
  html: renderHtml,
  json: renderDocument,
}

t.test('every report, in both languages and in every form of text, is what it was', async (t) => {
  for (const [name, make] of Object.entries(REPORTS)) {
    for (const language of LANGUAGES) {
      for (const [form, render] of Object.entries(FORMS)) {
        const path = join(folder, `${name}.${language}.${form}`)
        const text = await render(make(language), messagesFor(language))
        if (isWriting) writeFileSync(path, text)
        t.equal(text, readFileSync(path, 'utf8'), `${name}.${language}.${form}`)
        t.notMatch(text, /Tremblay|séance/, 'who froze a run, and why, is in no report')
      }
    }
  }
})

t.test('French figures are written as in Québec, with no-break spaces', (t) => {
  const m = messagesFor('fr')
  const markdown = renderMarkdown(REPORTS.combo('fr'), m)
  t.match(markdown, '| 17\u00a0345,67\u00a0$ |', '5 000,00 + 12 345,67')
  t.match(markdown, 'Enveloppe de 97\u00a0212,50\u00a0$ pour 2022-2023')
  t.notMatch(markdown, / [:$%»]| [;!?] /)
  t.match(renderMarkdown(REPORTS.combo('en'), messagesFor('en')), '| $17,345.67 |')
  t.end()
})

t.test('the totals of a document are those that a hand adds up, and boards add up to them', (t) => {
  // 1 734 567 + 2 291 258 and 5 000 000 + 500 000 cents.
  const { sheets } = REPORTS.combo('en')
  const amounts = (id: string): unknown[] =>
    sheets.find((sheet) => sheet.id === id)?.rows.map((row) => row['amountCents']) ?? []
  t.strictSame(amounts('schools'), [1_734_567, 2_291_258, 5_000_000, 500_000])
  t.strictSame(amounts('boards'), [4_025_825, 5_500_000])
  const rules = sheets.find((sheet) => sheet.id === 'rules')?.rows ?? []
  const of = (about: string): unknown => rules.find((row) => row['about'] === about)?.['amountCents']
  t.equal(of('shared'), 9_525_825)
  t.equal(of('reserve'), 194_425)
  t.end()
})

t.test('names are shown as they are, and nothing in them is taken for more', async (t) => {
  const document = REPORTS.shortfalls('fr')
  const m = messagesFor('fr')
  const [first] = document.sheets
  const html = renderHtml(document, m)
  t.match(html, '=CMD(&quot;x&quot;)|&lt;b&gt;École&lt;/b&gt; *A1*')
  t.notMatch(html, '<b>')
  t.match(renderMarkdown(document, m), String.raw`=CMD("x")\|\<b\>École\</b\> \*A1\*`)
  const excel = first === undefined ? '' : await whole(renderCsv(first, first.rows, {}, excelForm(m)))
  t.match(excel, `;"'=CMD(""x"")|<b>École</b> *A1*";`)
  for (const text of [html, renderMarkdown(document, m), excel]) t.notMatch(text, /[\u202a-\u202e]/)
  const csv = first === undefined ? '' : await whole(renderCsv(first, first.rows))
  t.match(csv, `,"'=CMD(""x"")|`)
})

t.test('a board’s report tells its own schools alone, and that the envelope is that of all', (t) => {
  for (const [name, make] of Object.entries(REPORTS)) {
    const text = renderMarkdown(make('fr', '798000'), messagesFor('fr'))
    t.match(text, '798001', name)
    t.notMatch(text, /79900[012]/, name)
  }
  const { title, notes, charts } = REPORTS.combo('en', '798000')
  t.equal(title, 'Combo numérique: allocations of 2022-2023 – Centre de services scolaire du Fleuve-aux-Outardes')
  t.match(notes.join('\n'), 'the envelope is that of all schools')
  t.equal(charts.length, 1)
  t.end()
})
