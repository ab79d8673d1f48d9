import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { makeBundle, type Bundle } from '../../src/app/bundle.js'
import type { ImportKindId } from '../../src/app/import-facts.js'
import { shipped } from '../../src/lib/paths.js'
import { zipOf } from '../../src/lib/zip.js'
import { MANIFEST } from '../../src/model/bundle.js'
import { UserError } from '../../src/model/errors.js'
import { writeOverrides } from '../../src/store/overrides.js'
import { generator } from '../../soak/generator.js'
import { onEachDatabase } from '../databases.js'
import { importDesk, type ImportDesk } from './desk.js'
import { unzipped } from './unzipped.js'

/** The sample's files, as a board whose codes begin otherwise would have them. */
const sample = (name: string, prefix: string): string =>
  readFileSync(shipped('data', 'samples', name), 'utf8')
    .replaceAll(/\b798(?=\d{3}\b)/g, prefix)
    .replaceAll(/^FAO-/gm, `${prefix}-`)

const FILES: readonly (readonly [ImportKindId, string])[] = [
  ['boards', 'commissions.csv'],
  ['schools', 'ecoles.csv'],
  ['buildings', 'immeubles.csv'],
  ['shares', 'parts.csv'],
  ['enrolment', 'effectif.csv'],
  ['pops', 'points-de-presence.csv'],
  ['networks', 'reseaux.csv'],
  ['wan-links', 'liens.csv'],
  ['equipment', 'equipement.csv'],
  ['spending', 'depenses.csv'],
  ['fleet', 'parc.csv'],
]

const configured = (prefix: string): string => `board: { code: "${prefix}000", name: Essai ${prefix} }\n`

async function boardDesk(t: Test, database: string, prefix: string): Promise<ImportDesk> {
  const desk = await importDesk(t, database, configured(prefix))
  for (const [kind, file] of FILES) t.match(await desk.take(kind, sample(file, prefix)), { outcome: 'taken' }, file)
  return desk
}

type Facts = Awaited<ReturnType<ImportDesk['facts']>>
type Row = Readonly<Record<string, unknown>>

/** What holds now, by table, without what tells how it came there, nor what a bundle leaves aside. */
function current(facts: Facts): Record<string, string[]> {
  const aside = new Set(['id', 'source_id', 'source_line', 'since', 'last_seen', 'until'])
  const cells = (table: string, row: Row): [string, unknown][] =>
    Object.entries(row).filter(
      ([column]) =>
        !aside.has(column) &&
        !(table === 'fleet_device' && column === 'name') &&
        !(table === 'wan_link' && column === 'source'),
    )
  return Object.fromEntries(
    Object.entries(facts).map(([table, rows]) => [
      table,
      (rows as Row[])
        // The warehouse has no school, no network and no link: nothing says whose it is.
        .filter(({ until, name }) => until === null && name !== 'Entrepôt du Fleuve')
        .map((row) => JSON.stringify(cells(table, row)))
        .sort(),
    ]),
  )
}

