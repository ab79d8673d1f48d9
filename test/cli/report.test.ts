import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { boardFor, sample } from './board.js'
import { cartableProcess, type Ran } from './run.js'

const rules = ['--rules', sample('regles-combo.yaml')]
const combo = ['report', 'combo', '--envelope', '100000', ...rules]

/** The invented board with its equipment, and how to run commands there. */
async function equipped(t: Test): Promise<{ folder: string; ran(...args: readonly string[]): Promise<Ran> }> {
  const board = await boardFor(t)
  for (const [kind, file] of [
    ['boards', 'commissions.csv'],
    ['equipment', 'equipement.csv'],
  ] as const) {
    t.equal((await board.ran('import', kind, sample(file))).code, 0)
  }
  return board
}

interface Told {
  readonly id: string
  readonly sheets: readonly { readonly id: string; readonly rows: readonly Record<string, unknown>[] }[]
}
const sheetOf = (text: string, id: string): readonly Record<string, unknown>[] =>
  (JSON.parse(text) as Told).sheets.find((sheet) => sheet.id === id)?.rows ?? []

t.test('a report tells what its command does, to the cent and in the same words', async (t) => {
  const { ran } = await equipped(t)
  const [{ out: report, code }, allocated] = [
    await ran(...combo, '--json'),
    await ran('allocate', '--envelope', '100000', ...rules, '--json'),
  ]
  t.equal(code, allocated.code, 'a school without enrolment is told by the exit code too')
  const rows = JSON.parse(allocated.out) as { school: string; amountCents: number; because: string }[]
  t.strictSame(
    sheetOf(report, 'schools').map(({ school, amountCents, because }) => ({ school, amountCents, because })),
    rows.map(({ school, amountCents, because }) => ({ school, amountCents, because })),
  )
  t.strictSame(
    sheetOf(report, 'boards').map((row) => row['amountCents']),
    [10_000_000],
  )
  const [missing, shortfalls] = [
    await ran('report', 'shortfalls', ...rules, '--json'),
    await ran('shortfalls', ...rules, '--json'),
  ]
  const told = JSON.parse(shortfalls.out) as { school: string; category: string; shortfall: number | null }[]
  t.strictSame(
    sheetOf(missing.out, 'schools').map(({ school, category, shortfall }) => ({ school, category, shortfall })),
    told.map(({ school, category, shortfall }) => ({ school, category, shortfall })),
  )
  const years = new Set(sheetOf(missing.out, 'trend').map((row) => row['schoolYear']))
  t.ok(years.size > 1, 'from year to year')
  const files = sheetOf(missing.out, 'rules').filter((row) => row['about'] === 'file')
  t.ok(
    files.length >= 4 && files.every((row) => /^[0-9a-f]{64}$/.test(String(row['sha256']))),
    'files and their hashes',
  )
})

t.test('the name of the file gives the form, and the file is whole', async (t) => {
  const { folder, ran } = await equipped(t)
  for (const [file, begins] of [
    ['combo.xlsx', 'PK'],
    ['combo.html', '<!doctype html>'],
    ['combo.md', '# Combo numérique'],
    ['combo.json', '{'],
    ['combo.csv', 'board,board_name,school'],
    ['combo.txt', 'board,board_name,school'],
  ] as const) {
    const { err } = await ran(...combo, '--out', file)
    t.match(err, file)
    t.ok((await readFile(join(folder, file), 'utf8')).startsWith(begins), file)
  }
  await ran(...combo, '--excel', '--out', 'excel.csv')
  t.match(await readFile(join(folder, 'excel.csv'), 'utf8'), /^\ufeffOrganisme;[\s\S]*;11891,50;/)
  t.notOk((await readdir(folder)).some((name) => name.endsWith('.tmp')))
})

t.test('a mistake is told with what to do, and nothing is written', async (t) => {
  const { folder, ran } = await equipped(t)
  const before = await readdir(folder)
  const refused = async (args: readonly string[], told: RegExp): Promise<void> => {
    const { code, out, err } = await ran(...args)
    t.strictSame([code, out], [2, ''], args.join(' '))
    t.match(err, told)
  }
  await refused([...combo, '--format', 'xlsx'], /--out rapport\.xlsx/)
  await refused([...combo, '--excel', '--out', 'combo.html'], /--format csv/)
  await refused([...combo, '--board', '711000', '--out', 'combo.md'], /cartable lister boards/)
  await refused(['report', 'combo', ...rules, '--out', 'combo.md'], /--envelope/)
  t.equal((await ran(...combo, '--training', '5000')).code, 1, 'a rule that shares no training')
  t.strictSame(await readdir(folder), before)
})

t.test('a page goes through a pipe; who has the devices is in no report', async (t) => {
  const { folder, ran } = await equipped(t)
  await writeFile(
    join(folder, 'parc.csv'),
    'serial,model,school,assigned_to,email\nSN-4711,Portable,798001,Aline Tremblay,aline@exemple.org\n',
  )
  await ran('import', 'fleet', 'parc.csv', '--keep-personal')
  const { out } = await cartableProcess([...combo, '--format', 'html'], { cwd: folder })
  t.match(out, /^<!doctype html>[\s\S]*<\/html>\n$/)
  for (const report of ['combo', 'shortfalls', 'renewal']) {
    const { out } = await ran(
      'report',
      report,
      ...(report === 'combo' ? ['--envelope', '1000'] : []),
      ...rules,
      '--json',
    )
    t.match(out, '798001', report)
    t.notMatch(out, /SN-4711|Tremblay|aline@/, report)
  }
})

t.test('a frozen allocation is told as it was, and its accounts as they are', async (t) => {
  const { folder, ran } = await equipped(t)
  const provisional = await ran(...combo, '--json')
  const frozen = await ran('allocate', 'freeze', '--envelope', '100000', ...rules, '--why', 'conseil du 15')
  t.notMatch(frozen.err, /Erreur/)
  const run = await ran('report', 'combo', '--run', '1', '--json')
  t.equal(run.code, provisional.code, run.err)
  t.strictSame(sheetOf(run.out, 'schools'), sheetOf(provisional.out, 'schools'), 'the same rows')
  t.match(run.out, /Répartition 1, figée le/)
  t.notMatch(run.out, 'conseil du 15')
  t.match((await ran('report', 'combo', '--run', '1', '--envelope', '5')).err, /--run/)
  await writeFile(
    join(folder, 'depenses.csv'),
    'school,school_year,part,category,amount\n798001,2022-2023,equipment,flotte,10000.50\n798001,2022-2023,equipment,robotique,99.50\n',
  )
  t.equal((await ran('import', 'spending', 'depenses.csv')).code, 0)
  const { out, code, err } = await ran('report', 'accountability', '--json')
  t.equal(code, 0, err)
  // 11 891,50 $ less 10 000,50 $ and 99,50 $ is 1 791,50 $; ten schools have 100 000,00 $.
  const rows = sheetOf(out, 'schools')
  t.match(rows[0], { school: '798001', allocatedCents: 1_189_150, spentCents: 1_010_000, unspentCents: 179_150 })
  t.equal(rows.length, 10)
  t.strictSame(
    sheetOf(out, 'categories').map(({ category, spentCents }) => [category, spentCents]),
    [
      ['flotte', 1_000_050],
      ['robotique', 9_950],
    ],
  )
  t.match((await ran('report', 'accountability', '--year', '2020-2021')).err, /2022-2023/)
})
