import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Shortfall } from '../../src/model/records.js'
import type { RenewalRow } from '../../src/model/renewal.js'
import type { ShortfallTotal } from '../../src/model/shortfall-totals.js'
import type { ShortfallTrend } from '../../src/model/shortfall-trend.js'
import { boardFor, sample } from './board.js'

/** The same text with ordinary spaces: typography has its own tests. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

function inEighty(t: Test, out: string): void {
  t.ok(
    out.split('\n').every((line) => line.length <= 80),
    'in 80 columns',
  )
}

/** The invented board with its equipment, inventory and shares: made once, as each test reads it with rules of its own. */
const board = boardFor(t).then(async (made) => {
  for (const [kind, file] of [
    ['boards', 'commissions.csv'],
    ['equipment', 'equipement.csv'],
    ['fleet', 'parc.csv'],
    ['shares', 'parts.csv'],
  ] as const)
    t.not((await made.ran('import', kind, sample(file))).code, 1, kind)
  return made
})

let files = 0

/** How to ask by the sample's rules, in which some texts are replaced. */
async function rulesWith(...replaced: readonly (readonly [string, string])[]) {
  const { folder, ran } = await board
  const text = await readFile(sample('regles-combo.yaml'), 'utf8')
  const path = join(folder, `rules-${++files}.yaml`)
  await writeFile(
    path,
    replaced.reduce((rules, [from, to]) => rules.replace(from, to), text),
  )
  const asked = (...args: readonly string[]) => ran(...args, '--rules', path)
  const rowsOf = async <Row>(...args: readonly string[]): Promise<Row[]> =>
    JSON.parse((await asked('shortfalls', ...args, '--json')).out) as Row[]
  return { folder, ran, asked, rowsOf }
}

