import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { sample } from './board.js'
import { cartable, folderFor } from './run.js'

t.test('files are imported, listed and undone from the command line', async (t) => {
  const folder = await folderFor(t)
  const ran = (...args: readonly string[]) => cartable(args, { cwd: folder })
  for (const [kind, file] of [
    ['schools', 'ecoles.csv'],
    ['enrolment', 'effectif.csv'],
  ] as const)
    t.equal((await ran('import', kind, sample(file))).code, 0)
  const list = await ran('importer', 'liste')
  t.equal(list.code, 0, list.err)
  const [head = '', first = '', second = ''] = list.out.split('\n')
  t.match(head, /^No\s+Nature\s+Fichier\s+Importé\s+Lignes\s+Nouv\.\s+Chang\.\s+Ret\.\s+SHA-256$/)
  t.match(first, /^2 +enrolment +effectif\.csv +\d{4}-\d{2}-\d{2} +22 +22 +0 +0 +[0-9a-f]{8}$/)
  t.match(second, /^1 +schools +ecoles\.csv/)
  t.ok(
    [head, first, second].every((line) => line.length <= 80),
    'in 80 columns',
  )

  const refused = await ran('import', 'undo', '1', '--lang', 'en')
  t.equal(refused.code, 1)
  t.match(refused.err, /import 2 \(enrolment, effectif\.csv\) stands on/)
  t.match(refused.err, /cartable import undo 2/)
  const tried = await ran('import', 'undo', '2', '--dry-run', '--json')
  t.equal((JSON.parse(tried.out) as { changes: unknown[] }).changes.length, 22, tried.err)
  const undone = await ran('importer', 'annuler', '2', '--who', 'Mireille')
  t.equal(undone.code, 0, undone.err)
  t.match((await ran('list', 'schools', '--json')).out, /"pupils":null/)
  t.match(JSON.parse((await ran('import', 'list', '--json')).out), [
    { import: 2, undoneBy: 'Mireille' },
    { import: 1, undoneBy: null },
  ])
  t.equal((await ran('import', 'undo', 'two')).code, 2)
})

t.test('a dry run shows what would change, and problems go to a file that a spreadsheet opens', async (t) => {
  const folder = await folderFor(t)
  const ran = (...args: readonly string[]) => cartable(args, { cwd: folder })
  await ran('import', 'schools', sample('ecoles.csv'))
  const text = await readFile(sample('effectif.csv'), 'utf8')
  await ran('import', 'enrolment', sample('effectif.csv'))
  await writeFile(join(folder, 'e.csv'), text.replace(/^798001,2021-2022,youth,201/m, '798001,2021-2022,youth,202'))
  const tried = await ran('import', 'enrolment', 'e.csv', '--dry-run', '--lang', 'en')
  t.match(tried.out, /^Changed +Enrolment +798001 2021-2022 youth +pupils=201 +pupils=202$/m)
  const json = await ran('import', 'enrolment', 'e.csv', '--dry-run', '--json')
  t.match(JSON.parse(json.out), {
    outcome: 'dry-run',
    changes: [
      { what: 'changed', key: ['798001', '2021-2022', 'youth'], before: { pupils: 201 }, after: { pupils: 202 } },
    ],
  })

  await writeFile(join(folder, 'bad.csv'), 'école,année scolaire,secteur,élèves\n=1+1,2021-2022,jeunes,"1;2"\n')
  const bad = await ran('importer', 'enrolment', 'bad.csv', '--problems', 'out/problemes.csv')
  t.equal(bad.code, 1)
  t.match(bad.err, /out\/problemes\.csv/)
  const lines = (await readFile(join(folder, 'out', 'problemes.csv'), 'utf8')).split('\n')
  t.equal(lines[0], '\ufeffFichier;Ligne;Colonne;Valeur;Problème')
  t.match(lines[1], /^bad\.csv;2;école;'=1\+1;«\s=1\+1\s» n'est pas/)
  t.match(lines[2], /^bad\.csv;2;élèves;"1;2";/)
  t.equal(lines.length, 4)
  await ran('import', 'enrolment', 'bad.csv', '--problems', 'problems.csv', '--lang', 'en')
  t.match(await readFile(join(folder, 'problems.csv'), 'utf8'), /^\ufeffFile,Line,Column,Value,Problem\n/)
})

