import { readFileSync } from 'node:fs'
import type { FeatureCollection, MultiPolygon } from 'geojson'
import { shipped } from '../../../src/lib/paths.js'
import { PLAIN_DRAWING, type MapInput } from '../../../src/model/map-format.js'
import type { Building, School } from '../../../src/model/organisation.js'
import type { Gap, GapReason, Level, LinkLoad, Shortfall } from '../../../src/model/records.js'
import type { Pop, WanLink } from '../../../src/model/wan-link.js'

/** One building with its own school and its own access link, as a line of a table. */
interface Site {
  readonly code: string
  readonly name: string
  readonly municipality: string
  readonly place: readonly [number, number] | null
  readonly pupils: number | null
  /** Mbit/s of its access; null when it has none, 0 when it is not known. */
  readonly accessMbps: number | null
  /** Mbit/s that are left to it where the links behind are shared. */
  readonly upstreamMbps: number
  readonly behind: string
}

const orders = { preschool: true, primary: true, secondary: true, vocational: false, adult: false }
const BOARD = { code: '799000', name: 'Centre de services scolaire des Battures', language: 'Franco' as const }

function levelOf(ratio: number): Level {
  return ratio >= 1 ? 'ok' : ratio >= 0.8 ? 'tight' : ratio >= 0.5 ? 'short' : 'critical'
}

const linkId = (site: Site): string => `ACC-${site.code}`

function gapOf(site: Site, index: number): Gap {
  const known = site.pupils !== null && site.accessMbps !== null && site.accessMbps > 0
  const demand = site.pupils === null ? null : site.pupils * 1e6
  const share = known ? Math.min(site.accessMbps ?? 0, site.upstreamMbps) * 1e6 : null
  const ratio = share === null || demand === null ? null : share / demand
  const level = site.accessMbps === null ? 'unlinked' : ratio === null ? 'unknown' : levelOf(ratio)
  const narrow = ratio !== null && ratio < 1
  const reasons: GapReason[] = [
    ...(site.accessMbps === null ? [{ code: 'no-link' as const, about: [] }] : []),
    ...(site.accessMbps === 0 ? [{ code: 'capacity-missing' as const, about: [linkId(site)] }] : []),
    ...(site.pupils === null ? [{ code: 'enrolment-missing' as const, about: [`E${site.code}`] }] : []),
    ...(site.place === null ? [{ code: 'no-coordinates' as const, about: [] }] : []),
  ]
  return {
    building: site.code,
    name: site.name,
    board: BOARD.code,
    region: 'Bas-Saint-Laurent',
    schools: [`E${site.code}`],
    pupils: site.pupils,
    schoolYear: '2018-2019',
    profile: 'ontario-2016',
    demandDownBps: demand,
    demandUpBps: null,
    shareDownBps: share,
    shareUpBps: null,
    ratio,
    level,
    bpsPerPupil: share === null || site.pupils === null ? null : share / site.pupils,
    path: site.accessMbps === null ? [] : [linkId(site), ...(site.behind.startsWith('POP') ? [] : ['DORSALE'])],
    bottleneck: narrow ? ((site.accessMbps ?? 0) <= site.upstreamMbps ? linkId(site) : 'DORSALE') : null,
    oversubscription: ratio === null ? null : 1 / ratio,
    measuredUse: null,
    monthsUntilFull: null,
    singlePointOfFailure: index % 4 !== 0,
    incomplete: site.pupils === null,
    estimated: false,
    reasons,
    closing:
      narrow && (site.accessMbps ?? 0) <= site.upstreamMbps
        ? [{ link: linkId(site), fromBps: (site.accessMbps ?? 0) * 1e6, toBps: 1e9 }]
        : [],
  }
}

function shortfallsOf(site: Site): Shortfall[] {
  const pupils = site.pupils ?? 0
  const lot = (category: string, target: number, inService: number): Shortfall => ({
    school: `E${site.code}`,
    name: site.name,
    board: BOARD.code,
    category,
    schoolYear: '2018-2019',
    pupils: site.pupils,
    target: site.pupils === null ? null : target,
    inService,
    pastLife: 0,
    broken: 0,
    shortfall: site.pupils === null ? null : Math.max(0, target - inService),
    percent: site.pupils === null ? null : (100 * inService) / target,
    pupilsPerDevice: null,
    costCents: null,
    because: '',
  })
  return [
    lot('robotique', 1 + Math.ceil(pupils / 100), Math.floor(pupils / 90)),
    lot('laboratoire-creatif', 1 + Math.ceil(pupils / 300), 1),
    lot('flotte', 10 + Math.ceil(pupils / 5), Math.floor(pupils / 6)),
  ]
}

