import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { textRows, workbookOf } from '../ingest/files.js'
import { sharedPath, skipWithout } from '../shared.js'
import { importDesk } from './desk.js'

type Table = readonly (readonly string[])[]

const SCHOOLS = sharedPath('real', 'pps_public_ecole.csv')
const skip = skipWithout(SCHOOLS)
/** What differs with the file, and not with what it tells. */
const OF_THE_FILE = new Set(['id', 'source_id', 'source_line', 'since', 'last_seen'])

/** The same table as other programs would have written it. */
const VARIANTS: Readonly<Record<string, (table: Table) => string | Buffer>> = {
  'Windows-1252, semicolons and decimal commas': (table) =>
    iconv.encode(
      written(
        table.map((row) => row.map((cell) => (/^-?\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell))),
        ';',
      ),
      'win1252',
    ),
  'UTF-16 and tabs': (table) => Buffer.from(`\ufeff${written(table, '\t')}`, 'utf16le'),
  XLSX: (table) => workbookOf({ Écoles: textRows(table) }),
  'a shapefile’s names': ([header = [], ...rows]) => written([cut(header), ...rows], ','),
  'shuffled columns': (table) =>
    written(
      table.map((row) => [...row.slice(7).reverse(), ...row.slice(0, 7)]),
      ',',
    ),
}

function written(table: Table, delimiter: string): string {
  const line = (row: readonly string[]): string =>
    row.map((cell) => (/["\n;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
  return `${table.map(line).join('\n')}\n`
}

/** Names of 10 characters, those that are the same numbered as GDAL does. */
function cut(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map((name) => {
    let short = name.slice(0, 10)
    for (let n = 1; taken.has(short); n++) short = `${name.slice(0, 8)}_${n}`
    taken.add(short)
    return short
  })
}

/** What the database tells once a file of schools is in it. */
async function toldBy(t: Test, content: string | Buffer) {
  const { take, facts } = await importDesk(t, './a.db')
  const { outcome, problems } = await take('schools', content)
  t.strictSame([outcome, problems], ['taken', []])
  return factsTold(await facts())
}

/** The facts of each table, but for what differs with the file. */
function factsTold(facts: Readonly<Record<string, readonly unknown[]>>): Record<string, string[]> {
  const told = (row: unknown): [string, unknown][] =>
    Object.entries(row as Record<string, unknown>).filter(([column]) => !OF_THE_FILE.has(column))
  return Object.fromEntries(
    Object.entries(facts).map(([table, rows]) => [table, rows.map((row) => JSON.stringify(told(row))).sort()]),
  )
}

for (const [title, file, without] of [
  ['the sample’s schools', shipped('data', 'samples', 'ecoles.csv'), false],
  ['the ministry’s schools', SCHOOLS, skip],
] as const) {
  void t.test(`${title} are the same, however they were written`, { skip: without }, async (t) => {
    const content = readFileSync(file)
    const table = parse(content, { bom: true }) as string[][]
    const expected = await toldBy(t, content)
    for (const [name, write] of Object.entries(VARIANTS)) {
      t.test(name, async (t) => {
        t.strictSame(await toldBy(t, write(table)), expected)
      })
    }
  })
}

void t.test(
  'zeros that a spreadsheet took from the start of codes that the board has give the same database',
  async (t) => {
    // The sample's codes, 798 and three digits, as they would be if they began with 0.
    const sample = (name: string): string =>
      readFileSync(shipped('data', 'samples', name), 'utf8').replaceAll(/\b798(?=\d{3}\b)/g, '098')
    const renamed = sample('ecoles.csv').replaceAll('École des Petites-Sternes', 'École des Sternes')
    const files = [
      ['schools', renamed],
      ['enrolment', sample('effectif.csv')],
      ['shares', sample('parts.csv')],
      ['networks', sample('reseaux.csv')],
      ['wan-links', sample('liens.csv')],
      ['equipment', sample('equipement.csv')],
      ['fleet', sample('parc.csv')],
    ] as const
    const told = async (write: (table: Table) => string | Buffer, lost: number) => {
      const { take, facts } = await importDesk(t, './a.db')
      // What the board has already: its own code, its schools and buildings, and where links end.
      for (const [kind, file] of [
        ['boards', 'commissions.csv'],
        ['schools', 'ecoles.csv'],
        ['pops', 'points-de-presence.csv'],
      ] as const)
        t.match(await take(kind, sample(file)), { outcome: 'taken' }, file)
      for (const [kind, content] of files) {
        const { outcome, problems, notices } = await take(kind, write(parse(content, { bom: true }) as string[][]))
        t.strictSame([kind, outcome, problems], [kind, 'taken', []])
        t.equal(notices.filter(({ message }) => /leading zeros/.test(message)).length, lost, `${kind} says so`)
      }
      return factsTold(await facts())
    }
    const withoutZeros = (table: Table): Table =>
      table.map((row) => row.map((cell) => (/^0\d{5}$/.test(cell) ? String(Number(cell)) : cell)))
    const whole = await told((table) => written(table, ','), 0)
    t.match(whole['enrolment']?.[0], /098001/)
    t.strictSame(await told((table) => written(withoutZeros(table), ';'), 1), whole, 'as CSV')
    t.strictSame(await told((table) => workbookOf({ Feuille: textRows(withoutZeros(table)) }), 1), whole, 'as XLSX')
  },
)

void t.test(
  'the ministry’s schools, boards and territories are all in, as a plain reader counts them',
  { skip },
  async (t) => {
    const { take, facts } = await importDesk(t, './a.db')
    const folder = sharedPath('real', 'territories')
    const boards = readFileSync(sharedPath('real', 'pps_public_ssocial_cs.csv'))
    t.equal((await take('boards', boards)).outcome, 'taken')
    t.equal((await take('schools', readFileSync(SCHOOLS))).outcome, 'taken')
    const files = readdirSync(folder)
    for (const file of files) {
      t.equal((await take('territories', readFileSync(join(folder, file)))).outcome, 'taken', file)
    }
    const rows = parse(readFileSync(SCHOOLS), { bom: true, columns: true }) as Record<string, string>[]
    const distinct = (...columns: readonly string[]): number =>
      new Set(rows.map((row) => columns.map((column) => row[column]).join(' '))).size
    const all = await facts()
    t.strictSame(
      [all['school']?.length, all['building']?.length, all['school_building']?.length],
      [distinct('CD_ORGNS'), distinct('CD_IMM'), distinct('CD_ORGNS', 'CD_IMM')],
    )
    t.strictSame([all['school']?.length, all['building']?.length, all['board']?.length], [2777, 3607, 72])
    t.strictSame(
      (all['territory'] as { board: string; until: unknown }[]).map(({ board, until }) => [`${board}.geojson`, until]),
      files.map((file) => [file, null]),
      'those of French and English boards overlap, and all stay',
    )
  },
)
