import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { boardFor } from './board.js'
import { cartable } from './run.js'

const STANDARDS = ['--profile', 'ontario-2016,dfe-2022,nsw-2022'] as const
const widest = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length))

t.test('standards stand side by side: a row a building, a line of totals each', async (t) => {
  const { folder, ran } = await boardFor(t)
  const french = await ran('ecarts', ...STANDARDS)
  t.equal(french.code, 0)
  t.match(french.out, /^Immeuble +Nom +Élèves +ontario-2016 +dfe-2022 +nsw-2022$/m)
  // 188 pupils at 798101: FAO-00 gives 1 Gbit/s to all who are behind it.
  t.match(french.out, /^798101 .* 188 +95\s%\sjuste +57\s%\sinsuffisant +19\s%\scritique$/m)
  t.match(
    french.err,
    /^ontario-2016\s: 1 immeuble sur 15 et 118 élèves connus sur 1\s482 \(8\s%\) ont ce que la norme demande$/m,
  )
  t.ok(widest(french.out) <= 80, `${widest(french.out)} columns`)
  const many = await ran('gaps', '--profile', 'ontario-2016,dfe-2022,nsw-2022,giga', '--lang', 'en')
  t.match(many.out, /^798101 .* 188\n {2}ontario-2016 95%\stight ; dfe-2022 57%\sshort/m, 'more than three stand below')
  t.ok(widest(many.out) <= 80, `${widest(many.out)} columns`)

  const csv = (await ran('gaps', ...STANDARDS, '--format', 'csv')).out
  const rows = parse(csv, { columns: true }) as Record<string, string>[]
  t.match(
    rows.find(({ building }) => building === '798101'),
    {
      pupils: '188',
      'ontario-2016_demand_down_bps': '188000000',
      'ontario-2016_demand_up_bps': '',
      'dfe-2022_demand_up_bps': '30000000',
      'nsw-2022_level': 'critical',
    },
  )
  const json = JSON.parse((await ran('gaps', ...STANDARDS, '--json')).out) as Record<string, unknown>[]
  t.strictSame(Object.keys(json[0] ?? {}), ['building', 'name', 'board', 'region', 'pupils', 'schoolYear', 'standards'])
  const wrong = await ran('gaps', '--profile', 'ontario-2016,dfe', '--lang', 'en')
  t.match(wrong.err, /There is no standard "dfe"\nKnown standards: setda-2023, /)
  t.ok(folder)
})

t.test('a standard of the configuration is one like another', async (t) => {
  const { folder, ran } = await boardFor(t)
  await writeFile(
    join(folder, 'cartable.yaml'),
    'bandwidth: { profiles: [{ id: csmm-2027, source: Conseil, down: [{ fromPupils: 0, mbpsPerUser: 0.5 }] }] }\n',
  )
  t.match((await ran('ecarts', '--profile', 'csmm-2027')).err, /Norme csmm-2027 \(Conseil\)/)
  t.match((await ran('ecarts', '--help')).out.replace(/\s+/g, ' '), /giga, csmm-2027/)
  t.match((await ran('__complete', 'gaps', '--profile', 'ontario-2016,cs')).out, /^ontario-2016,csmm-2027\t/m)
  t.match((await ran('ecarts', '--profile', 'x')).err, /giga, csmm-2027/)
})

const SCENARIO = `name: Rentrée 2027
inServiceOn: 2027-09-01
planned: [{ link: FAO-10, on: 2027-08-15 }]
links: [{ id: FAO-00, capacityMbps: 10000 }]
pupils: { "798001": 200 }
closed: [{ school: "798003", pupilsTo: "798001" }]
opened:
  - school: { code: "798050", name: École des Érables, board: "798000", orders: [primary] }
    building: "798113"
    pupils: 180
`

t.test('a scenario is compared with what is: who gains, who loses, and how many are at the standard', async (t) => {
  const { folder, ran } = await boardFor(t)
  await writeFile(join(folder, 'rentree.yaml'), SCENARIO)
  const { out, err, code } = await ran('ecarts', '--scenario', 'rentree.yaml')
  t.equal(code, 0, err)
  // 200 pupils of 798001 and 388 of 798003: with 10 Gbit/s at FAO-00, FAO-01 (1 Gbit/s) carries their 588.
  t.match(out, /^798101 .* 588 {2}juste +0,95 {2}suffisant +1 {2}gagne$/m)
  t.match(out, /^798103 .* 0 {2}juste +0,95 {2}suffisant +— {2}se vide$/m)
  t.match(out, /^798110 .* 41 {2}sans lien +— {2}suffisant +1 {2}gagne$/m, 'FAO-10 is in service by then')
  await writeFile(join(folder, 'hiver.yaml'), SCENARIO.replace('2027-08-15', '2027-12-15'))
  t.notMatch((await ran('ecarts', '--scenario', 'hiver.yaml')).out, /^798110/m, 'later, it is not')
  t.ok(widest(out) <= 80, `${widest(out)} columns`)
  t.match(err, /Après\s: scénario «\sRentrée 2027\s», année scolaire 2022-2023/)
  t.match(err, /^Immeubles qui se vident\s: 1 \(élèves connus\s: 388\)$/m)
  const rows = JSON.parse((await ran('gaps', '--scenario', 'rentree.yaml', '--json')).out) as Record<string, unknown>[]
  t.match(
    rows.find(({ building }) => building === '798101'),
    {
      change: 'better',
      pupilsBefore: 188,
      pupilsAfter: 588,
      levelBefore: 'tight',
      levelAfter: 'ok',
      bottleneckBefore: 'FAO-00',
      bottleneckAfter: null,
    },
  )
  const roadmap = await ran('roadmap', '--scenario', 'rentree.yaml', '--lang', 'en')
  t.match(roadmap.err, /^If the scenario "Rentrée 2027" comes true:$/m)
  t.notMatch(roadmap.out, /raise FAO-00 /, 'what it raises is not raised again')
  t.equal((await ran('map', '--scenario', 'rentree.yaml', '--format', 'geojson')).code, 0)
})

