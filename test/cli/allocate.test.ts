import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { sum } from '../../src/lib/group.js'
import { cartable, folderFor } from './run.js'

const sample = (file: string): string => shipped('data', 'samples', file)

interface Line {
  readonly school: string
  readonly amountCents: number
  readonly because: string
}

t.test('allocate shares by each rule that is shipped, and says what is asked otherwise', async (t) => {
  const folder = await folderFor(t)
  const rules = await readFile(sample('regles-combo.yaml'), 'utf8')
  await writeFile(join(folder, 'regles.yaml'), rules)
  await writeFile(join(folder, 'cartable.yaml'), 'board: { code: "798000" }\nequipment: { rules: ./regles.yaml }\n')
  const run = (...args: readonly string[]) => cartable(args, { cwd: folder })
  for (const [kind, file] of [
    ['boards', 'commissions.csv'],
    ['schools', 'ecoles.csv'],
    ['enrolment', 'effectif.csv'],
    ['shares', 'parts.csv'],
    ['pops', 'points-de-presence.csv'],
    ['equipment', 'equipement.csv'],
    ['deprivation', 'defavorisation-primaire.csv'],
  ] as const)
    t.equal((await run('import', kind, sample(file))).code, 0, kind)

  await t.test('each file of regles/ runs in both languages, its sum exact', async (t) => {
    const files = (await readdir(sample('regles'))).sort()
    t.equal(files.length, 5)
    for (const file of files) {
      const path = sample(join('regles', file))
      const needs = /prorata/.test(await readFile(path, 'utf8'))
      const flags = needs ? ['--envelope', '100000'] : []
      for (const lang of ['fr', 'en']) {
        const { code, out, err } = await run('--lang', lang, 'allocate', '--rules', path, ...flags, '--json')
        t.equal(code, 3, 'the pupils of the adult centre are not known')
        const lines = JSON.parse(out) as Line[]
        t.equal(lines.length, 10)
        t.ok(lines.every(({ because }) => because.length > 20))
        const given = sum(lines.map(({ amountCents }) => amountCents))
        const isKept = file === 'combo-numerique.yaml'
        if (needs) t.equal(given, isKept ? 9_800_000 : 10_000_000, file)
        t.match(err, /798011/)
      }
    }
    const { err } = await run('--lang', 'en', 'allocate', '--rules', sample(join('regles', 'mesure-30811.yaml')))
    t.match(err, 'This rule divides an envelope, and none is given')
    const training = await run(
      'repartir',
      '--rules',
      sample('regles/combo-numerique.yaml'),
      '--envelope',
      '1',
      '--part',
      'training',
    )
    t.match(training.err, /Formation, année scolaire 2022-2023/)
    t.match((await run('repartir', '--envelope', '1', '--part', 'training')).err, /ne dit rien de la formation/)
  })

  await t.test('totals by board and by region add up to the envelope', async (t) => {
    for (const by of ['board', 'region']) {
      const { out } = await run('allocate', '--envelope', '100000', '--by', by, '--json')
      t.match(JSON.parse(out), [{ by, schools: 10, pupils: 1364, amountCents: 10_000_000, perPupilCents: 7331 }])
    }
    const { code, err } = await run(
      '--lang',
      'en',
      'allocate',
      '--envelope',
      '1',
      '--by',
      'board',
      '--compare',
      '2021-2022',
    )
    t.equal(code, 2)
    t.match(err, /do not go with a comparison/)
  })

  await t.test('two years, two rules, or a changed value come side by side', async (t) => {
    const asked = ['--lang', 'en', 'allocate', '--envelope', '100000'] as const
    // 6,000.00 rather than 5,000.00 for ten schools: 40,000.00 by 1,364 pupils, of which 798009 has 27.
    const { out, err } = await run(...asked, '--what-if', 'allocation.steps.0.floorPerSchool=6000', '--json')
    const changes = JSON.parse(out) as { school: string }[]
    t.match(
      changes.find(({ school }) => school === '798009'),
      { beforeCents: 598_974, afterCents: 600_000 + 79_179, changeCents: 80_205, pupilsBefore: 27, pupilsAfter: 27 },
    )
    t.match(err, /Before: the file's rule\. After: allocation\.steps\.0\.floorPerSchool=6000\./)
    t.match(err, /5 schools gain \$[\d,.]+ in all\n5 schools lose/)
    t.match(err, /Per pupil, before: \$73\.31 on average/)
    const years = await run(...asked, '--compare', '2021-2022', '--json')
    t.match(JSON.parse(years.out), [{ school: '798001', pupilsBefore: 201, pupilsAfter: 188 }])
    const other = await run(...asked, '--compare', sample('regles/mesure-50670.yaml'), '--json')
    // 29.00 × 201 × 66.6 %: the same school year, and by that rule the pupils of the year before.
    t.match(JSON.parse(other.out), [
      { school: '798001', pupilsBefore: 201, beforeCents: 388_211, afterCents: 1_189_150 },
    ])
  })

  await t.test('a change to what is not in the file, or to nothing that the rule takes, is refused', async (t) => {
    for (const [change, told] of [
      ['categories.flotte.perPupil=4', /nothing at "categories\.flotte\.perPupil"\n.*categories\.flotte\.perPupils/],
      ['__proto__.polluted=1', /nothing at "__proto__\.polluted"/],
      ['constructor=1', /nothing at "constructor"/],
      ['allocation.steps.7.prorata=1', /nothing at "allocation\.steps\.7\.prorata"\n.*allocation\.steps\.0/],
      ['allocation.steps.0.floorPerSchool=[1]', /"\[1\]" is not a single value/],
      ['floor', /"floor" is no change to the rule/],
      [
        'allocation.steps.0.floorPerSchool=-5',
        /regles\.yaml:\d+: allocation\.steps\.0\.floorPerSchool: must be at least 0\n.*this change/,
      ],
    ] as const) {
      const { code, out, err } = await run('--lang', 'en', 'allocate', '--envelope', '1', '--what-if', change)
      t.not(code, 0)
      t.equal(out, '')
      t.match(err, told, change)
    }
  })

  await t.test(
    'a rule that is wrong is told with its line, in both languages; one that refuses to cut names both amounts',
    async (t) => {
      await writeFile(join(folder, 'wrong.yaml'), rules.replace('floor: 10,', 'floor: -1,'))
      const [fr, en] = [
        await run('allocate', '--envelope', '1', '--rules', 'wrong.yaml'),
        await run('--lang', 'en', 'allocate', '--envelope', '1', '--rules', 'wrong.yaml'),
      ]
      t.match(fr.err, /wrong\.yaml:10: categories\.flotte\.floor: doit être au moins 0/)
      t.match(en.err, /wrong\.yaml:10: categories\.flotte\.floor: must be at least 0/)
      await writeFile(
        join(folder, 'refuse.yaml'),
        rules.replace('stages: [school]', 'stages: [school]\n  beyond: refuse'),
      )
      const refused = await run('--lang', 'en', 'allocate', '--envelope', '40000', '--rules', 'refuse.yaml')
      t.equal(refused.code, 1)
      t.equal(refused.out, '')
      t.match(refused.err, /come to \$50,000\.00, more than the \$40,000\.00 to share/)
      await writeFile(join(folder, 'other.yaml'), rules.replace('robotique:', 'robotiques:'))
      const other = await run('--lang', 'en', 'allocate', '--envelope', '1', '--rules', 'other.yaml')
      t.match(
        other.err,
        /no item of the catalogue is in: robotiques\. Known categories: flotte, laboratoire-creatif, robotique\./,
      )
    },
  )
})
