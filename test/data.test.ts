import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { shipped } from '../src/lib/paths.js'

const data = shipped('data')
const text = readFileSync(join(data, 'README.md'), 'utf8')
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')).replace('/', ''), section]),
)
const files = (folder: string): string[] =>
  readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(join(data, folder).length + 1)
        .replaceAll('\\', '/'),
    )

t.test('every reference file has its source, licence and date', (t) => {
  const rows = [...(sections.get('reference') ?? '').matchAll(/^\| +`([^`]+)` +\|(.*)\|$/gm)].map(
    ([, file, cells = '']) => ({
      file,
      cells: cells.split('|').map((cell) => cell.trim()),
    }),
  )
  t.strictSame(rows.map(({ file }) => file).sort(), files('reference').sort())
  for (const { file, cells } of rows) {
    t.equal(cells.length, 4, `${file}: what, source, licence, date`)
    for (const cell of cells) t.ok(cell.length > 3, `${file}: ${cell}`)
  }
  t.end()
})

t.test('every sample file is told, under one licence and one date', (t) => {
  const samples = sections.get('samples') ?? ''
  for (const file of files('samples')) {
    const [folder] = file.includes('/') ? file.split('/') : [null]
    const name = file.split('/').at(-1) ?? ''
    t.ok(samples.includes(`\`${name}\``) && (folder === null || samples.includes(`\`${folder}/\``)), file)
  }
  t.match(samples, /MIT/)
  t.match(samples, /2026/)
  t.match(samples, /invented/)
  t.end()
})

t.test('every folder of data has its section', (t) => {
  const folders = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  t.strictSame([...sections.keys()].sort(), folders.map(({ name }) => name).sort())
  t.end()
})

t.test('what is told of the reference files is what they hold', (t) => {
  const row = (file: string): string => new RegExp(`^\\|.*\`${file}\`.*$`, 'm').exec(text)?.[0] ?? ''
  const products =
    readFileSync(join(data, 'reference', 'sysobjectids.tsv'), 'utf8')
      .trim()
      .split('\n').length - 1
  const told = Number(/about ([\d,]+) rows/.exec(row('sysobjectids.tsv'))?.[1]?.replace(',', ''))
  t.ok(Math.abs(told - products) < 100, `${told} told, ${products} there`)

  const profiles = JSON.parse(readFileSync(join(data, 'reference', 'bandwidth-profiles.json'), 'utf8')) as {
    source: string
  }[]
  t.equal(profiles.length, 9)
  t.match(row('bandwidth-profiles.json'), 'nine standards')
  t.ok(profiles.every(({ source }) => source.length > 20))

  const outline = readFileSync(join(data, 'reference', 'quebec.geojson'), 'utf8')
  t.match(outline, '"CA-QC"')
  t.notMatch(outline.slice(outline.indexOf('"coordinates"')), /\.\d{5}/, 'positions have at most 4 decimals')
  t.match(row('quebec.geojson'), '4 decimals')
  t.end()
})
