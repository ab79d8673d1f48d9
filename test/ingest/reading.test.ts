import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import enrolment from '../../src/ingest/enrolment.js'
import { defineInput } from '../../src/ingest/reading/define-input.js'
import { KeyLines } from '../../src/ingest/reading/key-lines.js'
import { readInput } from '../../src/ingest/reading/read.js'
import { isCalendarDate, readDay } from '../../src/ingest/reading/dates.js'
import { parseCents, parseRate, parseScaled, parseWhole, splitRates } from '../../src/ingest/reading/values.js'
import { UserError } from '../../src/model/errors.js'
import { placesOf, readAll, type WholeReading } from './read-all.js'

const texts = messagesFor('fr').ingest

/** Three columns of any text, kept as they are: what is tested is the reading alone. */
const cells = defineInput({
  id: 'cells',
  columns: [
    { name: 'a', synonyms: ['première', 'CD_A'], required: true },
    { name: 'b', synonyms: ['deuxième'], required: true },
    { name: 'c', synonyms: [], required: false },
  ],
  unused: ['Z_INUTILE'],
  parse: ({ a, b, c }): { a: string; b: string; c: string } => ({ a, b, c }),
  keyColumns: ['a', 'b', 'c'],
  keyOf: ({ a, b, c }) => JSON.stringify([a, b, c]),
})

type CellsRow = { a: string; b: string; c: string }

function reading(t: Test, content: string | Buffer): Promise<WholeReading<CellsRow>> {
  const file = join(t.testdir({}), 'f.csv')
  writeFileSync(file, content)
  return readAll(cells, file)
}

const lines = (whole: WholeReading<CellsRow>): number[] => whole.rows.map(({ line }) => line)

void t.test('any table that is written as CSV is read back, each record on the line where it begins', async (t) => {
  const dir = t.testdir({})
  const word = fc.string({
    unit: fc.constantFrom('x', 'é', '😀', '"', ',', ';', '\n', '\r\n', ' ', '\t', "'"),
    maxLength: 6,
  })
  const record = fc.tuple(fc.nat(99).map(String), word, word)
  const table = fc.record({
    records: fc.uniqueArray(record, {
      maxLength: 12,
      selector: (fields) => JSON.stringify(fields.map((f) => f.trim())),
    }),
    // Moves the end of the stream's first chunk (65,536 bytes) over every part of the records.
    padding: fc.option(fc.integer({ min: 65_440, max: 65_530 }), { nil: 0 }),
    end: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    blank: fc.constantFrom('', '\n', '\n\n,,\n'),
  })
  let n = 0
  await fc.assert(
    fc.asyncProperty(table, async ({ records, padding, end, bom, blank }) => {
      const all = padding === 0 ? records : [['p', 'x'.repeat(padding), ''], ...records]
      const parts = [['a', 'b', 'c'], ...all].map((fields) =>
        stringify([fields], { record_delimiter: end, quoted_match: /[\r\n]/ }),
      )
      const text = parts.join('') + blank
      const file = join(dir, `${n++ % 4}.csv`)
      writeFileSync(file, (bom ? '\ufeff' : '') + text)
      // A record begins on line 1 + the line ends before it; a CRLF is one.
      const before = parts.map(
        (_, i) =>
          parts
            .slice(0, i)
            .join('')
            .split(/\r\n|\n/).length,
      )
      const clean = (field = ''): string => field.replaceAll('\r\n', '\n').trim()
      const expected = all.map(([a, b, c], i) => ({
        line: before[i + 1],
        row: { a: clean(a), b: clean(b), c: clean(c) },
      }))
      const whole = await readAll(cells, file)
      t.strictSame(whole.problems, [])
      if (JSON.stringify(whole.rows) !== JSON.stringify(expected)) throw new Error(JSON.stringify({ whole, expected }))
    }),
    { numRuns: 400 },
  )
})