t.test('what schools lack, by school, building, board and region', async (t) => {
  const { asked, rowsOf } = await rulesWith()
  const { out, err, code } = await asked('manques')
  t.equal(code, 0)
  inEighty(t, out)
  // 10 + 188 ÷ 5 = 47.6, so 48; the cart of 24 is in service, the 12 of 30 September 2017 ended their life that very day.
  t.match(plain(out), /^798001 +École du Cap-aux… +Flotte d'appareils +188 +48 +24 +24$/m)
  t.match(plain(err), /^Année scolaire 2022-2023$/m)
  t.match(
    plain(err),
    /^Flotte d'appareils : cible de 378, 288 en service \(dont 20 dans des écoles sans effectif connu\), il en manque 110; la cible est comblée à 71 %\.$/m,
  )
  t.match(
    plain(err),
    /^1 école sans effectif connu de 2022-2023, donc sans cible ni manque : 798011 \(cartable importer/m,
  )
  const schools = await rowsOf<Shortfall>()
  t.match(
    schools.find(({ school, category }) => school === '798001' && category === 'flotte')?.because,
    /^Cible de 48 /,
  )
  for (const by of ['building', 'board', 'region'] as const) {
    const totals = await rowsOf<ShortfallTotal>('--by', by)
    for (const key of ['target', 'inService', 'shortfall', 'pastLife', 'broken', 'pupils'] as const)
      t.equal(
        totals.reduce((sum, row) => sum + (row[key] ?? 0), 0),
        schools.reduce((sum, row) => sum + (row[key] ?? 0), 0),
        `${by}: ${key}`,
      )
    inEighty(t, (await asked('shortfalls', '--by', by)).out)
  }
  // 798004 has 55 % of its 181 pupils in 798104: 47 × 0.55 = 25.85 and 47 × 0.45 = 21.15, so 26 and 21.
  t.match(
    (await rowsOf<ShortfallTotal>('--by', 'building', '--category', 'flotte')).filter(({ code }) =>
      /79810[45]/.test(code),
    ),
    [
      { code: '798104', target: 26, shortfall: 17, inService: 9 },
      { code: '798105', target: 21, shortfall: 14, inService: 7 },
    ],
  )
  const [region] = await rowsOf<ShortfallTotal>('--by', 'region', '--category', 'robotique', '--board', '798000')
  t.match(region, { by: 'region', code: 'Côte-Nord', schools: 11, unknownSchools: 1, target: 27, shortfall: 11 })
})

t.test('years side by side, and what reaches the end of its life', async (t) => {
  const { asked, rowsOf } = await rulesWith()
  const trend = await rowsOf<ShortfallTrend>('--trend', '--category', 'flotte')
  t.match(trend, [
    { code: '', schoolYear: '2021-2022', target: 313, shortfall: 46, shortfallChange: null },
    { code: '', schoolYear: '2022-2023', target: 378, shortfall: 110, shortfallChange: 64 },
  ])
  const bySchool = await rowsOf<ShortfallTrend>('--trend', '--by', 'school', '--category', 'flotte')
  t.match(
    bySchool.filter(({ code }) => code === '798001'),
    // 2021-2022 owes three quarters: 10 + 0.75 × 201 ÷ 5 = 40.15, so 41; the 12 of 2017 were in service then.
    [
      { schoolYear: '2021-2022', target: 41, inService: 36, shortfall: 5 },
      { schoolYear: '2022-2023', target: 48, inService: 24, shortfall: 24, shortfallChange: 19 },
    ],
  )
  for (const by of [[], ['--by', 'school'], ['--by', 'building']])
    inEighty(t, (await asked('manques', '--trend', ...by)).out)

  const renewal = await rowsOf<RenewalRow>('--renewal', '--category', 'flotte')
  t.match(
    renewal.filter(({ school }) => school === '798001' || school === '798006'),
    [
      { school: '798001', schoolYear: '2022-2023', overdue: true, units: 12, costCents: 936_000 },
      { school: '798001', schoolYear: '2024-2025', overdue: false, units: 24, costCents: 1_284_000 },
      { school: '798006', schoolYear: null, overdue: false, units: 15, costCents: null },
    ],
  )
  const { out, err } = await asked('shortfalls', '--renewal', '--lang', 'en')
  inEighty(t, out)
  t.match(err, /^On 2022-09-30; what is overdue/m)
  t.match(err, /^Overdue: 22 units \(\$17,950\.00\); to come: 298 units \(\$216,365\.00\); without date: 15 units\.$/m)
})

t.test('devices of the inventory count by rule, each once', async (t) => {
  const { asked, rowsOf } = await rulesWith(
    ['flotte: { floor: 10,', 'flotte: { counts: [fleet], floor: 10,'],
    ['laboratoire-creatif: { floor: 1, perPupils: 300, lifeYears: 5 }', ''],
  )
  const counted = (await rowsOf<Shortfall>('--category', 'flotte')).map(({ school, inService }) => [school, inService])
  // Active rows of parc.csv: SG10FAO101 is there twice in 798001; 798005 says nothing of one's status, which is active then.
  t.strictSame(Object.fromEntries(counted), {
    ...{ '798001': 2, '798002': 2, '798003': 3, '798004': 3, '798005': 2, '798006': 2, '798007': 0, '798008': 1 },
    ...{ '798009': 0, '798010': 1, '798011': 2 },
  })
  const { err } = await asked('manques')
  t.match(plain(err), /^2 lignes de l'inventaire répètent un appareil déjà compté/m)
  t.match(plain(err), /^1 appareil actif de l'inventaire sans école : non compté\.$/m)
  t.match(
    plain(err),
    /^Catégories de lots que la règle ne nomme pas, non comptées : laboratoire-creatif \(8\)\. Celles de la règle : robotique, flotte\.$/m,
  )
  t.match(plain((await asked('manques', '--renewal')).err), /rien ne dit quand ils ont été acquis/)
})

t.test('what it cannot do is told with what to do', async (t) => {
  const { asked } = await rulesWith()
  t.match(
    plain((await asked('manques', '--category', 'x')).err),
    /n'a pas de catégorie « x »\nCatégories de la règle : robotique, /,
  )
  t.match(plain((await asked('manques', '--board', '1')).err), /L'organisme « 1 » n'est pas connu\n/)
  const apart = await asked('manques', '--trend', '--renewal')
  t.equal(apart.code, 2)
  t.match(plain(apart.err), /--trend et --renewal ne vont pas ensemble/)
})

t.test('what came after the school year does not count in it; pupils of preschool left out are told', async (t) => {
  const { folder, ran, asked, rowsOf } = await rulesWith(['schoolYear:', 'enrolment: previous\nschoolYear:'])
  await writeFile(
    join(folder, 'maternelle.csv'),
    'école,année scolaire,secteur,élèves\n798001,2021-2022,préscolaire,31\n',
  )
  t.equal((await asked('manques', '--year', '2021-2022')).code, 1, 'nobody is counted in 2020-2021')
  const [first] = await rowsOf<Shortfall>()
  t.match(first, { schoolYear: '2023-2024', pupils: 188 }, 'the year after the last enrolment')
  t.equal((await ran('import', 'enrolment', join(folder, 'maternelle.csv'))).code, 0)
  // 2022-2023 looks at the pupils of 2021-2022. Nothing of the sample came after June 2023, all of it after June 2014.
  const told = plain((await asked('manques', '--year', '2022-2023')).err)
  t.match(told, /^Année scolaire 2022-2023, effectif de 2021-2022$/m)
  t.match(
    told,
    /^La règle nomme les jeunes sans le préscolaire : 31 élèves du préscolaire, comptés à part, n'y sont pas \(Robotique, /m,
  )
  t.notMatch(told, /acquis après/)
  await writeFile(
    join(folder, 'lot.csv'),
    'school,category,item,quantity,units_each,acquired_on,condition,cost\n798009,flotte,Portable,4,1,2023-07-01,good,\n',
  )
  t.equal((await ran('import', 'equipment', join(folder, 'lot.csv'))).code, 0)
  t.match(
    plain((await asked('manques', '--year', '2022-2023')).err),
    /^1 lot acquis après l'année scolaire 2022-2023, non compté/m,
  )
})