onEachDatabase('a ministry takes the bundles of two boards, and nothing twice', async (t, database) => {
  const a = await boardDesk(t, './a.db', '798')
  const b = await boardDesk(t, './b.db', '799')
  const ministry = await importDesk(t, database)
  const bundles = [await a.ask(makeBundle), await b.ask(makeBundle)] as const
  const taken = [await ministry.take('bundle', bundles[0].content), await ministry.take('bundle', bundles[1].content)]
  t.match(taken, [
    { outcome: 'taken', problems: [], removed: 0 },
    { outcome: 'taken', problems: [], removed: 0 },
  ])
  t.strictSame(
    taken.map(({ notices }) => notices.map(({ line, column }) => `${line} ${column}`)),
    [['6 amount'], ['6 amount']],
    'every column is known, and a credit note is told',
  )
  const [ofA, ofB, all] = [current(await a.facts()), current(await b.facts()), current(await ministry.facts())]
  for (const table of Object.keys(all)) {
    const both = [...new Set([...(ofA[table] ?? []), ...(ofB[table] ?? [])])].sort()
    // The same addresses are two networks, the board's own; two POPs that both tell are one.
    t.strictSame(all[table], both, table)
  }
  t.equal(all['fleet_device']?.length, 58)
  t.equal(all['pop']?.length, 2)

  const before = await ministry.facts()
  for (const { content } of bundles) t.match(await ministry.take('bundle', content), { outcome: 'unchanged' })
  t.strictSame(await ministry.facts(), before, 'a second time changes nothing')

  await ministry.undo(taken[1]?.import ?? null)
  t.strictSame(
    current(await ministry.facts())['school'],
    ofA['school'],
    'the second bundle is taken back, the first stays',
  )
  await ministry.undo(taken[0]?.import ?? null)
  t.ok(
    Object.values(await ministry.facts()).every((rows) => rows.length === 0),
    'and nothing is left',
  )
})

onEachDatabase('a newer bundle changes what its board told, and not what others say', async (t, database) => {
  const a = await boardDesk(t, './a.db', '798')
  const ministry = await importDesk(t, database)
  const own = sample('ecoles.csv', '798').replaceAll('École des Petites-Sternes', 'Petites-Sternes (ministère)')
  await ministry.take('schools', own)
  await ministry.take('enrolment', 'school,school_year,sector,pupils\n798001,2021-2022,youth,999\n')
  t.match(await ministry.take('bundle', (await a.ask(makeBundle)).content), { outcome: 'taken', changed: 0 })
  const known = async (): Promise<string> => JSON.stringify(current(await ministry.facts()))
  t.match(await known(), /Petites-Sternes \(ministère\)/, 'the ministry’s own name of a school stays')
  t.match(await known(), /2021-2022[^\]]*\][^\]]*\][^\]]*999/, 'and its own enrolment')

  await a.take('enrolment', 'school,school_year,sector,pupils\n798001,2022-2023,youth,190\n')
  const links = sample('liens.csv', '798').split('\n')
  const { import: last } = await a.take('wan-links', `${links.slice(0, 2).join('\n')}\n`)
  t.equal(last, null, 'a file of links tells nothing of those that it leaves out')
  await a.undo(8)
  await a.take('wan-links', `${links.slice(0, 2).join('\n')}\n`)
  const second = await ministry.take('bundle', (await a.ask(makeBundle)).content)
  t.match(second, { outcome: 'taken', problems: [], changed: 1, removed: links.length - 3 + 1 }, 'and its other POP')
  t.equal(current(await ministry.facts())['wan_link']?.length, 1, 'what the board tells no more is withdrawn')
  await ministry.undo(second.import)
  t.equal(current(await ministry.facts())['wan_link']?.length, links.length - 2, 'until that is undone')
})

onEachDatabase(
  'a bundle is the same from either database, and holds nothing that names people',
  async (t, database) => {
    const packed = async (from: string): Promise<Bundle> => {
      const desk = await boardDesk(t, from, '798')
      const people = 'name,asset_tag,serial,school\nPORTABLE-DE-MARIE-TREMBLAY,,,798001\nPC-J-ROY,798-9,S9,798001\n'
      await desk.take('fleet', people)
      await desk.ask(({ store }) =>
        writeOverrides(store.db, [
          {
            ...{ board: '798000', noun: 'building', subject: '798101', field: 'name', value: 'Cap (corrigé)' },
            ...{ why: 'Lu sur place par Luc Bergeron', who: 'Mireille Gagné', since: '2026-11-02T00:00:00Z' },
          },
        ]),
      )
      return desk.ask(makeBundle)
    }
    const [one, other] = [await packed(database), await packed('./b.db')]
    t.equal(one.unidentified, 1, 'what only a name tells is left aside')
    t.strictSame(one.manifest.files, other.manifest.files)
    const files = await unzipped(t, one.content)
    t.strictSame([...files.keys()], [MANIFEST, ...one.manifest.files.map(({ kind }) => `${kind}.csv`)])
    const text = [...files.values()].join('\n')
    t.match(text, 'Cap (corrigé)')
    t.notMatch(text, /TREMBLAY|J-ROY|Bergeron|Mireille|PORTABLE-0001|a\.db|cartable-imports/)
  },
)

