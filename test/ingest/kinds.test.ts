import { readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { problemLine } from '../../src/ingest/reading/problem-line.js'
import { folded } from '../../src/lib/text.js'
import { listPlugins, loadPlugin } from '../../src/lib/plugins.js'
import type { IngestTexts } from '../../src/ingest/reading/define-input.js'
import type { InputKind } from '../../src/model/input-kind.js'
import { zipOf } from './files.js'
import { placesOf, readAll, readFixture } from './read-all.js'

/** Each expected place starts as written here, in order, and there is no other. No-break spaces count as spaces. */
function matchPlaces(t: Test, found: readonly string[], expected: readonly string[]): void {
  const plain = found.map((place) => place.replace(/[\u00a0\u202f]/g, ' '))
  const cut = plain.map((place, i) => place.slice(0, expected[i]?.length ?? place.length))
  t.strictSame(cut, expected)
}

const lines = (rows: readonly { readonly line: number }[]): number[] => rows.map(({ line }) => line)
const rowsOf = (rows: readonly { readonly row: unknown }[]): unknown[] => rows.map(({ row }) => row)

void t.test('the kinds that can be imported are found by folder, and their headers mean one thing each', async (t) => {
  const ids = await listPlugins('src/ingest')
  t.strictSame(ids, [
    ...['boards', 'buildings', 'catalogue', 'deprivation', 'enrolment', 'equipment', 'fleet', 'higher-education'],
    ...['networks', 'pops', 'private', 'schools', 'shares', 'spending', 'territories', 'wan-links'],
  ])
  for (const id of ids) {
    const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', id)
    const headers = kind.columns.flatMap(({ name, synonyms }) => [...new Set([name, ...synonyms].map(folded))])
    const all = [...headers, ...[...(kind.unused ?? []), ...Object.values(kind.personal ?? {}).flat()].map(folded)]
    t.equal(new Set(all).size, all.length, `${id}: no header has two meanings`)
    const names = new Set<string>(kind.columns.map(({ name }) => name))
    const told = [...kind.keyColumns, ...(kind.subjects ?? []).flatMap(({ facts }) => facts.map((f) => f.column))]
    t.ok(
      told.every((name) => names.has(name)),
      `${id}: its key and its facts are columns`,
    )
  }
})

void t.test('enrolment: a school, a year, a sector, whole pupils', async (t) => {
  const { rows, problems, summary } = await readFixture('enrolment')
  matchPlaces(t, placesOf(problems), [
    '3: school: « 91101 » a moins de 6 chiffres : si des zéros ont été perdus au début, mettez la colonne en format texte et écrivez 091101',
    "4: school: « ABC123 » n'est pas un code",
    "5: school_year: « 2018/2019 » n'est pas une année scolaire",
    "6: school_year: « 2018-2020 » : une année scolaire finit l'année suivante. Écrivez 2018-2019",
    "7: sector: « garderie » n'est pas reconnu : écrivez une de ces valeurs : preschool (préscolaire), youth (jeunes), adult (adultes), vocational (professionnelle)",
    "8: pupils: « -3 » n'est pas un nombre entier",
    "9: pupils: « 12.5 » n'est pas un nombre entier",
    '10: déjà donné à la ligne 2 (même school, school_year, sector)',
    '11: 3 champs au lieu de 4',
    '13: sector: valeur manquante',
    '13: pupils: valeur manquante',
  ])
  t.strictSame(rows, [
    { line: 2, row: { school: '911001', schoolYear: '2018-2019', sector: 'youth', pupils: 231 } },
    { line: 14, row: { school: '911005', schoolYear: '2018-2019', sector: 'vocational', pupils: 0 } },
    { line: 15, row: { school: '911006', schoolYear: '2018-2019', sector: 'adult', pupils: 1200 } },
    { line: 16, row: { school: '911001', schoolYear: '2018-2019', sector: 'preschool', pupils: 31 } },
  ])
  t.match(summary, { records: 14, rows: 4, notices: [] }, 'the blank line is no record, nor is the end')
})

void t.test('boards: French headers, and the header of the file in the problem', async (t) => {
  const { rows, problems } = await readFixture('boards')
  matchPlaces(t, placesOf(problems), [
    '4: Nom: valeur manquante',
    "5: Code CSS: « 9140000 » n'est pas un code",
    "6: Langue: « bilingue » n'est pas reconnu : écrivez une de ces valeurs : Franco (francophone), Anglo (anglophone)",
    '7: Code CSS: déjà donné à la ligne 2',
  ])
  const name = 'Centre de services scolaire des Érables'
  t.strictSame(rowsOf(rows), [
    { code: '911000', name, language: 'Franco', municipality: 'Val-Doré' },
    { code: '912000', name: 'Maple Ridge School Board', language: 'Anglo', municipality: null },
  ])
})

void t.test(
  'schools: orders are of the pair, places are of the building, and lines may not contradict each other',
  async (t) => {
    const { rows, problems } = await readFixture('schools')
    matchPlaces(t, placesOf(problems), [
      '4: NOM_IMM: « Pavillon Un » ici, mais « Pavillon 1 » à la ligne 2 pour le même code 911101',
      '4: NOM_MRC: « (vide) » ici, mais « La Haute-Invention » à la ligne 2',
      '4: COORD_Y_LL84_IMM: « 48.123457 » ici, mais « 48.123456 » à la ligne 2',
      '5: NOM_OFFCL_ORGNS: « École Des Cèdres » ici, mais « École "Des Cèdres", pavillons 1 et 2 » à la ligne 2',
      '5: CD_CS: « 912000 » ici, mais « 911000 » à la ligne 2 pour le même code 911001',
      '6: déjà donné à la ligne 3 (même school, building)',
      '7: COORD_X_LL84_IMM: « 48.4 » et « -68.4 » sont inversés',
      "8: COORD_X_LL84_IMM: « 68.4 » est à l'est de Greenwich : écrivez -68.4",
      '9: COORD_X_LL84_IMM: « -56.9 » est hors du Québec',
      '9: COORD_Y_LL84_IMM: « 44.8 » est hors du Québec',
      '10: COORD_Y_LL84_IMM: il manque une des deux coordonnées',
      "11: COORD_X_LL84_IMM: « NaN » n'est pas une coordonnée",
      "11: COORD_Y_LL84_IMM: « 48°24' » n'est pas une coordonnée",
      "12: PRESC: « X » n'est pas reconnu",
    ])
    const place = { municipality: 'Val-Doré', mrc: 'La Haute-Invention', region: 'Bas-Saint-Laurent', areaM2: null }
    const cedars = { code: '911001', name: 'École "Des Cèdres", pavillons 1 et 2', board: '911000' }
    const board = { boardName: 'CSS des Érables', boardLanguage: 'Franco' }
    const orders = { preschool: false, primary: false, secondary: false, vocational: false, adult: false }
    const pair = (school: string, building: string, given: object): object => ({
      school,
      building,
      share: null,
      orders: { ...orders, ...given },
    })
    t.strictSame(rows, [
      {
        line: 2,
        row: {
          school: cedars,
          building: { code: '911101', name: 'Pavillon 1', coordinates: [-68.123456, 48.123456], ...place },
          pair: pair('911001', '911101', { preschool: true, primary: true }),
          ...board,
        },
      },
      {
        line: 3,
        row: {
          school: cedars,
          building: { code: '911102', name: 'Pavillon 2', coordinates: [-68.223456, 48.223456], ...place },
          pair: pair('911001', '911102', { primary: true }),
          ...board,
        },
      },
      {
        line: 13,
        row: {
          school: { code: '911003', name: 'École de la Côte', board: '911000' },
          building: { code: '911110', name: 'École de la Côte', coordinates: null, ...place },
          pair: pair('911003', '911110', { preschool: true }),
          ...board,
        },
      },
    ])
  },
)

void t.test('pops: an id that could be a building code is refused', async (t) => {
  const { rows, problems } = await readFixture('pops')
  matchPlaces(t, placesOf(problems), [
    "4: id: « 911101 » serait pris pour un code d'immeuble",
    '5: name: valeur manquante',
    "5: kind: « carrefour » n'est pas reconnu : écrivez une de ces valeurs : pop (point de présence), data-centre (centre de données), ixp",
    '5: lat: il manque une des deux coordonnées',
    '6: id: déjà donné à la ligne 2',
  ])
  t.strictSame(rowsOf(rows), [
    { id: 'POP-VALDORE', name: 'Val-Doré', network: 'RCIF', kind: 'pop', coordinates: [-68.1, 48.1] },
    { id: 'CD-ERABLES', name: 'Centre de données des Érables', network: null, kind: 'data-centre', coordinates: null },
  ])
})

void t.test('wan-links: megabits become bits and dollars cents, exactly', async (t) => {
  const { rows, problems } = await readFixture('wan-links')
  matchPlaces(t, placesOf(problems), [
    "5: a: « POP-VALDORE » n'est pas un code",
    '5: b: « 91101 » a moins de 6 chiffres',
    "5: medium: « air » n'est pas reconnu : écrivez une de ces valeurs : fibre (fibre optique), microwave",
    '5: capacity_down_mbps: « 100 Mo/s » compte des octets (B, o), huit fois plus que des bits',
    '5: capacity_up_mbps: « 1,000 » se lit de deux façons : écrivez 1000 (milliers) ou 1.000 (décimales)',
    "5: status: « allumé » n'est pas reconnu",
    "5: role: « principale » n'est pas reconnu",
    "5: monthly_cost: « 12.345 » n'est pas un montant",
    "5: contract_end: « 2027-02-29 » n'existe pas au calendrier",
    "6: capacity_down_mbps: « -5 » n'est pas un débit",
    "6: capacity_up_mbps: « 1e3 » n'est pas un débit",
    "6: monthly_cost: « 1 23 » n'est pas un montant",
    "6: contract_end: « 28/02/27 » n'est pas une date",
    '6: b: le lien va de « 911103 » à lui-même',
    '7: b: rien ne dit où est ce bout',
    '7: status: valeur manquante',
    '8: id: déjà donné à la ligne 2',
  ])
  const places = { aAt: null, bAt: null, burstDownBps: null, burstUpBps: null, source: null, route: null }
  const nothing = { ...places, name: null, provider: null, network: null, monthlyCostCents: null, contractEnd: null }
  t.strictSame(rowsOf(rows), [
    {
      id: 'L1',
      name: 'Accès du pavillon 1',
      provider: 'Télé-Érables',
      network: 'RCIF',
      a: '911101',
      b: 'POP-VALDORE',
      medium: 'fibre',
      capacityDownBps: 1_000_000_000,
      capacityUpBps: 1_000_500_000,
      status: 'operational',
      role: 'primary',
      monthlyCostCents: 123_456,
      contractEnd: '2027-02-28',
      ...places,
    },
    {
      ...nothing,
      ...{ id: 'L2', a: '911102', b: '911101', medium: 'microwave', capacityDownBps: 2_500_000, capacityUpBps: 1 },
      ...{ status: 'operational', role: 'backup', monthlyCostCents: 29 },
    },
    {
      ...nothing,
      ...{ id: 'L3', a: '911103', b: '911102', medium: null, capacityDownBps: null, capacityUpBps: null },
      ...{ status: 'planned', role: 'primary' },
    },
  ])
})

void t.test('wan-links: an end may be a place, of coordinates or of a route', async (t) => {
  const line = (...at: number[][]): string =>
    `"${JSON.stringify({ type: 'LineString', coordinates: at }).replaceAll('"', '""')}"`
  const dir = t.testdir({
    'liens.csv': [
      'id,a,b,a_lon,a_lat,b_lon,b_lat,capacity_mbps,burst_down_mbps,status,source,geometry',
      `L1,,,-68.1,48.1,-68.2,48.2,100/20,200,operational,RISQ 2026,`,
      `L2,911101,,,,,,50,,operational,,${line([-68.1, 48.1], [-68.15, 48.15], [-68.2, 48.2])}`,
      `L3,911101,,,,,,50,,operational,,`,
      `L4,,,,,,,50,,operational,,${line([48.1, -68.1], [48.2, -68.2])}`,
      `L5,911101,911101,,,,,50/x,,operational,,`,
    ].join('\n'),
  })
  const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', 'wan-links')
  const { rows, problems } = await readAll(kind, `${dir}/liens.csv`)
  matchPlaces(t, placesOf(problems), [
    '4: b: rien ne dit où est ce bout',
    '5: geometry: la position [48.1, -68.1] est hors du Québec',
    ...['5: a: rien', '5: b: rien'],
    '6: capacity_mbps: ',
    '6: b: le lien va de « 911101 » à lui-même',
  ])
  t.match(rowsOf(rows), [
    {
      ...{ id: 'L1', a: '', b: '', aAt: [-68.1, 48.1], bAt: [-68.2, 48.2], source: 'RISQ 2026', route: null },
      ...{ capacityDownBps: 100_000_000, capacityUpBps: 20_000_000, burstDownBps: 200_000_000, burstUpBps: null },
    },
    {
      ...{ id: 'L2', a: '911101', b: '', bAt: [-68.2, 48.2], capacityDownBps: 50_000_000, capacityUpBps: 50_000_000 },
      route: '{"type":"LineString","coordinates":[[-68.1,48.1],[-68.15,48.15],[-68.2,48.2]]}',
    },
  ])
})

void t.test(
  'wan-links: the spans of an Open Fibre Data Standard package, in Gbit/s, with the places of their nodes',
  async (t) => {
    const point = (lon: number, lat: number): object => ({ type: 'Point', coordinates: [lon, lat] })
    const span = {
      ...{ id: 'S1', name: 'Val-Doré – Érables', status: 'operational', start: 'n1', end: 'n2', capacity: 4.976 },
      networkProviders: [
        { id: 'x', name: 'Fournisseur A' },
        { id: 'y', name: 'Fournisseur B' },
      ],
      transmissionMedium: ['fibre'],
    }
    const nodes = [
      { id: 'n1', location: point(-68.1, 48.1) },
      { id: 'n2', location: point(-68.2, 48.2) },
      { id: '911103' },
    ]
    const spans = [
      span,
      { ...span, id: 'S2', end: '911103', capacity: undefined },
      { id: 'S3', start: 'n9', end: 'n1' },
    ]
    const dir = t.testdir({
      'ofds.json': JSON.stringify({ networks: [{ id: 'r', name: 'RCIF', nodes, spans }] }),
      'autre.json': JSON.stringify({ networks: [{ spans: 'S1' }] }),
    })
    const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', 'wan-links')
    const { rows, problems } = await readAll(kind, `${dir}/ofds.json`)
    matchPlaces(t, placesOf(problems), ['4: start: ', '4: status: valeur manquante'])
    t.match(rowsOf(rows), [
      {
        ...{ id: 'S1', provider: 'Fournisseur A, Fournisseur B', network: 'RCIF', medium: 'fibre', a: 'n1', b: 'n2' },
        ...{ aAt: [-68.1, 48.1], bAt: [-68.2, 48.2], capacityDownBps: 4_976_000_000, capacityUpBps: 4_976_000_000 },
      },
      { id: 'S2', a: 'n1', b: '911103', bAt: null, capacityDownBps: null },
    ])
    const other = await readAll(kind, `${dir}/autre.json`)
    t.match(other.problems, [{ line: 1, message: /Open Fibre.* «\snodes\s»/ }])
    const whole = await readFile(`${dir}/ofds.json`)
    await writeFile(`${dir}/ofds.json.gz`, gzipSync(whole))
    await writeFile(`${dir}/ofds.zip`, zipOf([{ name: 'reseau.json', content: whole }]))
    for (const packed of ['ofds.json.gz', 'ofds.zip'])
      t.strictSame((await readAll(kind, `${dir}/${packed}`)).rows, rows, packed)
    const schools = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', 'schools')
    t.match((await readAll(schools, `${dir}/ofds.zip`)).problems, [
      { line: 1, message: /comme wan-links .* comme pops/ },
    ])
  },
)

void t.test('pops: the nodes of an Open Fibre Data Standard package that are points of presence', async (t) => {
  const node = (id: unknown, type: unknown, lon = -68.1): object => ({
    ...{ id, type, name: `Nœud ${String(id)}` },
    location: { type: 'Point', coordinates: [lon, 48.1, 12] },
  })
  const networks = [
    {
      name: 'RCIF',
      nodes: [
        node('1', ['splice', 'pop']),
        node('n2', ['ixp']),
        node('n3', ['dataCentre'], -12),
        node('n4', ['amplifier']),
        node('n5', null),
        { id: 'n6' },
      ],
    },
    { id: 'b', nodes: [node('1', ['pop']), node('n2', ['pop'])] },
    { id: 'c' },
  ]
  const dir = t.testdir({ 'ofds.json': `\ufeff \n${JSON.stringify({ networks })}` })
  const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', 'pops')
  const { rows, problems } = await readAll(kind, `${dir}/ofds.json`)
  matchPlaces(t, placesOf(problems), ['4: lon: '])
  t.match(rowsOf(rows), [
    { id: 'RCIF 1', name: 'Nœud 1', network: 'RCIF', kind: 'pop', coordinates: [-68.1, 48.1], isNode: true },
    { id: 'RCIF n2', kind: 'ixp' },
    { id: 'b 1', network: 'b', kind: 'pop' },
    { id: 'b n2', kind: 'pop' },
  ])
})

void t.test(
  'networks: four parts, a prefix, no host bits; the same network is one however it is written',
  async (t) => {
    const { rows, problems } = await readFixture('networks')
    matchPlaces(t, placesOf(problems), [
      "5: cidr: « 10.20.0.5/16 » est une adresse à l'intérieur d'un réseau : écrivez 10.20.0.0/16",
      "6: cidr: « 10.20.0.5 » n'a pas de longueur de préfixe : écrivez 10.20.0.5/32",
      "7: cidr: « 10.20/16 » n'est pas un réseau",
      "8: cidr: « 010.20.0.0/16 » n'est pas un réseau",
      "9: cidr: « 10.20.0.0/33 » n'est pas un réseau",
      "10: cidr: « 10.256.0.0/16 » n'est pas un réseau",
      "11: cidr: « école » n'est pas un réseau",
      '12: building: « 91110 » a moins de 6 chiffres',
      "12: role: « imprimantes » n'est pas reconnu",
      '13: cidr: déjà donné à la ligne 2',
      '14: cidr: déjà donné à la ligne 4',
    ])
    t.strictSame(rowsOf(rows), [
      { cidr: '10.20.0.0/16', building: '911101', role: null },
      { cidr: '10.20.8.0/22', building: '911101', role: 'wifi' },
      { cidr: '2001:db8::/48', building: null, role: 'management' },
      { cidr: '0.0.0.0/0', building: null, role: 'wan' },
    ])
  },
)

void t.test('equipment: what a file leaves out is one unit, in good condition, of unknown date and cost', async (t) => {
  const { rows, problems } = await readFixture('equipment')
  matchPlaces(t, placesOf(problems), [
    '5: déjà donné à la ligne 2 (même school, category, item, units_each, acquired_on, condition)',
    "7: quantity: « dix » n'est pas un nombre entier",
    "7: units_each: « 0 » n'est pas un nombre entier de 1 ou plus",
    "7: acquired_on: « 2018-13-01 » n'existe pas au calendrier",
    "7: condition: « perdu » n'est pas reconnu : écrivez une de ces valeurs : good (bon), broken (brisé), retired (retiré)",
    "7: cost: « 1 00 $ » n'est pas un montant",
    '8: category: valeur manquante',
    '8: item: valeur manquante',
    '8: quantity: valeur manquante',
  ])
  const robots = { school: '911001', category: 'robotique', item: 'Trousse de robots', unitsEach: 6, condition: 'good' }
  t.strictSame(lines(rows), [2, 3, 4, 6])
  t.strictSame(rowsOf(rows), [
    { ...robots, quantity: 4, acquiredOn: '2018-10-01', costCents: 199_999 },
    {
      ...{ school: '911001', category: 'laboratoire-creatif', item: 'Imprimante 3D', quantity: 1, unitsEach: 1 },
      ...{ acquiredOn: null, condition: 'good', costCents: null },
    },
    {
      ...{ school: '911002', category: 'flotte', item: 'Chariot de tablettes', quantity: 2, unitsEach: 24 },
      ...{ acquiredOn: '2016-02-29', condition: 'broken', costCents: 1_234_560 },
    },
    { ...robots, quantity: 2, acquiredOn: '2019-10-01', costCents: 99_999 },
  ])
})

void t.test('spending: an amount may be below zero; two lines that nothing tells apart are one', async (t) => {
  const { rows, problems } = await readFixture('spending')
  const key = 'même school, school_year, part, category, amount, date, reference'
  matchPlaces(t, placesOf(problems), [
    `8: déjà donné à la ligne 6 (${key})`,
    `10: déjà donné à la ligne 9 (${key})`,
    "11: Année scolaire: « 2018 » n'est pas une année scolaire",
    "11: Volet: « mobilier » n'est pas reconnu : écrivez une de ces valeurs : equipment (équipement), training (formation)",
    "11: Montant: « --5 » n'est pas un montant",
    "11: Date de facture: « 2018-13-05 » n'existe pas au calendrier",
    '12: École: « 91103 » a moins de 6 chiffres',
    '12: Montant: valeur manquante',
  ])
  const creative = { school: '911001', schoolYear: '2018-2019', part: 'equipment', category: 'laboratoire-creatif' }
  const fleet = { ...creative, category: 'flotte' }
  const second = { ...fleet, school: '911002', date: '2018-11-05' }
  t.strictSame(rows, [
    { line: 2, row: { ...creative, amountCents: 123_456, date: '2018-11-05', reference: 'F-1' } },
    { line: 3, row: { ...fleet, amountCents: -3456, date: '2018-12-05', reference: 'NC-1' } },
    {
      line: 4,
      row: { ...creative, part: 'training', category: null, amountCents: -50_000, date: null, reference: null },
    },
    { line: 5, row: { ...second, amountCents: -100_000, reference: 'F-2' } },
    { line: 6, row: { ...second, amountCents: 1050, reference: 'F-2' } },
    { line: 7, row: { ...second, amountCents: 1050, reference: 'F-3' } },
    { line: 9, row: { ...second, amountCents: 500, date: null, reference: null } },
    { line: 13, row: { ...second, school: '911003', amountCents: -1_234_567, date: null, reference: null } },
  ])
})

void t.test('shares: a part of one for each school in each building', async (t) => {
  const { rows, problems } = await readFixture('shares')
  matchPlaces(t, placesOf(problems), [
    "4: share: « 1.2 » n'est pas une part",
    "5: share: « 50 % » n'est pas une part",
    '6: déjà donné à la ligne 2 (même school, building)',
  ])
  t.strictSame(rowsOf(rows), [
    { school: '911001', building: '911101', share: 0.6 },
    { school: '911001', building: '911102', share: 0.4 },
  ])
})

void t.test(
  'territories: each board has its own, by whichever column tells it; a shape is refused whole',
  async (t) => {
    const { rows, problems } = await readFixture('territories')
    matchPlaces(t, placesOf(problems), [
      '4: geometry: valeur manquante',
      "5: board: le code de l'organisme scolaire manque",
      "6: geometry: un contour n'est pas fermé",
      '7: geometry: la position [48, -68] est hors du Québec',
      "8: geometry: ce n'est pas une géométrie GeoJSON de ces types : Polygon, MultiPolygon",
      "9: geometry: ce n'est pas une géométrie GeoJSON",
      "10: geometry: ce n'est pas une géométrie GeoJSON",
      "11: geometry: ce n'est pas une géométrie GeoJSON",
    ])
    const ring = [[-68, 48], [-67, 48], [-67, 49], [-68, 48]] // prettier-ignore
    t.match(rowsOf(rows), [
      {
        ...{ board: '911000', name: 'CSS des Érables', language: 'Franco' },
        geometry: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
      },
      {
        board: '912000',
        name: 'Maple Ridge',
        language: 'Anglo',
        geometry: /^{"type":"MultiPolygon","coordinates":\[\[/,
      },
    ])
  },
)

void t.test('buildings: the area with the rest, and nothing for what a file leaves empty', async (t) => {
  const { rows, problems, summary } = await readFixture('buildings')
  matchPlaces(t, placesOf(problems), [
    '4: CD_IMM: déjà donné à la ligne 2',
    '5: NOM_OFFCL: valeur manquante',
    '5: COORD_X_LL84: « 48.1 » et « -68.1 » sont inversés',
    "5: SUP_TOTALE: « grand » n'est pas un nombre",
  ])
  t.strictSame(summary.notices, [])
  const unknown = { coordinates: null, municipality: null, mrc: null, region: null, areaM2: null }
  t.strictSame(rowsOf(rows), [
    {
      ...{ ...unknown, code: '911101', name: 'Pavillon 1' },
      ...{ coordinates: [-68.1, 48.1], municipality: 'Val-Doré', areaM2: 2140.5 },
    },
    { code: '911102', name: 'Entrepôt', ...unknown },
  ])
})

void t.test('private and higher-education: a place without a code is a building of the same code', async (t) => {
  for (const id of ['private', 'higher-education']) {
    const { rows, problems } = await readFixture(id)
    matchPlaces(t, placesOf(problems), [
      '5: NOM_OFFCL: « Collège du lac » ici, mais « Collège du Lac » à la ligne 3',
      '6: déjà donné à la ligne 2 (même code, building)',
      '7: CD_ORGNS: « 1500 » a moins de 6 chiffres',
    ])
    t.match(rowsOf(rows), [
      {
        ...{ code: '091001', name: 'Collège des Cèdres', sector: id, type: 'Établissement privé' },
        building: { code: '091001', name: 'Collège des Cèdres', coordinates: [-68.1, 48.1], municipality: 'Val-Doré' },
      },
      { code: '091002', type: null, building: { code: '091102', name: 'Pavillon A', coordinates: null } },
      { code: '091002', building: { code: '091103', name: 'Pavillon B' } },
    ])
  }
})

void t.test('deprivation: what is not published is unknown, even if the file lets it slip', async (t) => {
  const { rows, problems } = await readFixture('deprivation')
  matchPlaces(t, placesOf(problems), [
    '6: déjà donné à la ligne 2 (même school, school_year, level)',
    "7: Annee_Scol: « 2021 » n'est pas une année scolaire",
    "7: Niveau: rien ne dit de quel ordre d'enseignement",
    "7: Diffusion: « peut-être » n'est pas reconnu",
    "7: Rang_Decile_IMSE: « 11 » n'est pas un rang décile",
    "7: SFR: « -1 » n'est pas un nombre",
    "7: Rang_Decile_SFR: « 0 » n'est pas un nombre entier de 1 ou plus",
    "7: Nbre_Eleves: « 1.5 » n'est pas un nombre entier",
  ])
  const unknown = { schoolYear: '2021-2022', imse: null, imseDecile: null, sfr: null, sfrDecile: null, pupils: null }
  t.strictSame(rowsOf(rows), [
    { ...unknown, school: '911001', level: 'primary', imse: 12.5, imseDecile: 7, sfr: 8.2, sfrDecile: 5, pupils: 201 },
    { ...unknown, school: '911001', level: 'secondary', imse: 16, imseDecile: 8, sfr: 9, sfrDecile: 6, pupils: 200 },
    { ...unknown, school: '911002', level: 'primary' },
    { ...unknown, school: '911003', level: 'primary' },
  ])
})

void t.test("deprivation: the file's name tells the level when no column does", async (t) => {
  const content = 'Code_Org,IMSE,Annee_Scol\n911001,12.5,2021-2022\n'
  const names = {
    'imse-primaire.csv': 'primary',
    'IMSE_SEC_2021.csv': 'secondary',
    'prim-sec.csv': null,
    'a.csv': null,
  }
  const dir = t.testdir(Object.fromEntries(Object.keys(names).map((name) => [name, content])))
  const kind = await loadPlugin<InputKind<{ level: string }, IngestTexts>>('src/ingest', 'deprivation')
  for (const [name, level] of Object.entries(names)) {
    const { rows } = await readAll(kind, `${dir}/${name}`)
    t.equal(rows[0]?.row.level ?? null, level, name)
  }
})

void t.test('catalogue: an item in a category counts for so many units, at a price', async (t) => {
  const { rows, problems } = await readFixture('catalogue')
  matchPlaces(t, placesOf(problems), [
    '4: déjà donné à la ligne 2 (même category, item)',
    '5: Article: valeur manquante',
    "5: Unités: « 0 » n'est pas un nombre entier de 1 ou plus",
    "5: Prix: « x » n'est pas un montant",
  ])
  t.strictSame(rowsOf(rows), [
    { category: 'robotique', item: 'Trousse de robots', unitsEach: 6, priceCents: 118_000 },
    { category: 'laboratoire-creatif', item: 'Imprimante 3D', unitsEach: 1, priceCents: null },
  ])
})

void t.test('a problem is one line, safe to print, in the language asked for', async (t) => {
  const dir = t.testdir({
    'effectif.csv': `school,school_year,sector,pupils\n911001,2018-2019,youth,"\u001b[31m${'9'.repeat(60)}\n!"\n`,
  })
  const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', 'enrolment')
  const { problems } = await readAll(kind, `${dir}/effectif.csv`, 'en')
  t.strictSame(
    problems.map((problem) => problemLine({ ...problem, file: 'effectif.csv' })),
    [
      `effectif.csv:2: pupils: "\ufffd[31m${'9'.repeat(35)}…" is not a whole number, zero or more: write it in digits, without decimals or commas`,
    ],
  )
  t.equal(
    problemLine({ file: 'a\nb.csv', line: 3, column: null, message: 'quelque chose' }),
    'a b.csv:3: quelque chose',
  )
})