void t.test('the hash is that of the bytes, and of the whole file only', async (t) => {
  const content = '\ufeffa,b,c\r\n1,é,\r\n'
  const { summary } = await reading(t, content)
  t.equal(summary.sha256, createHash('sha256').update(content).digest('hex'))
  t.equal((await reading(t, 'a,b,c\n1,\u0000,\n')).summary.sha256, null)
})

void t.test('line ends of any system, even mixed, count the same', async (t) => {
  for (const content of [
    'a,b\n1,x\n\n2,"y\nz"\n3,w',
    'a,b\r\n1,x\r\n\r\n2,"y\r\nz"\r\n3,w\r\n',
    'a,b\r1,x\r\r2,"y\rz"\r3,w\r',
  ])
    t.strictSame(lines(await reading(t, content)), [2, 4, 6], JSON.stringify(content))
  t.strictSame(lines(await reading(t, 'a,b\r\n1,x\n2,y\r3,z')), [2, 3, 4])
})

void t.test('headers are known by case, accents, punctuation and the names that others give them', async (t) => {
  const whole = await reading(t, '  DEUXIEME ,Z_inutile,"cd a",Remarque\nx,0,1,\n')
  t.strictSame(whole.rows, [{ line: 2, row: { a: '1', b: 'x', c: '' } }])
  t.strictSame(placesOf(whole.summary.notices), [`1: ${texts.unknownColumns(1, 'Remarque')}`])
})

void t.test('a header that cannot be used is said once, and nothing is read under it', async (t) => {
  const places = async (content: string): Promise<string[]> => placesOf((await reading(t, content)).problems)
  t.strictSame(await places('c\n1\n2\n'), [
    `1: a: ${texts.missingColumn('a', 'première, CD_A')}`,
    `1: b: ${texts.missingColumn('b', 'deuxième')}`,
  ])
  t.strictSame(await places('a,b,CD_A\n1,2,3\n'), [`1: a: ${texts.columnTwice('a', 'a', 'CD_A')}`])
  t.strictSame(await places('"a;b;c"\n1;2;3\n'), [`1: ${texts.wrongSeparator(';')}`])
  t.strictSame(await places(''), [`1: ${texts.emptyFile}`])
  t.strictSame(await places('\ufeff\n\n'), [`1: ${texts.emptyFile}`])
  const many = Array.from({ length: 30 }, (_, i) => `k${i}`)
  const { summary } = await reading(t, `a,b,${many.join()}\n1,2${','.repeat(30)}\n`)
  t.match(summary.notices[0]?.message, /k19 et 10 autres$/)
  t.strictSame(placesOf((await reading(t, '\na,b\n')).summary.notices), [`2: ${texts.noRows}`])
})

void t.test('what is no text is said on its line, after what stands before it', async (t) => {
  const stops = async (content: Buffer, line: number, text: string, rows: number[]): Promise<void> => {
    const whole = await reading(t, content)
    t.strictSame(placesOf(whole.problems), [`${line}: ${text}`])
    t.strictSame(lines(whole), rows)
    t.equal(whole.summary.sha256, null)
  }
  // As many bytes that are UTF-8 as not: the file is UTF-8, and a line of it is damaged.
  const damaged = (text: string): Buffer =>
    Buffer.from(Buffer.from(text).toString('latin1').replace('~', '\u00e9'), 'latin1')
  await stops(damaged('a,b\n1,é\n2,~\n3,y\n'), 3, texts.notUtf8, [2])
  await stops(damaged('a,b\n1,é\n2,y\n3,~'), 4, texts.notUtf8, [2, 3])
  await stops(Buffer.from('a,b\n1,x\n2,\u0000\n3,y\n'), 3, texts.nulByte, [2])
  // After the first chunk too, even when it ends within the line at fault.
  for (const size of [65_534, 65_535, 65_536, 65_537]) {
    const start = `a,b\n1,x\n"2\n${'z'.repeat(size - 16)}é",y`
    t.equal(Buffer.from(start).length, size)
    await stops(damaged(`${start}~\n3,y\n`), 4, texts.notUtf8, [2])
  }
  const far = `a,b\n${Array.from({ length: 20_000 }, (_, i) => `${i},\u00e9`).join('\n')}\n`
  const whole = await reading(t, damaged(`${far}x,~\n`))
  t.strictSame(placesOf(whole.problems), [`20002: ${texts.notUtf8}`])
  t.equal(whole.rows.length, 20_000)
})

