import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t, { type Test } from 'tap'
import { LANGUAGES, type Language } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { zipOf } from '../../src/lib/zip.js'
import type { ReportDocument } from '../../src/model/report-document.js'
import { renderXlsx } from '../../src/reports/formats/xlsx.js'
import { unzipped } from '../app/unzipped.js'
import { run } from '../cli/run.js'
import { REPORTS } from './samples.js'

const folder = mkdtempSync(join(tmpdir(), 'cartable-xlsx-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

type Sheet = ReportDocument['sheets'][number]

/** What a cell of a sheet holds, told apart from the code that writes it: dollars, parts of 1, texts. */
function expected(sheet: Sheet, row: Sheet['rows'][number], key: string): number | null | 'text' {
  const kind = sheet.columns.find((column) => column.key === key)?.kind
  const value = row[key]
  if (value === null || value === undefined) return null
  if (typeof value !== 'number') return 'text'
  return kind === 'money' || kind === 'percent' ? value / 100 : value
}

/** A column of which nothing is known has no total. */
const isTotalled = (sheet: Sheet, key: string): boolean =>
  sheet.totals.includes(key) && sheet.rows.some((row) => typeof row[key] === 'number')
const added = (sheet: Sheet, key: string): number =>
  sheet.rows.reduce((sum, row) => sum + (typeof row[key] === 'number' ? row[key] : 0), 0)

const written: { name: string; language: Language; document: ReportDocument; bytes: Uint8Array }[] = []
for (const [name, make] of Object.entries(REPORTS)) {
  for (const language of LANGUAGES) {
    const document = make(language)
    written.push({
      name: `${name}-${language}`,
      language,
      document,
      bytes: await renderXlsx(document, messagesFor(language)),
    })
  }
}

t.test('each sheet is a tab with typed cells, a frozen header, filters, and totals that are formulas', async (t) => {
  for (const { name, language, document, bytes } of written) {
    const { sheets, properties } = await readXlsx(bytes, { readStyles: true })
    t.strictSame(
      sheets.map((sheet) => sheet.name),
      document.sheets.map(({ title }) => title),
      `${name}: tabs`,
    )
    t.strictSame([properties?.creator, properties?.lastModifiedBy], [undefined, undefined], 'nobody made it')
    for (const [i, sheet] of document.sheets.entries()) {
      const tab = sheets[i]
      const where = `${name}: ${sheet.id}`
      t.equal(tab?.freezePane?.rows, 1, where)
      t.match(tab?.autoFilter?.range, new RegExp(`^A1:[A-Z]+${sheet.rows.length + 1}$`), where)
      const cells = sheet.rows.map((row, r) =>
        sheet.columns.map(({ key }, c) => {
          const found = tab?.rows[r + 1]?.[c] ?? null
          const wanted = expected(sheet, row, key)
          return wanted === 'text' ? typeof found === 'string' : found === wanted
        }),
      )
      t.notOk(cells.flat().includes(false), `${where}: every value, of its type`)
      for (const [c, { key, kind }] of sheet.columns.entries()) {
        const format = sheet.rows.length === 0 ? undefined : tab?.cells?.get(`1,${c}`)?.style?.numFmt
        if (format !== undefined && kind === 'money')
          t.equal(format, language === 'fr' ? '#,##0.00\\ [$$-C0C]' : '[$$-1009]#,##0.00', where)
        if (format !== undefined && kind === 'percent') t.match(format, '%', where)
        if (!isTotalled(sheet, key)) continue
        const total = tab?.cells?.get(`${sheet.rows.length + 1},${c}`)
        t.match(total?.formula, /^SUBTOTAL\(109,[A-Z]+2:[A-Z]+\d+\)$/, `${where}: ${key}`)
        const sum = kind === 'money' ? added(sheet, key) / 100 : added(sheet, key)
        t.equal(total?.formulaResult ?? total?.value, sum, `${where}: ${key}`)
      }
    }
  }
})

t.test('a name that would be a formula is none, and holds nothing that hides or turns round', async (t) => {
  for (const { document, bytes } of written) {
    const { sheets } = await readXlsx(bytes)
    const [first] = sheets
    const name = document.sheets[0]?.columns.findIndex(({ key }) => key === 'name') ?? -1
    const texts = sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string'))
    t.strictSame(
      texts.filter((text) => /^[=+\-@\t\r]/.test(text)),
      [],
    )
    t.notMatch(texts.join(''), /[\u0000-\u001f\u202a-\u202e]/)
    if (name >= 0 && document.id !== 'accountability')
      t.ok(first?.rows.some((row) => row[name] === `'=CMD("x")|<b>École</b> *A1*`))
  }
})

t.test('the same report makes the same bytes, without the hour or the machine', async (t) => {
  for (const { document, language, bytes } of written) {
    t.strictSame(Buffer.from(await renderXlsx(document, messagesFor(language))), Buffer.from(bytes))
    const core = (await unzipped(t, Buffer.from(bytes))).get('docProps/core.xml') ?? ''
    t.strictSame(core.match(/\d{4}-\d\d-\d\dT[^<]*/g), Array(2).fill('1980-01-01T00:00:00Z'))
  }
})

/** A figure as LibreOffice writes it where it does not show it: `66.6666666666667%`. */
const figure = (text = ''): number => (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text))

/** The same workbook, where no formula has its value beside it: whoever opens it must compute. */
async function withoutValues(t: Test, bytes: Uint8Array): Promise<Buffer> {
  const files = await unzipped(t, Buffer.from(bytes))
  const bare = (text: string): string => text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')
  return zipOf([...files].map(([name, text]) => ({ name, content: Buffer.from(bare(text)) })))
}

const noOffice = (await run('soffice', ['--version'])).code === null ? 'apt-get install libreoffice-calc-nogui' : false
t.test(
  'LibreOffice opens it, finds the same figures, and computes the same totals',
  { skip: noOffice, timeout: 240_000 },
  async (t) => {
    const files: string[] = []
    for (const { name, bytes } of written) {
      for (const [suffix, content] of [
        ['valeurs', bytes],
        ['formules', await withoutValues(t, bytes)],
      ] as const) {
        const path = join(folder, `${name}.${suffix}.xlsx`)
        writeFileSync(path, content)
        files.push(path)
      }
    }
    // Every sheet, semicolons, UTF-8, values as they are and not as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1'
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files]
    const { code, err } = await run('soffice', args, { env: { HOME: folder, LC_ALL: 'C.UTF-8' } })
    t.equal(code, 0, err)
    for (const { name, document } of written) {
      for (const sheet of document.sheets) {
        const read = (suffix: string): string[][] =>
          parse(readFileSync(join(folder, `${name}.${suffix}-${sheet.title}.csv`)), { delimiter: ';' }) as string[][]
        const [withValues, computed] = [read('valeurs'), read('formules')]
        t.strictSame(computed, withValues, `${name}: ${sheet.id}: formulas agree with values`)
        const figures = sheet.columns.flatMap(({ key }, c) =>
          sheet.rows.map((row, r) => {
            const wanted = expected(sheet, row, key)
            const found = withValues[r + 1]?.[c]
            return wanted === 'text'
              ? found !== ''
              : wanted === null
                ? found === ''
                : Math.abs(figure(found) - wanted) < 1e-9
          }),
        )
        t.notOk(figures.includes(false), `${name}: ${sheet.id}: every figure`)
        for (const [c, { key, kind }] of sheet.columns.entries()) {
          if (!isTotalled(sheet, key)) continue
          const total = figure(computed[sheet.rows.length + 1]?.[c])
          const sum = kind === 'money' ? added(sheet, key) / 100 : added(sheet, key)
          t.ok(Math.abs(total - sum) < 1e-6, `${name}: ${sheet.id}: ${key} adds up to ${sum}, ${total} there`)
        }
      }
    }
  },
)
