import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import t, { type Test } from 'tap'
import { listPlugins } from '../../src/lib/plugins.js'
import { openStore } from '../../src/store/database.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { BLANK_INTERFACE, BLANK_READING } from '../blank.js'
import { boardFor, sample } from './board.js'

type Row = Readonly<Record<string, unknown>>

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

async function layer(folder: string, name: string): Promise<readonly Row[]> {
  const text = await readFile(join(folder, `${name}.geojson`), 'utf8')
  return (JSON.parse(text) as FeatureCollection).features.map(({ properties }) => properties ?? {})
}

const codes = (rows: readonly Row[], key = 'building'): unknown[] => rows.map((row) => row[key])

t.test('a filter draws buildings, their links as far as the POP, and nothing else; figures stay', async (t) => {
  const { folder, ran } = await boardFor(t)
  await ran('carte', '--format', 'geojson', '--out', 'tout')
  const all = await layer(join(folder, 'tout'), 'buildings')
  t.equal(all.length, 15)

  await t.test('by level, in the words of the language or the codes', async (t) => {
    // Courlis (three links on its way to Baie-Comeau) and Bout-du-Quai, by satellite to Forestville.
    for (const [word, ...more] of [['Critique'], ['critical', '--lang', 'en'], ['CRITICAL']]) {
      const { code, err } = await ran('map', '--format', 'geojson', '--out', 'niveau', '--level', word ?? '', ...more)
      t.equal(code, 0, err)
      t.match(
        plain(err),
        /(Dessinés : immeubles 2 sur 15, liens 4|Drawn: buildings 2 of 15, links 4), (points de présence|points of presence) 2/,
      )
      const drawn = await layer(join(folder, 'niveau'), 'buildings')
      t.strictSame(
        drawn,
        all.filter(({ level }) => level === 'critical'),
      )
    }
  })

  await t.test('by place: the path of a building goes on to its POP, over buildings that are not drawn', async (t) => {
    // Galets (-67.3046, 49.4221) goes by Deux-Brumes and the administrative centre to Baie-Comeau.
    const { code, err } = await ran('map', '--format', 'geojson', '--out', 'lieu', '--bbox', '-67.306,49.4,-67.3,49.45')
    t.equal(code, 0, err)
    t.strictSame(codes(await layer(join(folder, 'lieu'), 'buildings')), ['798104'])
    t.strictSame(codes(await layer(join(folder, 'lieu'), 'wan-links'), 'id'), ['FAO-00', 'FAO-04', 'FAO-07'])
    t.strictSame(codes(await layer(join(folder, 'lieu'), 'pops'), 'id'), ['POP-BCO'])
  })

  await t.test('by order of teaching, region and board, accents and capitals apart', async (t) => {
    const asked = ['--order', 'professionnelle', '--region', 'cote nord', '--board', '798000']
    const { code, err } = await ran('carte', '--format', 'geojson', '--out', 'ordre', ...asked)
    t.equal(code, 0, err)
    t.strictSame(codes(await layer(join(folder, 'ordre'), 'buildings')), ['798112'])
  })

  await t.test('what is not known is named with what there is; a filter that leaves nothing is an error', async (t) => {
    const wrong = async (expected: RegExp, ...args: readonly string[]): Promise<void> => {
      const { code, err } = await ran('map', '--lang', 'en', ...args)
      t.match(plain(err), expected)
      t.equal(code, expected.source.includes('Nothing') ? 1 : 2)
    }
    await wrong(/--board: "799000" is not known here\nKnown: 798000\./, '--board', '799000')
    await wrong(/--region: "Estrie" is not known here\nKnown: Côte-Nord\./, '--region', 'Côte-Nord,Estrie')
    await wrong(/--level: "bad".*\nKnown: critical, short, tight, sufficient, unlinked, unknown\./, '--level', 'bad')
    await wrong(/--order: "cégep".*\nKnown: preschool, primary, secondary, vocational, adult\./, '--order', 'cégep')
    await wrong(/"1,2,3" is no rectangle\nFour numbers are expected/, '--bbox', '1,2,3')
    await wrong(/is no rectangle/, '--bbox', '-67,48,-69,50')
    await wrong(/"far" is no number of metres/, '--simplify', 'far')
    await wrong(
      /Nothing is left to draw: none of the known buildings \(15\) fits all filters\nFilters asked for: --level short, --bbox -60,45,-59,46/,
      ...['--level', 'short', '--bbox', '-60,45,-59,46'],
    )
  })

  await t.test('a dry run says what would be written, and writes nothing', async (t) => {
    const { out, err } = await ran('carte', '--dry-run', '--out', 'rien')
    t.match(plain(out), /^buildings\.geojson +\d+(,\d)? Kio$/m)
    t.match(plain(err), /Rien n'est écrit; le seraient \(6\) :/)
    t.notOk((await readdir(folder)).includes('rien'))
  })
})

const ROUTE = [
  [-68.2441, 49.1612],
  [-68.20551, 49.19773],
  [-68.156, 49.2235],
]
/** What no public file may hold, and where it was put. */
const PLANTED: Readonly<Record<string, string>> = {
  'device name': 'eiders-secret-sw1',
  address: '10.66.7.8',
  'MAC address': 'aa:bb:cc:66:77:88',
  'serial number': 'SGSECRET66',
  model: 'Modèle-Secret',
  contact: 'Zoé Inventée',
  place: 'Armoire derrière la scène',
  'circuit number': 'CIRCUIT-66',
  'link name': 'Vers le local 66',
  cost: '88776655',
  'contract end': '2039-09-09',
  source: 'Contrat confidentiel 66',
  route: '68.20551',
  'override reason': 'parce que Zoé le dit',
  'override author': 'z.inventee',
}

/** A board where each of these stands where it would. */
async function plantedBoard(t: Test): ReturnType<typeof boardFor> {
  const board = await boardFor(t)
  const { folder, ran } = board
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const [head = '', ...lines] = (await readFile(sample('liens.csv'), 'utf8')).trim().split('\n')
  const links = lines.map((line) => {
    if (!line.startsWith('FAO-01,')) return `${line},,`
    const cells = [
      'CIRCUIT-66',
      'Vers le local 66',
      'Fibre du CSS',
      'Fibre',
      '798101',
      '798113',
      'fibre',
      '1000',
      '1000',
    ]
    const geometry = quoted(JSON.stringify({ type: 'LineString', coordinates: ROUTE }))
    return [...cells, 'operational', 'primary', '88776655.44', '2039-09-09', 'Contrat confidentiel 66', geometry].join(
      ',',
    )
  })
  await writeFile(join(folder, 'liens.csv'), [`${head},source,geometry`, ...links].join('\n'))
  await writeFile(join(folder, 'reseaux.csv'), 'cidr,building,role\n10.66.7.0/24,798101,lan\n')
  for (const kind of ['wan-links', 'networks']) {
    const file = kind === 'networks' ? 'reseaux.csv' : 'liens.csv'
    const { code, err } = await ran('import', kind, file)
    t.equal(code, 0, err)
  }
  const store = await openStore(join(folder, 'cartable.db'), { create: false })
  const at = new Date().toISOString()
  const id = await startScan(store.db, { board: '', targets: 'all', at })
  const value = {
    ...BLANK_READING,
    sysName: 'eiders-secret-sw1',
    sysContact: 'Zoé Inventée',
    sysLocation: 'Armoire derrière la scène',
    serialNumber: 'SGSECRET66',
    model: 'Modèle-Secret',
    interfaces: [{ ...BLANK_INTERFACE, ifIndex: 1, ifName: '1/1/1', physAddress: 'aa:bb:cc:66:77:88' }],
  }
  const outcome = { status: 'answered', value } as const
  const result = { address: '10.66.7.8', outcome, credential: null, keep: true, at }
  await writeResults(store.db, { id, board: '' }, [result])
  await store.close()
  const why = ['--why', 'parce que Zoé le dit', '--who', 'z.inventee']
  const said = await ran('override', 'building', '798102', '--name', 'Pavillon corrigé', ...why)
  t.equal(said.code, 0, said.err)
  return board
}

t.test('nothing planted comes out of a public map, in any form', async (t) => {
  const { folder, ran } = await plantedBoard(t)
  const shown = await ran('montrer', '10.66.7.8')
  t.match(shown.out, /eiders-secret-sw1/, 'it is in the database')
  await ran('map', '--format', 'geojson', '--out', 'interne')
  const own = await readFile(join(folder, 'interne', 'wan-links.geojson'), 'utf8')
  for (const what of ['circuit number', 'link name', 'cost', 'contract end'])
    t.ok(own.includes(PLANTED[what] ?? '?'), what)
  t.match(await layer(join(folder, 'interne'), 'buildings'), [{ building: '798101', devices_answered: 1 }])

  for (const [language, form] of ['fr', 'en'].flatMap((lang) =>
    listPlugins('maps/formats').map((id) => [lang, id] as const),
  )) {
    const out = join('out', language, form)
    const rules = ['--rules', sample('regles-combo.yaml')]
    const made = await ran('map', '--public', '--format', form, '--out', out, '--lang', language, ...rules)
    t.equal(made.code, 0, made.err)
    for (const file of await readdir(join(folder, out))) {
      const bytes = await readFile(join(folder, out, file))
      for (const encoding of ['utf8', 'latin1', 'utf16le'] as const) {
        const text = bytes.toString(encoding)
        const found = Object.entries(PLANTED).filter(([, value]) => text.includes(value))
        t.strictSame(found, [], `${language} ${form} ${file}`)
      }
    }
  }
})

t.test('a public map tells what it withholds, in its layers, its dictionary, and to the person', async (t) => {
  const { folder, ran } = await boardFor(t)
  const { code, err } = await ran('carte', '--public', '--format', 'geojson', '--out', 'carte')
  t.equal(code, 0)
  t.match(plain(err), /chiffres sont retenus.*moins de 30 élèves \(immeubles : 1; liens : 1\)/)
  t.match(plain(err), /metadonnees\.json : un portail demande aussi organisation, contact, email, frequency/)
  // The 27 pupils of Bout-du-Quai, behind a satellite link of their own.
  const [small, ...others] = (await layer(join(folder, 'carte'), 'buildings')).filter(({ suppressed }) => suppressed)
  t.match(small, { building: '798109', pupils: null, demand_down_bps: null, ratio: null, level: 'unknown' })
  t.strictSame(small?.['reasons'], [{ code: 'count-withheld', about: ['798009'] }])
  t.strictSame(others, [])
  const links = await layer(join(folder, 'carte'), 'wan-links')
  t.strictSame(
    links.filter(({ suppressed }) => suppressed).map(({ id, load, demand_down_bps: bps }) => [id, load, bps]),
    [['798109-POP-FOR', null, null]],
  )
  t.notOk(links.some(({ role, status }) => role === 'backup' || status !== 'operational'))
  t.match(plain(await readFile(join(folder, 'carte', 'dictionnaire.md'), 'utf8')), /`suppressed` \| booléen \| Vrai/)
  const english = await ran('map', '--public', '--format', 'html', '--out', 'map', '--lang', 'en')
  t.match(english.err, /Public map: figures are withheld .* \(buildings: 1; links: 1\)/)
  t.match(await readFile(join(folder, 'map', 'map.html'), 'utf8'), /fewer than 30 pupils/)
})

t.test("a public map's metadata are what a portal asks for, with who publishes from the configuration", async (t) => {
  const { folder, ran } = await boardFor(t)
  const who = 'organisation: CSS, contact: Direction des technologies, email: donnees@css.example, frequency: annual'
  await writeFile(join(folder, 'cartable.yaml'), `publication: { ${who} }\n`)
  const { code, err } = await ran('carte', '--public', '--format', 'csv,geojson', '--region', 'Côte-Nord')
  t.equal(code, 0, err)
  t.notMatch(err, /portail/)
  const text = await readFile(join(folder, 'carte', 'metadonnees.json'), 'utf8')
  const { fiche, ckan, dcat } = JSON.parse(text) as Record<string, Record<string, unknown>>
  t.match(fiche, {
    titre: 'Connectivité et équipement numérique des écoles',
    organisation: 'CSS',
    licence: { nom: 'CC BY 4.0' },
    responsable: 'Direction des technologies',
    courriel: 'donnees@css.example',
    frequence: 'annual',
    couvertureGeographique: { regions: ['Côte-Nord'], referentiel: 'EPSG:4326' },
    couvertureTemporelle: { debut: '2022-07-01', fin: '2023-06-30' },
  })
  t.match(ckan, { name: 'connectivite-et-equipement-numerique-des-ecoles', license_id: 'cc-by', owner_org: 'css' })
  t.match(dcat, { '@type': 'dcat:Dataset', 'dcat:contactPoint': { 'vcard:hasEmail': 'mailto:donnees@css.example' } })
  const { createHash } = await import('node:crypto')
  const written = (await readdir(join(folder, 'carte'))).filter((name) => name !== 'metadonnees.json').sort()
  const resources = fiche?.['ressources'] as readonly Row[]
  t.strictSame(codes(resources, 'name').sort(), written)
  for (const { name, size, hash, fields } of resources) {
    const bytes = await readFile(join(folder, 'carte', String(name)))
    t.equal(size, bytes.length)
    t.equal(hash, createHash('sha256').update(bytes).digest('hex'))
    if (!String(name).endsWith('.csv') || String(name).startsWith('dict')) continue
    const head = bytes.toString('utf8').split('\n', 1).join().split(',')
    const described = (fields as readonly Row[]).map((field) => field['name'])
    t.strictSame(head.slice(0, described.length), described, `${String(name)}: each column is described`)
  }
  await writeFile(join(folder, 'cartable.yaml'), 'publication: { email: personne }\n')
  const wrong = await ran('carte', '--public', '--lang', 'en')
  t.match(wrong.err, /cartable\.yaml:1:\d+: "publication\.email": an email address is expected/)
})