function accessOf(site: Site): WanLink[] {
  if (site.accessMbps === null) return []
  const bps = site.accessMbps === 0 ? null : site.accessMbps * 1e6
  return [
    {
      id: linkId(site),
      name: `Accès ${site.name}`,
      provider: 'Réseau collectif des Battures',
      network: 'RISQ',
      a: site.code,
      b: site.behind,
      medium: (site.accessMbps ?? 0) < 100 ? 'copper' : 'fibre',
      capacityDownBps: bps,
      capacityUpBps: bps,
      status: 'operational',
      role: 'primary',
      monthlyCostCents: 42_500,
      contractEnd: '2027-06-30',
    },
  ]
}

function loadOf(link: WanLink, sites: readonly Site[]): LinkLoad {
  const behind = sites.filter((site) => linkId(site) === link.id || (link.id === 'DORSALE' && site.behind === '799001'))
  const demand = behind.reduce((total, { pupils }) => total + (pupils ?? 0) * 1e6, 0)
  const load = link.capacityDownBps === null ? null : demand / link.capacityDownBps
  const level = load === null ? 'unknown' : load === 0 ? 'ok' : levelOf(1 / load)
  return { link: link.id, demandDownBps: demand, demandUpBps: null, load, level }
}

/** What a file does not tell of a link. */
const NO_MORE = { burstDownBps: null, burstUpBps: null, source: null, route: null } as const

function inputOf(sites: readonly Site[], extra: readonly WanLink[], pops: readonly Pop[]): MapInput {
  const wanLinks = [...sites.flatMap(accessOf), ...extra]
  return {
    boards: [{ ...BOARD, municipality: 'Anse-Grise' }],
    schools: sites.map(({ code, name }): School => ({
      code: `E${code}`,
      name: `École ${name}`,
      board: BOARD.code,
      orders,
    })),
    buildings: sites.map(({ code, name, municipality, place }): Building => ({
      code,
      name,
      municipality,
      coordinates: place,
      mrc: 'Les Battures',
      region: 'Bas-Saint-Laurent',
      areaM2: null,
    })),
    schoolParts: sites.map(({ code }) => ({
      school: `E${code}`,
      building: code,
      share: 1,
      method: 'whole' as const,
      orders,
    })),
    gaps: sites.map(gapOf),
    linkLoads: wanLinks.filter(({ status }) => status === 'operational').map((link) => loadOf(link, sites)),
    shortfalls: sites.flatMap(shortfallsOf),
    wanLinks: wanLinks.map((link) => ({ ...link, ...NO_MORE })),
    views: [],
    roadmap: [],
    measures: new Map(),
    schoolPupils: new Map(sites.map(({ code, pupils }) => [`E${code}`, pupils])),
    drawing: PLAIN_DRAWING,
    pops,
    territories: [],
    devices: Object.fromEntries(sites.slice(2).map(({ code }, i) => [code, { answered: 4 + i, failed: i % 3 }])),
    profile: 'ontario-2016',
    schoolYear: '2018-2019',
    generatedAt: '2026-11-23T19:05:00Z',
  }
}

const HUB = '799001'
const site = (
  code: string,
  name: string,
  municipality: string,
  place: Site['place'],
  pupils: number | null,
  accessMbps: number | null,
  upstreamMbps = 1e4,
  behind = HUB,
): Site => ({ code, name, municipality, place, pupils, accessMbps, upstreamMbps, behind })

const SITES: readonly Site[] = [
  site('799001', 'Centre administratif', 'Anse-Grise', [-68.525, 48.452], 40, 2000, 1e4, 'POP-ANSE'),
  site('799002', 'École secondaire de la Marée', 'Anse-Grise', [-68.501, 48.461], 912, 1000, 750),
  site('799003', 'Pavillon des Galets', 'Anse-Grise', [-68.547, 48.441], 418, 1000),
  site('799004', 'Pavillon du Phare', 'Pointe-au-Phare', [-68.31, 48.562], 231, 100),
  site('799005', 'Pavillon de la Rive', 'Saint-Alcide', [-68.15, 48.6], 144, 50),
  site('799006', 'École de la Grève', 'Baie-des-Sternes', [-67.93, 48.68], 187, 100),
  site('799007', 'École des Trois-Îlets', 'Trois-Îlets', [-67.6, 48.79], 96, 100),
  site('799008', 'École du Plateau', 'Sainte-Odile-du-Plateau', [-68.36, 48.3], 133, 100),
  site('799009', 'École de l’Érablière', 'Mont-Brûlé', [-68.05, 48.36], 74, 25),
  site('799010', 'École du Lac', 'Lac-aux-Huards', [-67.78, 48.43], 58, null),
  site('799011', 'École du Vallon', 'Saint-Fabrice', [-68.82, 48.29], 121, 100),
  site('799012', 'École de la Savane', 'Saint-Elme', [-68.68, 48.17], 88, 100),
  site('799013', 'École secondaire du Littoral', 'Baie-des-Sternes', [-67.96, 48.66], 486, 1000, 410),
  site('799014', 'Centre de formation du Quai', 'Anse-Grise', [-68.515, 48.447], null, 100),
  site('799015', 'École du Portage', 'Portage-Neuf', null, 63, 0),
]