t.test('a folder is imported whole, and what the data lack is told with what mends it', async (t) => {
  const folder = await folderFor(t)
  const ran = (...args: readonly string[]) => cartable(args, { cwd: folder })
  const tried = await ran('importer', 'tout', sample(''), '--dry-run')
  t.equal(tried.code, 3, 'some files are of no kind')
  t.match(tried.out, /^ecoles\.csv +schools +17 colonnes connues, 0 inconnue$/m)
  t.match(tried.out, /^parc-attendu\.csv +— +d'aucune nature connue/m)
  t.match(tried.err, /parc\.csv \(fleet\)\s: 29 lignes lues, rien n'a été écrit \(essai\)/)
  const taken = await ran('import', 'all', sample(''), '--json')
  const { results } = JSON.parse(taken.out) as { results: { kind: string; outcome: string }[] }
  t.strictSame(
    results.map(({ kind, outcome }) => `${kind} ${outcome}`),
    [
      ...[
        'boards',
        'schools',
        'private',
        'higher-education',
        'buildings',
        'territories',
        'shares',
        'enrolment',
        'deprivation',
        'deprivation',
        'pops',
        'pops',
      ],
      ...['networks', 'wan-links', 'wan-links', 'wan-links', 'catalogue', 'equipment', 'spending', 'fleet'],
    ].map((kind, i) => `${kind} ${i === 11 ? 'unchanged' : 'taken'}`),
  )
  const quality = await ran('qualite')
  t.match(
    quality.out,
    /1 école sur 12 sans lien en service jusqu'à un point de présence\n {2}798010 → cartable importer wan-links <fichier>/,
  )
  t.match((await ran('quality', '--format', 'csv')).out, /^school,name,board,lacks,buildings,unknown\n798001,/)
  t.equal((await ran('import', 'all', folder)).code, 1, 'an empty folder')
})

t.test('a board’s bundle goes to a file, which another imports', async (t) => {
  const [board, ministry] = [await folderFor(t), await folderFor(t)]
  await writeFile(join(board, 'cartable.yaml'), 'board: { code: "798000", name: Essai }\n')
  const ran = (cwd: string, ...args: readonly string[]) => cartable(args, { cwd })
  for (const [kind, file] of [
    ['schools', 'ecoles.csv'],
    ['fleet', 'parc.csv'],
  ] as const)
    t.equal((await ran(board, 'import', kind, sample(file))).code, 0)
  const nowhere = await ran(board, 'export', 'bundle', '--lang', 'en')
  t.equal(nowhere.code, 2)
  t.match(nowhere.err, /cartable export bundle --out bundle\.zip/)
  const file = join(ministry, 'lot.zip')
  const packed = await ran(board, 'exporter', 'bundle', '--out', file)
  t.equal(packed.code, 0, packed.err)
  t.match(packed.err, /Lot de l'organisme 798000, .*\n[\s\S]*schools\s: 16 lignes\n {2}fleet\s: 29 lignes\n/)
  t.match(
    (await ran(ministry, 'importer', 'tout', '.', '--dry-run')).out,
    /^lot\.zip +bundle +lot de l'organisme 798000/m,
  )
  t.equal((await ran(ministry, 'importer', 'bundle', 'lot.zip')).code, 0)
  t.match((await ran(ministry, 'list', 'fleet', '--json')).out, /"serial":"SG10FAO101"[^}]*"name":null/)
  t.match((await ran(ministry, 'import', 'list', '--json')).out, /"kind":"bundle"/)
  const own = await ran(board, 'importer', 'bundle', file)
  t.equal(own.code, 1)
  t.match(own.err, /qui est le vôtre[\s\S]*pris en entier ou pas du tout/)
  const schools = await ran(ministry, 'import', 'schools', 'lot.zip', '--lang', 'en')
  t.match(schools.err, /"cartable import bundle"[\s\S]*another kind: cartable import bundle lot\.zip/)
})

t.test('a file of another kind is told which, and a file where a folder is wanted what to do', async (t) => {
  const folder = await folderFor(t)
  const wrong = await cartable(['import', 'schools', sample('effectif.csv'), '--lang', 'en'], { cwd: folder })
  t.equal(wrong.code, 1)
  t.match(wrong.err, /headers of another kind: cartable import enrolment .*effectif\.csv/)
  t.notMatch(wrong.err, /--accept-partial/, 'there is no good row')
  const file = await cartable(['importer', 'tout', sample('effectif.csv')], { cwd: folder })
  t.equal(file.code, 1)
  t.match(file.err, /n'est pas un dossier[\s\S]*cartable importer <nature> <fichier>/)
})