void t.test('a quote out of place is refused on its line', async (t) => {
  const inside = await reading(t, 'a,b\n1,x\n2,École "La Source"\n3,y\n')
  t.strictSame(placesOf(inside.problems), [`3: b: ${texts.quoteInside}`])
  t.strictSame(lines(inside), [2, 4])
  t.match(inside.summary, { records: 3, rows: 2 })

  const after = await reading(t, 'a,b\n1,x\n\n2,"École "La Source""\n3,y\n')
  t.strictSame(placesOf(after.problems), [`4: b: ${texts.quoteAfterClosing}`])
  t.strictSame(lines(after), [2])

  const open = await reading(t, 'a,b\n1,x\n\n2,"jamais\n3,y\n4,z\n')
  t.strictSame(placesOf(open.problems), [`4: ${texts.quoteOpen}`])
  t.strictSame(lines(open), [2])

  t.strictSame(placesOf((await reading(t, 'a,b"c\n1,x\n')).problems), [`1: ${texts.quoteInside}`], 'in the header')
})

void t.test('a hostile file is refused in bounded time and memory', async (t) => {
  const heapBefore = process.memoryUsage().heapUsed
  const field = await reading(t, `a,b\n1,x\n2,"${'y'.repeat(30_000_000)}"\n3,z\n`)
  t.strictSame(placesOf(field.problems), [`3: ${texts.recordTooLong(1024)}`])
  t.strictSame(lines(field), [2])
  const commas = await reading(t, `a,b\n1,x\n2${','.repeat(30_000_000)}\n3,z\n`)
  t.strictSame(placesOf(commas.problems), [`3: ${texts.recordTooLong(1024)}`])
  const header = await reading(t, Array.from({ length: 100_000 }, (_, i) => `k${i}`).join())
  t.strictSame(placesOf(header.problems).length, 2)
  const quotes = await reading(t, `a,b\n1,x\n2,y${'"'.repeat(900_000)}\n3,z\n`)
  t.strictSame(placesOf(quotes.problems), [`3: b: ${texts.quoteInside}`, `3: b: ${texts.quotesEverywhere}`])
  t.ok(process.memoryUsage().heapUsed - heapBefore < 300_000_000)
})

void t.test('a file that cannot be opened is one sentence and what to do', async (t) => {
  const dir = t.testdir({})
  await t.rejects(
    readAll(cells, join(dir, 'absent.csv')),
    new UserError(texts.fileMissing(join(dir, 'absent.csv')), texts.fileMissingHint),
  )
  await t.rejects(readAll(cells, dir), {
    name: 'UserError',
    message: texts.fileIsFolder(dir),
    hint: texts.fileIsFolderHint,
  })
  const under = join(dir, 'f.csv', 'g.csv')
  writeFileSync(join(dir, 'f.csv'), 'a,b\n')
  await t.rejects(readAll(cells, under), { name: 'UserError', message: texts.fileUnreadable(under, 'ENOTDIR') })
})

void t.test(
  'batches are of about 500 rows, the summary comes at the end, and leaving early closes the file',
  async (t) => {
    const file = join(t.testdir({}), 'grand.csv')
    writeFileSync(file, `a,b\n${Array.from({ length: 60_000 }, (_, i) => `${i},x`).join('\n')}\n`)
    const whole = readInput(cells, file, messagesFor('fr'))
    const sizes: number[] = []
    for await (const { rows } of whole.batches) {
      t.throws(() => whole.summary())
      sizes.push(rows.length)
      if (sizes.length > 3) continue
    }
    t.strictSame(sizes, Array<number>(120).fill(500))
    t.match(whole.summary(), { records: 60_000, rows: 60_000 })

    const left = readInput(cells, file, messagesFor('fr'))
    for await (const _ of left.batches) break
    const open = await openFiles()
    t.notOk(open.includes(file), 'the file is closed')
  },
)