const BACKBONE: readonly WanLink[] = [
  {
    id: 'DORSALE',
    name: 'Dorsale Anse-Grise',
    provider: 'Réseau collectif des Battures',
    network: 'RISQ',
    a: HUB,
    b: 'POP-ANSE',
    medium: 'fibre',
    capacityDownBps: 2e9,
    capacityUpBps: 2e9,
    status: 'operational',
    role: 'primary',
    monthlyCostCents: 390_000,
    contractEnd: '2028-06-30',
  },
  {
    id: 'SEC-1',
    name: 'Secours du Littoral',
    provider: 'Ondes du Fleuve',
    network: null,
    a: '799013',
    b: 'POP-MATANE',
    medium: 'microwave',
    capacityDownBps: 100e6,
    capacityUpBps: 100e6,
    status: 'operational',
    role: 'backup',
    monthlyCostCents: 80_000,
    contractEnd: null,
  },
  {
    id: 'PROJ-1',
    name: 'Projet Lac-aux-Huards',
    provider: null,
    network: null,
    a: '799010',
    b: '799009',
    medium: 'fibre',
    capacityDownBps: 1e9,
    capacityUpBps: 1e9,
    status: 'planned',
    role: 'primary',
    monthlyCostCents: null,
    contractEnd: null,
  },
]

const POPS: readonly Pop[] = [
  { id: 'POP-ANSE', name: 'POP Anse-Grise', network: 'RISQ', kind: 'pop', coordinates: [-68.56, 48.485] },
  { id: 'POP-MATANE', name: 'POP de la Rive', network: 'RISQ', kind: 'pop', coordinates: [-67.53, 48.85] },
]

/** An invented board on the lower St. Lawrence: 15 buildings of every level, one of them without coordinates. */
export function inventedBoard(): MapInput {
  return inputOf(SITES, BACKBONE, POPS)
}

/** Numbers in [0, 1), always the same (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function insideQuebec(): (lon: number, lat: number) => boolean {
  const text = readFileSync(shipped('data', 'reference', 'quebec.geojson'), 'utf8')
  const outline = JSON.parse(text) as FeatureCollection<MultiPolygon>
  const rings = outline.features.flatMap(({ geometry }) => geometry.coordinates.flat())
  return (lon, lat) =>
    rings.reduce((inside, ring) => {
      const crossings = ring.slice(1).filter(([x2 = 0, y2 = 0], i) => {
        const [x1 = 0, y1 = 0] = ring[i] ?? []
        return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1
      })
      return inside !== (crossings.length % 2 === 1)
    }, false)
}

/** As many buildings as asked, at seeded places inside Québec, most of them in the south. */
export function randomProvince(count: number): MapInput {
  const random = seeded(32)
  const inside = insideQuebec()
  const hubs = Array.from({ length: 40 }, (_, i) => ({ id: `POP-${i}`, place: placeIn(random, inside) }))
  const sites = Array.from({ length: count }, (_, i) => {
    const hub = hubs[Math.floor(random() * hubs.length)] ?? { id: 'POP-0', place: [-71, 47] as const }
    const near = (): [number, number] => [
      hub.place[0] + (random() + random() + random() - 1.5) * 1.2,
      hub.place[1] + (random() + random() + random() - 1.5) * 0.8,
    ]
    let place = near()
    for (let tries = 0; !inside(...place); tries++) place = tries < 20 ? near() : placeIn(random, inside)
    const code = String(700_001 + i)
    const pupils = random() < 0.04 ? null : Math.round(20 + 900 * random() ** 3)
    const accessMbps = random() < 0.03 ? null : ([20, 100, 100, 1000, 1000][Math.floor(random() * 5)] ?? 100)
    return site(
      code,
      `École numéro ${i + 1} de la Rivière-aux-Outardes`,
      `Municipalité ${i % 700}`,
      place,
      pupils,
      accessMbps,
      1e4,
      hub.id,
    )
  })
  const pops = hubs.map(({ id, place }): Pop => ({
    id,
    name: `Nœud ${id}`,
    network: 'RISQ',
    kind: 'pop',
    coordinates: place,
  }))
  return inputOf(sites, [], pops)
}

function placeIn(random: () => number, inside: (lon: number, lat: number) => boolean): [number, number] {
  for (;;) {
    const place: [number, number] = [-79.5 + 15 * random(), 45 + 5.5 * random() ** 2]
    if (inside(...place)) return place
  }
}