onEachDatabase('the sample’s bundle goes beside the sample’s own board', async (t, database) => {
  const { take, facts, undo } = await boardDesk(t, database, '798')
  const before = await facts()
  const taken = await take('bundle', readFileSync(shipped('data', 'samples', 'lots', 'lot-797000.zip')))
  // 1 board, 2 buildings, 2 schools in them, 2 enrolments, 1 POP, 2 networks, 2 links, 2 lots, 2 devices.
  t.match(taken, { outcome: 'taken', problems: [], notices: [], rows: 16, added: 18, changed: 0, removed: 0 })
  await undo(taken.import)
  t.strictSame(await facts(), before)
})

t.test('a bundle asks for a board, and is nothing for that board itself', async (t) => {
  const none = await importDesk(t, './a.db')
  await t.rejects(none.ask(makeBundle), { name: UserError.name, hint: /board: \{ code/ })
  const a = await boardDesk(t, './a.db', '798')
  const { content } = await a.ask(makeBundle)
  t.match(await a.take('bundle', content), {
    outcome: 'refused',
    problems: [{ line: 1, message: /bundle of board 798000, your own/ }],
  })
})

t.test('a bundle that was tampered with is refused whole, with what is wrong', async (t) => {
  const a = await boardDesk(t, './a.db', '798')
  const { content, manifest } = await a.ask(makeBundle)
  const files = await unzipped(t, content)
  const ministry = await importDesk(t, './m.db')
  await ministry.take('schools', sample('ecoles.csv', '799'))
  const before = await ministry.facts()
  const refused = async (bundle: Buffer, message: RegExp, of = ''): Promise<void> => {
    const { outcome, problems } = await ministry.take('bundle', bundle, { acceptPartial: true })
    t.equal(outcome, 'refused')
    t.match(problems[0]?.message, message)
    t.ok(problems[0]?.file.endsWith(of), of)
    t.strictSame(await ministry.facts(), before, 'nothing was written')
  }
  /** The bundle with other files, and with the manifest that goes with them unless it is asked to stay. */
  const altered = async (changes: Readonly<Record<string, string>>, says: object = {}): Promise<Buffer> => {
    const { createHash } = await import('node:crypto')
    const parts = new Map([...files, ...Object.entries(changes)])
    const told = manifest.files.map(({ kind }) => {
      const text = parts.get(`${kind}.csv`) ?? ''
      return { kind, rows: text.trim().split('\n').length - 1, sha256: createHash('sha256').update(text).digest('hex') }
    })
    parts.set(MANIFEST, JSON.stringify({ ...manifest, files: told, ...says }))
    return zipOf([...parts].map(([name, text]) => ({ name, content: Buffer.from(text) })))
  }
  const fleet = files.get('fleet.csv') ?? ''
  const plain = (parts: Iterable<readonly [string, string]>): Buffer =>
    zipOf([...parts].map(([name, text]) => ({ name, content: Buffer.from(text) })))
  await refused(Buffer.from('code,name\n'), /no bundle/)
  await refused(plain([['fleet.csv', fleet]]), /no bundle/)
  await refused(plain([...files, ['../x.csv', 'a']]), /"..\/x.csv", which would lead out of it/)
  await refused(plain([...files, ['extra.csv', 'a']]), /does not speak of extra\.csv/)
  await refused(plain([...files, ['fleet.csv', fleet]]), /fleet\.csv is not what/)
  await refused(plain(new Map([...files, ['fleet.csv', fleet.replace('active', 'broken')]])), /fleet\.csv is not what/)
  await refused(plain([...files].filter(([name]) => name !== 'fleet.csv')), /fleet\.csv is not what/)
  await refused(content.subarray(0, content.length - 40), /damaged|cut short/)
  await refused(await altered({}, { schema: 'cartable/bundle/9' }), /another form \(cartable\/bundle\/9\)/)
  await refused(await altered({}, { board: { code: '../798', name: 'x' } }), /no bundle/)
  await refused(await altered({}, { board: { code: '799000', name: 'x' } }), /"798000" is not of the bundle's board/)
  const rows = manifest.files.map((file) => ({ ...file, rows: file.rows + 1 }))
  await refused(await altered({}, { files: rows }), /boards\.csv is not what/)
  const schools = files.get('schools.csv') ?? ''
  const equipment = files.get('equipment.csv') ?? ''
  await refused(
    await altered({ 'equipment.csv': equipment.replace('798001', '799001') }),
    /"799001" is not of the bundle's board/,
    'equipment.csv',
  )
  await refused(
    await altered({ 'schools.csv': schools.replace('798001', '799001') }),
    /school 799001 is known to be of board 799000/,
    'schools.csv',
  )
  await refused(await altered({ 'fleet.csv': `${fleet}S1,zz,,,,,active,,\n` }), /./, 'fleet.csv')
  await refused(await altered({ 'fleet.csv': `${fleet}${'x'.repeat(2 * 1024 * 1024)}\n` }), /./, 'fleet.csv')
  t.match(await ministry.take('bundle', await altered({})), { outcome: 'taken' }, 'untouched, it is taken')
})

t.test('cells that a spreadsheet would run are inert in a bundle, and come back as they were', async (t) => {
  const a = await boardDesk(t, './a.db', '798')
  const cells = ['=1+1', '+1', '-x', '@x', "'=1", "l'eau"]
  const rows = cells.map((cell, i) => `S${i},798001,"${cell}"`)
  await a.take('fleet', `serial,school,model\n${rows.join('\n')}\n`)
  const { content } = await a.ask(makeBundle)
  const files = await unzipped(t, content)
  t.match(files.get('fleet.csv'), /,'=1\+1,/)
  t.match(files.get('fleet.csv'), /,''=1,/)
  const ministry = await importDesk(t, './m.db')
  await ministry.take('bundle', content)
  const models = (await ministry.facts())['fleet_device'] as { readonly model: string; readonly serial: string }[]
  t.strictSame(
    models.filter(({ serial }) => /^S\d$/.test(serial)).map(({ model }) => model),
    cells,
  )
})

t.test('a damaged bundle is refused, or taken as it was made; nothing else', async (t) => {
  const a = await boardDesk(t, './a.db', '798')
  const { content } = await a.ask(makeBundle)
  const ministry = await importDesk(t, './m.db')
  const nothing = await ministry.facts()
  const random = generator(1609)
  const below = (most: number): number => Math.floor(random() * most)
  let refusals = 0
  for (let round = 0; round < 60; round++) {
    const bytes = Buffer.from(content)
    for (let n = below(3); n >= 0; n--) bytes[below(bytes.length)] = below(256)
    const damaged = round % 4 === 0 ? bytes.subarray(0, below(bytes.length)) : bytes
    const { outcome, import: id, problems } = await ministry.take('bundle', damaged)
    if (outcome === 'taken') {
      // A byte that says nothing (a date, a version) was changed: all of it is there.
      await ministry.undo(id)
    } else {
      refusals++
      t.equal(outcome, 'refused')
      t.ok(problems.length > 0 && problems.every(({ line, message }) => line > 0 && message !== ''), `round ${round}`)
    }
    t.strictSame(await ministry.facts(), nothing, `round ${round}`)
  }
  t.ok(refusals > 40, `${refusals} were refused`)
})