async function openFiles(): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const links = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''))
  return Promise.all(links)
}

void t.test('a row with a problem has no part in what duplicates are found by', async (t) => {
  const file = join(t.testdir({}), 'f.csv')
  writeFileSync(
    file,
    'school,school_year,sector,pupils\n911001,2018-2019,youth,x\n911001,2018-2019,youth,10\n911001,2018-2019,youth,11\n',
  )
  const whole = await readAll(enrolment, file)
  t.strictSame(
    whole.rows.map(({ line }) => line),
    [3],
  )
  t.match(
    whole.problems.map(({ line }) => line),
    [2, 4],
  )
})

void t.test('what keys stood first is known by their hashes as it is by themselves', (t) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.boolean()), { maxLength: 4000 }), (rows) => {
      const lines = new KeyLines()
      const expected = new Map<string, number>()
      for (const [i, [number, isRefused]] of rows.entries()) {
        const key = `${String(number).padStart(6, '0')} 2018-2019`
        const before = expected.get(key) ?? null
        if (lines.add(key, i + 1) !== before) throw new Error(`line ${i + 1}: ${key}`)
        if (before !== null) continue
        if (isRefused) lines.forgetLast()
        else expected.set(key, i + 1)
      }
    }),
    { numRuns: 50 },
  )
  t.end()
})

void t.test('dollars become cents and megabits bits as they would by hand on the digits', (t) => {
  for (const [text, cents] of [
    ['0.29', 29],
    ['1.10', 110],
    ['4.35', 435],
    ['8.2', 820],
    ['1234567.89', 123456789],
    ['5', 500],
    ['5,5', 550],
    ['7.100', 710],
  ] as const)
    t.equal(parseScaled(text, 2), cents, text)
  for (const text of [
    '',
    '-1',
    '1e3',
    '1.',
    '.5',
    '1  000',
    '10 00',
    '1,23.56',
    '$5',
    '0.001',
    'NaN',
    'Infinity',
    '٣',
    '99999999999999999',
  ])
    t.equal(parseScaled(text, 2), 'not-a-number', text)
  t.equal(parseScaled('1,000', 6), 'ambiguous-comma')
  t.equal(parseScaled('0,500', 6), 500_000, 'nobody writes five hundred so')
  t.equal(parseScaled('1234,500', 6), 1_234_500_000)
  fc.assert(
    fc.property(fc.bigInt(0n, 9_007_199_254n), fc.bigInt(0n, 999_999n), (whole, micro) => {
      const text = `${whole}.${String(micro).padStart(6, '0')}`
      const expected = whole * 1_000_000n + micro
      return parseScaled(text, 6) === (expected <= 9_007_199_254_740_991n ? Number(expected) : 'not-a-number')
    }),
  )
  t.end()
})

void t.test('thousands may be apart, and money has its sign before or after', (t) => {
  for (const [text, whole] of [
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['12\u202f345\u202f678', 12_345_678],
    ['1\u2009234,0', 1234],
    ['125,0', 125],
    ['1,234,567', 1_234_567],
    ['1,234', null],
    ['1 23', null],
    ['12,5', null],
    ['-5', null],
  ] as const)
    t.equal(parseWhole(text), whole, text)
  for (const text of [
    '1 234,56 $',
    '1\u202f234,56\u00a0$',
    '$1,234.56',
    '1234.56',
    'CA$1,234.56',
    '1 234,56 $ CA',
    '1234,56 CAD',
  ])
    t.equal(parseCents(text), 123_456, text)
  for (const text of ['$', '$$5', '5 €', '-5 $', '5 $ US', '12,345 6 $'])
    t.equal(parseCents(text), 'not-a-number', text)
  t.equal(parseCents('1,234 $'), 'ambiguous-comma')
  t.end()
})

