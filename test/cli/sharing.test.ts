import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { FeatureCollection } from 'geojson'
import { boardFor, sample } from './board.js'
import { run } from './run.js'

const rowsOf = (out: string): Record<string, unknown>[] => JSON.parse(out) as Record<string, unknown>[]

t.test('from where buildings could be served, nearby and by whom', async (t) => {
  const { folder, ran } = await boardFor(t)
  const { out, err, code } = await ran('partage', '--within', '30')
  t.equal(code, 0)
  // 798110 has no link: 798112 is 25.6 km away, and its 1 Gbit/s to the POP carries little.
  t.match(out, /^798110 +Grève-a\S* +41 +Immeuble +798112 +798000 +25,6 +41\sMbit\/s$/m)
  t.ok(
    out.split('\n').every((line) => line.length <= 80),
    'in 80 columns',
  )
  t.match(err, /À relier\s: 6 immeubles, 555,5 élèves connus\. Avec un endroit à portée\s: \d/)
  t.match(err, /Sans aucun endroit à 30\skm\s: 798107\./)

  await t.test('as records, and as CSV', async (t) => {
    const rows = rowsOf((await ran('sharing', '--json', '--within', '30')).out)
    t.match(
      rows.filter(({ building }) => building === '798110'),
      [
        { rank: 1, place: '798112', placeKind: 'building', otherBoard: false, wouldLevel: 'ok', isStraight: null },
        { rank: 2, place: 'FAO-12', placeKind: 'span', isStraight: true },
        { rank: 3, place: 'POP-FOR', placeKind: 'pop', popKm: 0, spareDownBps: null, wouldGetDownBps: 41e6 },
      ],
    )
    t.match((await ran('sharing', '--format', 'csv')).out, /^building,name,board,region,pupils,level,demand_down_bps,/)
  })

  await t.test('clusters, and their hulls as GeoJSON', async (t) => {
    const clusters = await ran('sharing', '--clusters', '--within', '60', '--join', '30', '--json')
    t.match(rowsOf(clusters.out), [
      { cluster: 1, place: 'POP-BCO', buildings: ['798106', '798108'], pupils: 334, hull: { type: 'LineString' } },
    ])
    t.match(clusters.err, /1 groupe, 2 immeubles, 334 élèves connus/)
    const file = join(folder, 'partage.geojson')
    const written = await ran('sharing', '--within', '60', '--join', '60', '--format', 'geojson', '--out', file)
    t.equal(written.code, 0, written.err)
    const { features, bbox } = JSON.parse(await readFile(file, 'utf8')) as FeatureCollection
    t.equal(bbox?.length, 4)
    t.match(
      features.find(({ id }) => id === 'cluster-1'),
      { geometry: { type: /Polygon|LineString/ }, properties: { pupils_per_km: Number, buildings: Array } },
    )
    t.match(
      features.find(({ id }) => id === '798110-1'),
      { geometry: { type: 'LineString' }, properties: { place: '798112', distance_km: Number } },
    )
    const gdal = await run('ogrinfo', ['-ro', '-al', '-so', file])
    if (gdal.code !== null) t.match(gdal.out, new RegExp(`Feature Count: ${features.length}`), gdal.err)
  })

  await t.test('what it cannot do is told with what to do', async (t) => {
    for (const km of ['0', 'x', '1001']) {
      const refused = await ran('sharing', '--within', km)
      t.equal(refused.code, 2)
      t.match(refused.err, /n'est pas une distance en kilomètres\nÉcrivez un nombre plus grand que 0/)
    }
    t.match((await ran('sharing', '--profile', 'giga')).err, /classe des débits.*\n.*--profile/)
    t.equal((await ran('import', 'undo', '4')).code, 0)
    t.match((await ran('sharing')).err, /Aucun lien n'est importé.*\nCommencez par/)
  })
})

t.test('what pupils receive, by group, and who has least', async (t) => {
  const { ran } = await boardFor(t)
  for (const level of ['primaire', 'secondaire'])
    t.equal((await ran('import', 'deprivation', sample(`defavorisation-${level}.csv`))).code, 0)
  const { out, err, code } = await ran('equite')
  t.equal(code, 0)
  t.ok(
    out.split('\n').every((line) => line.length <= 80),
    'in 80 columns',
  )
  // 118 of 1,482 are served. 1,441 have a known rate: 41 have no link. The worst tenth are 144.1: 90.5 and 27, then 26.6 of 260.
  t.match(err, /^8\s% de 1\s482 élèves connus ont ce que la norme demande/m)
  t.match(err, /Comptés à part\s: 41 élèves sans lien, 0 dont le débit est inconnu; 1 école sans effectif connu/)
  t.match(out, /^Décile IMSE +8 sur 10 +181 +0\s% +276,2\skbit\/s +0,19 +5$/m)
  const worst = rowsOf((await ran('equity', '--worst', '--json')).out)
  t.match(worst, [
    { building: '798105', worstPupils: 90.5 },
    { building: '798109', worstPupils: 27 },
    { building: '798108', pupils: 260 },
  ])
  t.ok(Math.abs(Number(worst[2]?.['worstPupils']) - 26.6) < 1e-9)
  const rows = rowsOf((await ran('equity', '--by', 'board, mrc', '--json', '--lang', 'en')).out)
  t.match(rows[0], { by: 'all', group: null, name: 'all known pupils', pupilsUnlinked: 41, pupilsMeasured: 1441 })
  t.match(rows[1], { by: 'board', group: '798000', overRepresentation: 1 })
  t.ok(rows.slice(2).every(({ by }) => by === 'mrc'))
  t.match(
    (await ran('equity', '--by', 'decile', '--format', 'csv')).out,
    /^by,group,name,schools,unknown_schools,pupils,/,
  )
  const refused = await ran('equity', '--by', 'age')
  t.equal(refused.code, 2)
  t.match(refused.err, /«\sage\s» n'est pas un critère d'équité\nCritères\s: board, region/)
})
