import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import ofds from '../../../maps/formats/ofds.js'
import { uuidOf } from '../../../maps/formats/ofds/uuid.js'
import type { IngestTexts } from '../../../src/ingest/reading/define-input.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import { loadPlugin } from '../../../src/lib/plugins.js'
import type { InputKind, PopRow, WanLinkRow } from '../../../src/model/input-kind.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { readAll } from '../../ingest/read-all.js'
import { sharedPath, skipWithout } from '../../shared.js'
import { fuller } from '../samples/fuller.js'
import { inventedBoard, randomProvince } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'

const french = messagesFor('fr')

interface Package {
  readonly networks: readonly {
    readonly id: string
    readonly name?: string
    readonly nodes?: readonly Record<string, unknown>[]
    readonly spans?: readonly Record<string, unknown>[]
    readonly organisations?: readonly object[]
  }[]
}

async function textOf(input: MapInput): Promise<string> {
  const [file] = await ofds.render(input, french)
  if (file === undefined) throw new Error('no file')
  return String(file.content)
}
const packageOf = async (input: MapInput): Promise<Package> => JSON.parse(await textOf(input)) as Package

/** All that our links may be, and the standard has no word for. */
const uneven: MapInput = {
  ...fuller,
  wanLinks: [
    ...fuller.wanLinks,
    ...fuller.wanLinks.slice(0, 1).map((link) => ({
      ...link,
      ...({ id: 'SAT', b: 'POP-ANSE', medium: 'satellite', role: 'backup', network: null } as const),
    })),
  ],
}

void t.test('a network for each that links name: its spans, their ends, who has a part in it', async (t) => {
  const { networks } = await packageOf(uneven)
  t.strictSame(
    networks.map(({ name }) => name),
    ['RISQ', undefined],
  )
  const [risq, other] = networks
  t.match(risq, {
    id: /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    nodes: [
      {
        id: '799001',
        name: 'Pavillon des Galets',
        location: { type: 'Point', coordinates: [-68.2, 48.4] },
        physicalInfrastructureProvider: { id: '799000' },
      },
      { id: 'POP-ANSE', type: ['pop'] },
    ],
    spans: [
      {
        ...{ id: 'L1', name: 'Dorsale', status: 'operational', start: '799001', end: 'POP-ANSE', capacity: 1 },
        ...{ transmissionMedium: ['fibre'], countries: ['CA'] },
        networkProviders: [{ name: 'Réseau collectif des Battures' }],
      },
    ],
    organisations: [{ id: '799000' }, { name: 'Réseau collectif des Battures', roles: ['networkProvider'] }],
  })
  t.strictSame((risq?.spans?.[0]?.['route'] as { coordinates: unknown }).coordinates, [
    [-68.2, 48.4],
    [-68.24, 48.433333],
    [-68.25, 48.44],
    [-68.3, 48.45],
  ])
  // A POP is one in its own network alone; a straight line is no route.
  t.notOk(other?.nodes?.find(({ id }) => id === 'POP-ANSE')?.['type'])
  t.match(
    other?.spans?.find(({ id }) => id === 'L2'),
    { capacity: 0.05, cartable: { capacityUp: 0.01 } },
  )
  t.notOk('route' in (other?.spans?.find(({ id }) => id === 'L2') ?? {}))
  t.notMatch(await textOf(uneven), 'null')
})

void t.test('a map for everybody has no route, and none has a cost', async (t) => {
  const open = await textOf({ ...uneven, drawing: { ...uneven.drawing, isPublic: true } })
  t.notMatch(open, '"route"')
  t.notMatch(await textOf(uneven), /125000|125[0.]{3}|ontract/)
})

void t.test('the id of a name is always the same, and another name’s another', (t) => {
  t.equal(uuidOf('RISQ'), uuidOf('RISQ'))
  t.not(uuidOf('RISQ'), uuidOf('RCIF'))
  t.end()
})

void t.test('what is written is read back as the same links and POPs', async (t) => {
  for (const input of [uneven, inventedBoard()]) {
    const path = join(t.testdir(), 'ofds.json')
    writeFileSync(path, await textOf(input))
    const pops = await readAll(await loadPlugin<InputKind<PopRow, IngestTexts>>('src/ingest', 'pops'), path)
    t.strictSame(pops.problems, [])
    t.strictSame(
      pops.rows
        .map(({ row: { id, name, network, kind, coordinates } }) => ({ id, name, network, kind, coordinates }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      [...input.pops].sort((a, b) => (a.id < b.id ? -1 : 1)),
    )
    const links = await readAll(await loadPlugin<InputKind<WanLinkRow, IngestTexts>>('src/ingest', 'wan-links'), path)
    t.strictSame(links.problems, [])
    const facts = (link: Omit<WanLinkRow, 'aAt' | 'bAt'>): object => ({
      ...{ id: link.id, name: link.name, provider: link.provider, network: link.network, a: link.a, b: link.b },
      ...{ medium: link.medium, capacityDownBps: link.capacityDownBps, capacityUpBps: link.capacityUpBps },
      ...{ status: link.status, role: link.role, hasRoute: link.route !== null },
    })
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
    t.strictSame(
      links.rows
        .map(({ row }) => row)
        .sort(byId)
        .map(facts),
      [...input.wanLinks].sort(byId).map(facts),
    )
  }
})

const schema = sharedPath('schemas', 'ofds-0.3-network-schema.json')

void t.test('each network is valid by the standard’s JSON Schema', { skip: skipWithout(schema) }, async (t) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  // An IRI is a URI that may have letters with accents: no library here knows it, and each of ours is plain.
  ajv.addFormat('iri', (text: string) => /^https?:\/\/[!-~]+$/.test(text))
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
  for (const input of [uneven, inventedBoard(), randomProvince(500), { ...twoSchools, wanLinks: [] }]) {
    for (const network of (await packageOf(input)).networks) {
      validate(network)
      t.strictSame(validate.errors ?? [], [], network.name ?? 'without name')
    }
  }
  t.equal(validate({ id: 'x', links: [] }), false, 'it does refuse')
  t.strictSame((await packageOf({ ...twoSchools, wanLinks: [], pops: [] })).networks, [])
})