void t.test('a rate has any unit of bits, and none is Mbit/s', (t) => {
  for (const [text, bps] of [
    ['100', 100e6],
    ['12,5 Mb/s', 12.5e6],
    ['12.5Mbps', 12.5e6],
    ['1 Gbit/s', 1e9],
    ['1 Gbits/s', 1e9],
    ['100M', 100e6],
    ['10G', 10e9],
    ['512 kbit/s', 512e3],
    ['512K', 512e3],
    ['1 000 Mbit/s', 1e9],
    ['100 MBPS', 100e6],
    ['1 gbps', 1e9],
    ['100 Mb/sec.', 100e6],
    ['10000000 bit/s', 10e6],
    ['10000000 bps', 10e6],
    ['1T', 1e12],
    ['0', 0],
    ['1,234 Gb/s', 'ambiguous-comma'],
    ['12 MB/s', 'bytes'],
    ['12 Mo/s', 'bytes'],
    ['1 GB', 'bytes'],
    ['10 Mo', 'bytes'],
    ['-1', 'not-a-number'],
    ['100 Mm', 'not-a-number'],
    ['100 b', 'not-a-number'],
    ['100 /s', 'not-a-number'],
    ['rapide', 'not-a-number'],
    ['100/20', 'not-a-number'],
    ['1e3', 'not-a-number'],
  ] as const)
    t.equal(parseRate(text), bps, text)
  for (const [text, both] of [
    ['100/20', ['100', '20']],
    ['100/20 Mb/s', ['100 Mb/s', '20 Mb/s']],
    ['1 Gb/s / 100 Mb/s', ['1 Gb/s', '100 Mb/s']],
    ['1G/100M', ['1G', '100M']],
    ['100 Mb/s', null],
    ['100', null],
  ] as const)
    t.strictSame(splitRates(text), both, text)
  t.end()
})

void t.test('a date is read in the forms seen in Québec; one that can be read in two ways is not', (t) => {
  for (const text of [
    '2018-09-30',
    '2018/09/30',
    '2018-9-30',
    '30/09/2018',
    '30-09-2018',
    '30.09.2018',
    '09/30/2018',
    '30 septembre 2018',
    '30 SEPT. 2018',
    '30-sept-2018',
    'September 30, 2018',
    '30th September 2018',
  ])
    t.strictSame(readDay(text), { fault: null, date: '2018-09-30' }, text)
  t.strictSame(readDay('1er août 2018'), { fault: null, date: '2018-08-01' })
  t.strictSame(readDay('5 févr. 2020'), { fault: null, date: '2020-02-05' })
  t.strictSame(readDay('04/04/2018'), { fault: null, date: '2018-04-04' })
  t.strictSame(readDay('03/04/2018'), { fault: 'ambiguous', readings: ['2018-04-03', '2018-03-04'] })
  for (const text of ['31/02/2018', '2018-13-01', '30 février 2018', '32/01/2018'])
    t.strictSame(readDay(text), { fault: 'no-such-day' }, text)
  for (const text of [
    '',
    '30/09/18',
    '2018',
    '30 sept 18',
    'septembre 2018',
    '30/09-2018',
    '43373',
    'hier',
    '30 brumaire 2018',
  ])
    t.strictSame(readDay(text), { fault: 'form' }, text)
  t.end()
})

void t.test('a date is one of the calendar', (t) => {
  for (const day of ['2024-02-29', '2000-02-29', '2018-12-31', '1999-01-01']) t.equal(isCalendarDate(day), true, day)
  for (const day of ['2023-02-29', '1900-02-29', '2018-04-31', '2018-00-10', '2018-01-00', '2018-13-01'])
    t.equal(isCalendarDate(day), false, day)
  for (const day of ['2018-1-1', '18-01-01', '2018/01/01', '2018-01-01T00:00', ''])
    t.equal(isCalendarDate(day), null, day)
  t.end()
})

void t.test('every text takes the same values in French and in English', (t) => {
  const arity = (text: unknown): number => (typeof text === 'function' ? text.length : -1)
  const en: Readonly<Record<string, unknown>> = messagesFor('en').ingest
  for (const [name, text] of Object.entries(texts)) t.equal(arity(text), arity(en[name]), name)
  t.end()
})
