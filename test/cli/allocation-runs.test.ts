import { createHash } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '#kysely'
import t, { type Test } from 'tap'
import { findAccountability, unspentOf } from '../../src/app/accountability.js'
import { loadConfig } from '../../src/app/config/load.js'
import { readKnown } from '../../src/app/known.js'
import { withSession, type Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { databaseFor, type Ran } from './run.js'
import { boardFor, sample } from './board.js'

const m = messagesFor('en')

interface Desk {
  readonly folder: string
  ran(...args: readonly string[]): Promise<Ran>
  /** Works on the same database as the commands. */
  ask<T>(work: (session: Session) => Promise<T>): Promise<T>
}

/** The sample board with a rule file, its spending, and English commands. */
async function deskFor(t: Test, rules?: string): Promise<Desk> {
  const { folder, ran } = await boardFor(t, { CARTABLE_LANG: 'en' })
  await writeFile(join(folder, 'cartable.yaml'), 'equipment: { rules: ./regles-combo.yaml }\n')
  if (rules === undefined) await copyFile(sample('regles-combo.yaml'), join(folder, 'regles-combo.yaml'))
  else await writeFile(join(folder, 'regles-combo.yaml'), rules)
  t.equal((await ran('import', 'spending', sample('depenses.csv'))).code, 0)
  const env = { ...process.env, ...(await databaseFor([], folder)) }
  const config = () => loadConfig(join(folder, 'cartable.yaml'), folder, m.config, env)
  return {
    ...{ folder, ran },
    ask: (work) => withSession({ m, env, out: { notice: () => undefined }, config }, 'read', work),
  }
}

interface Row {
  readonly school: string
  readonly amountCents: number
  readonly because: string
}

const rowsOf = (out: string): Row[] => JSON.parse(out) as Row[]
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

t.test('what is frozen is what allocate gives, with who, why and what it was computed from', async (t) => {
  const { ran, folder } = await deskFor(t)
  const due = await ran('allocate', '--envelope', '100000', '--json')
  t.match(due.err, /Provisional allocation: "cartable allocate freeze" keeps it/)
  const tried = await ran('allocate', 'freeze', '--envelope', '100000', '--who', 'Mireille', '--dry-run', '--json')
  t.strictSame(rowsOf(tried.out), rowsOf(due.out))
  t.match(tried.err, /Only tried/)
  t.match((await ran('allocate', 'runs')).err, /No allocation is frozen/)

  const asked = ['--envelope', '100000', '--who', 'Mireille', '--why', 'budget rules'] as const
  const frozen = await ran('allocate', 'freeze', ...asked, '--json')
  // A school whose enrolment nobody knows gets nothing: that is told, and exits as allocate does.
  t.equal(frozen.code, 3)
  t.strictSame(rowsOf(frozen.out), rowsOf(due.out))
  t.match(frozen.err, /^Allocation 1 frozen, hash [0-9a-f]{12}$/m)
  t.notMatch(frozen.err, /The same/)

  const shown = await ran('allocate', 'show', '1')
  t.equal(shown.code, 0)
  t.match(shown.err, /^Allocation 1, frozen on \d{4}-\d\d-\d\d \d\d:\d\d by Mireille$/m)
  t.match(shown.err, /^Why: budget rules$/m)
  t.match(shown.err, /^ {2}rule regles-combo\.yaml [0-9a-f]{12} — the same today$/m)
  t.match(shown.err, /^ {2}enrolment effectif\.csv [0-9a-f]{12} — the same today$/m)
  t.match(shown.err, /^ {2}schools ecoles\.csv [0-9a-f]{12} — the same today$/m)
  t.match(shown.err, /798011 .* gets nothing/)
  t.match(shown.out, /École du Cap-aux-Eiders/)
  for (const line of shown.out.split('\n')) t.ok(line.length <= 80, line)

  const record = JSON.parse((await ran('allocate', 'show', 'run:1', '--json')).out) as Record<string, unknown>
  t.strictSame(record['rows'], rowsOf(due.out))
  t.match(record, { isIntact: true, isStanding: true, adjustedBy: [], why: 'budget rules', sumCents: 10_000_000 })
  const french = await ran('repartir', 'montrer', '1', '--lang', 'fr', '--json')
  const inFrench = (JSON.parse(french.out) as { rows: Row[] }).rows
  t.match(plain(inFrench[0]?.because ?? ''), /5 000,00 \$/, 'the reason is kept in both languages')
  t.strictSame(
    inFrench.map(({ amountCents }) => amountCents),
    rowsOf(due.out).map(({ amountCents }) => amountCents),
  )
  for (const args of [
    ['allocate', 'show', '1', '--json'],
    ['allocate', 'show', '1', '--format', 'csv'],
    ['allocate', 'runs'],
    ['allocate', 'runs', '--json'],
    ['allocate', 'runs', '--format', 'csv'],
  ]) {
    const { out } = await ran(...args)
    t.notMatch(out, /Mireille/, `who froze it is not in ${args.join(' ')}`)
    t.notOk(out.includes(folder), `nor where files were, in ${args.join(' ')}`)
  }
  const form = await ran('allocate', 'show', '1', '--canonical')
  t.equal(createHash('sha256').update(form.out).digest('hex'), record['digest'], 'as sha256sum checks it')
  t.notMatch(form.out, /Mireille/)
  const file = await ran('allocate', 'show', '1', '--canonical', '--out', 'run.txt')
  t.equal(file.code, 0)
  t.equal(await readFile(join(folder, 'run.txt'), 'utf8'), form.out)
  const database = await ran('db', 'check', '--json')
  t.match(JSON.parse(database.out), { problems: [] })
})

t.test('freezing the same twice is allowed and told; other files make another run', async (t) => {
  const { ran, folder } = await deskFor(t)
  await ran('allocate', 'freeze', '--envelope', '100000', '--who', 'Luc')
  const second = await ran('allocate', 'freeze', '--envelope', '100000', '--who', 'Zoé')
  t.match(second.err, /The same, down to the files that it was computed from, is frozen already as number 1\./)
  t.match(second.err, /^Allocation 2 frozen/m)
  const effectif = await readFile(sample('effectif.csv'), 'utf8')
  await writeFile(
    join(folder, 'effectif.csv'),
    effectif.replace('798001,2022-2023,youth,188', '798001,2022-2023,youth,198'),
  )
  await ran('import', 'enrolment', 'effectif.csv')
  await writeFile(join(folder, 'regles-combo.yaml'), `${await readFile(sample('regles-combo.yaml'), 'utf8')}# lu\n`)
  const third = await ran('allocate', 'freeze', '--envelope', '100000', '--who', 'Zoé')
  t.notMatch(third.err, /The same/)
  t.match(third.err, /It now stands in the place of allocation 2, which stays in the list\./)
  const first = await ran('repartir', 'montrer', '1', '--lang', 'fr')
  t.match(
    plain(first.err),
    /règle regles-combo\.yaml [0-9a-f]{12} — n'est pas celui de la configuration; son texte est gardé/,
  )
  t.match(plain(first.err), /enrolment effectif\.csv [0-9a-f]{12} — le même aujourd'hui/, 'its other lines still hold')
  t.match(plain(first.err), /enrolment effectif\.csv [0-9a-f]{12} — n'y était pas : venu depuis/)
  t.match(plain(first.err), /Une autre, plus récente, vaut à sa place/)
  const runs = JSON.parse((await ran('allocate', 'runs', '--json')).out) as { run: number; digest: string }[]
  t.strictSame(
    runs.map(({ run }) => run),
    [3, 2, 1],
  )
  t.equal(runs[1]?.digest, runs[2]?.digest)
  t.not(runs[0]?.digest, runs[1]?.digest)
})

t.test(
  'an adjustment a posteriori says what it changes school by school, and takes the place of what it adjusts',
  async (t) => {
    const { ran } = await deskFor(t)
    await ran('allocate', 'freeze', '--envelope', '80000', '--year', '2021-2022', '--who', 'Luc')
    const adjusted = await ran(
      'repartir',
      'figer',
      '--against',
      '1',
      '--envelope',
      '90000',
      '--who',
      'Luc',
      '--lang',
      'fr',
    )
    t.equal(adjusted.code, 3)
    t.match(
      plain(adjusted.err),
      /Équipement, année scolaire 2021-2022.*enveloppe de 90 000,00 \$/,
      'its year is the run’s',
    )
    t.match(plain(adjusted.err), /Ajustement a posteriori de la répartition figée 1/)
    t.match(plain(adjusted.err), /10 écoles gagnent 10 000,00 \$ en tout/)
    t.match(plain(adjusted.err), /Elle ajuste la répartition 1, et vaut désormais à sa place\./)
    for (const line of adjusted.out.split('\n')) t.ok(line.length <= 80, line)
    const again = await ran('allocate', 'freeze', '--against', '2', '--who', 'Luc', '--json')
    const changes = JSON.parse(again.out) as { beforeCents: number; afterCents: number; changeCents: number }[]
    t.equal(changes.length, 10)
    t.ok(
      changes.every(({ changeCents }) => changeCents === 0),
      'without an envelope, it is that of the run',
    )
    t.match(await ran('allocate', 'show', '1'), { err: /Adjusted since: 2/ })
    const runs = await ran('allocate', 'runs')
    t.match(plain(runs.out), /^3 .* 2$/m)
    for (const line of runs.out.split('\n')) t.ok(line.length <= 80, line)
    const compared = await ran('allocate', '--envelope', '90000', '--year', '2021-2022', '--compare', 'run:1', '--json')
    t.match(JSON.parse(compared.out), [{ school: '798001', pupilsBefore: 201, pupilsAfter: 201 }])
    t.match(compared.err, /Before: frozen allocation 1/)

    const [en, fr] = [
      (...args: readonly string[]) => ran('allocate', ...args),
      (...args: readonly string[]) => ran('repartir', ...args, '--lang', 'fr'),
    ]
    for (const [{ code, err }, exit, said] of [
      [
        await en('freeze', '--against', '1', '--year', '2022-2023', '--who', 'x'),
        2,
        /of the same year and part as allocation 1/,
      ],
      [await fr('figer', '--against', '1', '--part', 'training', '--who', 'x'), 2, /--year 2021-2022 --part equipment/],
      [await en('freeze', '--against', '9', '--who', 'x'), 1, /no frozen allocation 9\nThere is: 1, 2, 3/],
      [await fr('montrer', '9'), 1, /Il n'y a pas de répartition figée 9\nIl y a : 1, 2, 3/],
      [await en('show', 'first'), 2, /"first" is not the number of a frozen allocation/],
      [await en('--envelope', '1000', '--compare', 'run:9'), 1, /no frozen allocation 9/],
      [await en('freeze', '--envelope', '1000', '--who', ' '), 2, /--who/],
      [await fr('figer', '--envelope', '1000', '--why', ''), 2, /--why/],
      [await en('freeze', '--part', 'training', '--envelope', '5', '--who', 'x'), 1, /says nothing of training/],
    ] as const) {
      t.equal(code, exit, err)
      t.match(plain(err), said)
    }
    t.equal((JSON.parse((await en('runs', '--json')).out) as unknown[]).length, 3, 'nothing of that was frozen')
  },
)

t.test('a row that somebody changed is told, and nothing rests on such a run', async (t) => {
  const { ran, ask } = await deskFor(t)
  await ran('allocate', 'freeze', '--envelope', '80000', '--year', '2021-2022', '--who', 'Luc')
  await ask(async ({ store: { db }, config }) => {
    const isSqlite = !/^postgres/.test(config.database)
    await sql
      .raw(isSqlite ? 'drop trigger allocation_row_no_update' : 'alter table allocation_row disable trigger user')
      .execute(db)
    await sql`update allocation_row set amount_cents = amount_cents + 1 where school = '798001'`.execute(db)
  })
  const shown = await ran('allocate', 'show', '1', '--json')
  t.equal(shown.code, 3)
  t.match(JSON.parse(shown.out), { isIntact: false })
  t.match(shown.err, /Frozen allocation 1 is no longer as it was frozen: somebody changed the database/)
  const french = await ran('repartir', 'montrer', '1', '--lang', 'fr')
  t.match(plain(french.err), /n'est plus telle qu'elle a été figée : quelqu'un a modifié la base de données/)
  t.match(await ran('allocate', 'freeze', '--against', '1', '--who', 'x'), {
    code: 1,
    err: /no longer as it was frozen/,
  })
  t.match(await ran('allocate', '--envelope', '1', '--compare', 'run:1'), {
    code: 1,
    err: /no longer as it was frozen/,
  })
  await ask(async (session) => {
    const { problems } = await findAccountability(session, await readKnown(session.store.db))
    t.match(problems[0]?.message, /Frozen allocation 1 is no longer/)
    await t.rejects(unspentOf(session, { schoolYear: '2022-2023', part: 'equipment' }), /no longer as it was frozen/)
  })
})

t.test('what was not spent by the frozen runs is what the next allocation keeps or takes back', async (t) => {
  const rules = await readFile(sample('regles-combo.yaml'), 'utf8')
  const { ran, ask } = await deskFor(t, rules.replace('stages: [school]', 'stages: [school]\n  unspent: recover'))
  await ran('allocate', 'freeze', '--envelope', '80000', '--year', '2021-2022', '--who', 'Luc')
  // Of 2021-2022, by hand: 9,341.25 − 10,540.00 is below zero; 8,002.16 − 7,020.00; 13,682.50 − 18,300.00 is below zero…
  const left = {
    ...{ '798002': 98_216, '798004': 24_130, '798005': 670_626, '798006': 629_590, '798007': 718_143 },
    ...{ '798008': 841_253, '798009': 562_635, '798010': 595_032 },
  }
  const unspent = await ask((session) => unspentOf(session, { schoolYear: '2022-2023', part: 'equipment' }))
  t.strictSame(Object.fromEntries(unspent), left)
  const due = await ran('allocate', '--envelope', '100000', '--json')
  const amounts = new Map(rowsOf(due.out).map(({ school, amountCents }) => [school, amountCents]))
  const recovered = Object.values(left).reduce((sum, cents) => sum + cents, 0)
  t.match(plain(due.err), m.format.money(recovered), 'it is shared with the envelope')
  t.equal(
    [...amounts.values()].reduce((sum, cents) => sum + cents, 0),
    10_000_000,
    'and taken off who holds it',
  )
  await ran('allocate', 'freeze', '--envelope', '100000', '--who', 'Luc')
  const shown = await ran('allocate', 'show', '2')
  t.match(shown.err, /^ {2}spending depenses\.csv [0-9a-f]{12} — the same today$/m)
  t.match(shown.err, /^ {2}frozen allocation 1 [0-9a-f]{12} — the same today$/m)
  const { rows, problems } = await ask(async (session) =>
    findAccountability(session, await readKnown(session.store.db)),
  )
  for (const row of rows)
    t.equal(row.allocatedCents + row.carriedCents, row.spentCents + row.unspentCents, `${row.school} ${row.schoolYear}`)
  t.equal(
    rows.find(({ school, schoolYear }) => school === '798002' && schoolYear === '2022-2023')?.carriedCents,
    98_216,
  )
  const told = problems.map(({ message }) => plain(message))
  t.ok(
    told.some((message) =>
      /2022-2023, Equipment: 798012 .* has spent \$1,560\.00, and had received nothing/.test(message),
    ),
  )
  t.ok(
    told.some((message) => /798006 .* has spent \$640\.00 on "mobilier", which the rule does not name/.test(message)),
  )
  t.ok(told.some((message) => /2022-2023, Training: 3 schools have spent \$4,200\.00, and no allocation/.test(message)))
})