t.test('two school years are compared alike', async (t) => {
  const { ran } = await boardFor(t)
  const { out, err } = await ran('gaps', '--year', '2021-2022', '--compare-year', '2022-2023', '--lang', 'en')
  t.match(out, /^798103 .* 388 {2}tight +0\.92 {2}tight +0\.95 {2}gains$/m)
  t.match(err, /^After: school year 2022-2023$/m)
  t.match(
    (await ran('gaps', '--compare-year', '2030-2031', '--lang', 'en')).err,
    /No enrolment is known for school year/,
  )
  const both = await ran('gaps', '--compare-year', '2021-2022', '--scenario', 'x.yaml', '--lang', 'en')
  t.equal(both.code, 2)
  t.match(both.err, /do not go together/)
  const several = await ran('gaps', '--compare-year', '2021-2022', ...STANDARDS, '--lang', 'en')
  t.equal(several.code, 2)
  t.match(several.err, /by one standard at a time/)
})

t.test('what is wrong in a scenario is told with its line, all at once', async (t) => {
  const { folder, ran } = await boardFor(t)
  const told = async (text: string, lang = 'en'): Promise<string> => {
    await writeFile(join(folder, 's.yaml'), text)
    const { err, code } = await ran('gaps', '--scenario', 's.yaml', '--lang', lang)
    t.equal(code, 1, text)
    return err.replaceAll(join(folder, 's.yaml'), 's.yaml')
  }
  const shape = await told(`growth: 0
pupils: { "79801": 4 }
planned: oui
closed:
  - { school: "798003", vers: x }
opened:
  - school: { code: "798050", name: N, board: "798000", orders: [maternelle] }
    building: { code: "798125", coordinates: [49.9, -67.5] }
    pupils: 1.5
`)
  for (const line of [
    /^Error: s\.yaml:1: growth: the value must be above 0$/m,
    /^s\.yaml:2: pupils\.79801: a code has exactly six digits/m,
    /^s\.yaml:3: planned: "true" for all links/m,
    /^s\.yaml:5: closed\.0\.vers: unknown key$/m,
    /^s\.yaml:7: opened\.0\.school\.orders\.0: one of these values is expected: preschool, /m,
    /^s\.yaml:8: opened\.0\.building\.coordinates: \[longitude, latitude\] in degrees/m,
    /^s\.yaml:9: opened\.0\.pupils: a whole number is expected$/m,
    /^Mend the scenario; nothing was computed\. Its keys: /m,
  ]) {
    t.match(shape, line)
  }
  const facts = await told(
    `inServiceOn: 2027-09-01
pupils: { "798099": 4 }
planned: [NADA]
links: [{ id: X }, { id: FAO-00, a: nulle-part }, { id: FAO-00 }]
closed:
  - { school: "798003", pupilsTo: "798002" }
  - { school: "798002" }
opened:
  - school: { code: "798001", name: N, board: "798000", orders: [primary] }
    building: "700000"
    pupils: 5
`,
    'fr',
  )
  for (const line of [
    /^Erreur\s: s\.yaml:1: inServiceOn: les fichiers importés ne disent pas quand un lien entre en service/m,
    /^s\.yaml:2: pupils\.798099: l'école «\s798099\s» n'est pas connue$/m,
    /^s\.yaml:3: planned\.0: le lien «\sNADA\s» n'est pas connu$/m,
    /^s\.yaml:4: links\.0: le lien «\sX\s» n'est pas connu$/m,
    /^s\.yaml:4: links\.1\.a: ni immeuble ni point de présence/m,
    /^s\.yaml:4: links\.2\.id: .* deux fois/m,
    /^s\.yaml:6: closed\.0\.pupilsTo: l'école «\s798002\s» ferme aussi/m,
    /^s\.yaml:9: opened\.0\.school\.code: l'école «\s798001\s» existe déjà/m,
    /^s\.yaml:10: opened\.0\.building: l'immeuble «\s700000\s» n'est pas connu$/m,
    /^«\scartable lister schools\s» donne les codes des écoles/m,
    /^Un lien nouveau donne ses bouts/m,
  ]) {
    t.match(facts, line)
  }
  t.match(
    await told('year: 2030-2031\n'),
    /s\.yaml:1: year: No enrolment is known.*\nKnown years: 2021-2022, 2022-2023/,
  )
  t.match(
    await told('closed: [{ school: "798001", pupilsTo: "798077" }]\n'),
    /s\.yaml:1: closed\.0\.pupilsTo: the school "798077" is not known/,
  )
  t.match(await told('a: [\n'), /s\.yaml:\d:\d: the YAML cannot be read/)
  const { err } = await cartable(['gaps', '--scenario', 'absent.yaml', '--lang', 'en'], { cwd: folder })
  t.match(err, /absent\.yaml/)
})
