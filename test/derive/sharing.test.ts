import t from 'tap'
import fc from 'fast-check'
import { inventedProvince, SCHOOL_YEAR, seeded } from '../../bench/derive/province.js'
import { deriveCapacity } from '../../src/derive/capacity.js'
import { deriveDemands } from '../../src/derive/demand.js'
import { findWays, pathOf } from '../../src/derive/paths.js'
import { Room } from '../../src/derive/room.js'
import { deriveSharing, isInNeed } from '../../src/derive/sharing.js'
import { deriveClusters } from '../../src/derive/sharing-clusters.js'
import { placesOf, spanOf, type Place } from '../../src/derive/spans.js'
import { distanceKm } from '../../src/lib/great-circle.js'
import type { CapacityInput } from '../../src/model/capacity.js'
import type { SharingRow } from '../../src/model/sharing.js'
import type { Pop, WanLink, WanLinkFacts } from '../../src/model/wan-link.js'
import { building, link, MBPS, network, pair, pop, profileNamed, pupils, school } from './network.js'

function facts(one: WanLink, route: string | null = null): WanLinkFacts {
  return { ...one, burstDownBps: null, burstUpBps: null, source: null, route }
}

function sharingOf(input: CapacityInput, wanLinks: readonly WanLinkFacts[], pops: readonly Pop[], withinKm: number) {
  const whole = { ...input, wanLinks, pops }
  const { gaps } = deriveCapacity(whole)
  const ways = findWays(wanLinks, pops)
  return deriveSharing({ ...whole, gaps, ways, demands: deriveDemands(whole), bothWays: false, withinKm })
}

/** A place some kilometres east and north of [-70, 46], where a degree of latitude is 111.195 km and one of longitude 0.6947 of it. */
const at = (eastKm: number, northKm: number): Place => [-70 + eastKm / 77.242, 46 + northKm / 111.195]

t.test('as a planner would reason: two boards, a backbone each, and a school between them', (t) => {
  // Board 1: its hub H1 (40 pupils) has 1 Gbit/s to the POP, 30 km west. School A (300 pupils) hangs on H1 by 500 Mbit/s.
  // Board 2: its hub H2 (100 pupils) has 200 Mbit/s to the same POP. School N (100 pupils) of board 2 has no link.
  // N is 4 km east of A, 9 km west of H2, and 3 km north of the fibre from H2 to the POP, which passes 3 km south of all.
  const schools = [school('A'), school('H1'), school('N', undefined, '900001'), school('H2', undefined, '900001')]
  const input = network({
    boards: ['900000', '900001'].map((code) => ({ code, name: code, language: null, municipality: null })),
    schools,
    buildings: [
      building('A', { coordinates: at(0, 0) }),
      building('H1', { coordinates: at(-8, 0) }),
      building('N', { coordinates: at(4, 0) }),
      building('H2', { coordinates: at(13, 0) }),
    ],
    schoolBuildings: schools.map(({ code }) => pair(code, code)),
    enrolment: [pupils('A', 300), pupils('H1', 40), pupils('N', 100), pupils('H2', 100)],
  })
  const south = { type: 'LineString', coordinates: [at(13, 0), at(13, -3), at(-30, -3), at(-30, 0)] }
  const links = [
    facts(link('A-H1', 'A', 'H1', 500)),
    facts(link('H1-POP', 'H1', 'POP', 1000)),
    facts(link('H2-POP', 'H2', 'POP', 200), JSON.stringify(south)),
  ]
  const { rows, alone } = sharingOf(input, links, [{ ...pop('POP'), coordinates: at(-30, 0) }], 15)
  t.strictSame(alone, [])
  t.strictSame(
    rows.map(({ place, placeKind, otherBoard }) => [place, placeKind, otherBoard]),
    [
      ['H2-POP', 'span', false],
      // 500 − 300 = 200 are left on the access of A, 1000 − 340 = 660 behind it.
      ['A', 'building', true],
    ],
  )
  const rowOf = (place: string): SharingRow | undefined => rows.find((row) => row.place === place)
  const near = (value: number | null | undefined, km: number): boolean => Math.abs((value ?? NaN) - km) < 0.05
  t.ok(near(rowOf('H2-POP')?.distanceKm, 3), '3 km south to the fibre')
  // West along it: 4 + 30 km, then 3 km north.
  t.ok(near(rowOf('H2-POP')?.popKm, 37), `${rowOf('H2-POP')?.popKm}`)
  t.match(rowOf('H2-POP'), {
    spareDownBps: 100 * MBPS,
    wouldGetDownBps: 100 * MBPS,
    wouldLevel: 'ok',
    isStraight: false,
  })
  t.ok(near(rowOf('A')?.distanceKm, 4))
  t.ok(near(rowOf('A')?.popKm, 30), '8 to H1, then 22')
  t.match(rowOf('A'), {
    spareDownBps: 200 * MBPS,
    wouldGetDownBps: 100 * MBPS,
    wouldLevel: 'ok',
    demandDownBps: 100 * MBPS,
  })

  const tight = links.map((one) => (one.id === 'H2-POP' ? { ...one, capacityDownBps: 150 * MBPS } : one))
  const shared = sharingOf(input, tight, [{ ...pop('POP'), coordinates: at(-30, 0) }], 3.5)
  // 150 Mbit/s for two who ask for 100 each: three quarters.
  t.match(shared.rows, [{ place: 'H2-POP', spareDownBps: 50 * MBPS, wouldGetDownBps: 75 * MBPS, wouldLevel: 'short' }])
  t.strictSame(sharingOf(input, links, [], 2).alone.includes('N'), true, 'nothing within 2 km')
  t.end()
})

const MOST = 7
const randomTree = fc.record({
  parents: fc.array(fc.nat({ max: 1000 }), { minLength: MOST, maxLength: MOST }),
  pupils: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: MOST, maxLength: MOST }),
  mbps: fc.array(fc.constantFrom(5, 50, 100, 300, 1000, 2000), { minLength: MOST, maxLength: MOST }),
  joins: fc.nat({ max: MOST - 1 }),
  newcomer: fc.integer({ min: 1, max: 900 }),
})

t.test('what a newcomer would get is what it gets when the network is derived with it', (t) => {
  fc.assert(
    fc.property(randomTree, ({ parents, pupils: counts, mbps, joins, newcomer }) => {
      const codes = counts.map((_, i) => `N${i}`)
      const links = parents.map((parent, i) => {
        const to = parent % (i + 1)
        return link(`L${i}`, `N${i}`, to === 0 ? 'POP' : `N${to - 1}`, mbps[i] ?? 1)
      })
      const inputOf = (all: readonly string[], wanLinks: readonly WanLink[]): CapacityInput =>
        network({
          ...{ schools: all.map((code) => school(code)), buildings: all.map((code) => building(code)), wanLinks },
          schoolBuildings: all.map((code) => pair(code, code)),
          enrolment: all.map((code, i) => pupils(code, code === 'NEW' ? newcomer : (counts[i] ?? 0))),
        })
      const before = inputOf(codes, links)
      const ways = findWays(links, before.pops)
      const demands = new Map([...deriveDemands(before)].map(([code, { downBps }]) => [code, downBps ?? 0]))
      const room = new Room({ ways, demands, capacityOf: ({ capacityDownBps }) => capacityDownBps })
      const said = room.levelFor(newcomer * MBPS, pathOf(`N${joins}`, ways))
      const after = deriveCapacity(inputOf([...codes, 'NEW'], [...links, link('LNEW', 'NEW', `N${joins}`, 1e6)]))
      const ratio = after.gaps.find((gap) => gap.building === 'NEW')?.ratio ?? NaN
      if (Math.abs((said ?? NaN) - ratio) > 1e-6) throw new Error(`${said} is said, ${ratio} is derived`)
    }),
    { seed: 20_181, numRuns: 500 },
  )
  t.pass('on 500 random networks')
  t.end()
})

t.test('on an invented province, what is nearest is what looking at everything finds', (t) => {
  const province = inventedProvince(7, 12)
  const input: CapacityInput = {
    ...province,
    profile: profileNamed('ontario-2016'),
    usersPerPupil: 1,
    schoolYear: SCHOOL_YEAR,
  }
  const { gaps } = deriveCapacity(input)
  const ways = findWays(input.wanLinks, input.pops)
  const { rows } = sharingOf(input, province.wanLinks, province.pops, 15)
  const placeOf = placesOf(province)
  const demands = new Map([...deriveDemands(input)].map(([code, { downBps }]) => [code, downBps ?? 0]))
  const room = new Room({ ways, demands, capacityOf: ({ capacityDownBps }) => capacityDownBps })
  const random = seeded(99)
  const needy = gaps.filter(isInNeed).filter(() => random() < 0.03)
  t.ok(needy.length > 8, `${needy.length} buildings looked at`)
  const leadsThrough = (from: string, code: string): boolean => pathOf(from, ways).some(({ a }) => a === code)
  for (const { building: code, board } of needy) {
    const from = placeOf.get(code) ?? [0, 0]
    const own = rows.filter((row) => row.building === code)
    const best = (kind: string, accepts: (row: SharingRow) => boolean = () => true): number =>
      Math.min(Infinity, ...own.filter((row) => row.placeKind === kind && accepts(row)).map((row) => row.distanceKm))
    const wanted = (kms: readonly number[]): number => Math.min(Infinity, ...kms.filter((km) => km <= 15))
    const same = (a: number, b: number, tolerance: number, what: string): void => {
      if (a !== b && !(Math.abs(a - b) <= tolerance)) t.fail(`${code}, ${what}: ${a} km, ${b} km wanted`)
    }
    same(
      best('pop'),
      wanted(province.pops.map(({ coordinates }) => distanceKm(from, coordinates ?? [0, 0]))),
      0.001,
      'pop',
    )
    const roomy = gaps.filter((gap) => {
      const path = pathOf(gap.building, ways)
      const spare = room.spareBps(path)
      return gap.level === 'ok' && path.length > 0 && spare !== null && spare > 0 && spare >= room.arrivingBps(code) &&
        gap.building !== code && !leadsThrough(gap.building, code) // prettier-ignore
    })
    const kmTo = (list: typeof gaps): number =>
      wanted(list.map((gap) => distanceKm(from, placeOf.get(gap.building) ?? [0, 0])))
    same(best('building'), kmTo(roomy), 0.001, 'building')
    const isOther = (gap: { board: string | null }): boolean => gap.board !== board
    same(
      best('building', (row) => row.placeBoard !== board),
      kmTo(roomy.filter(isOther)),
      0.001,
      "another board's building",
    )
    // Forty points of each span, forty about the nearest of them, and so once more: within 30 m on a span of 500 km.
    const nearestTo = (a: Place, b: Place): number => {
      const kmAt = (part: number): number =>
        distanceKm(from, [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part])
      let [centre, half] = [0.5, 0.5]
      for (let round = 0; round < 3; round++, half /= 20) {
        const parts = Array.from({ length: 41 }, (_, i) => Math.min(1, Math.max(0, centre + (i / 20 - 1) * half)))
        centre = parts.reduce((best, each) => (kmAt(each) < kmAt(best) ? each : best), centre)
      }
      return kmAt(centre)
    }
    const fibres = province.wanLinks.filter(({ a, id }) => ways.up.get(a)?.id === id && !leadsThrough(a, code))
    const sampled = fibres.flatMap((fibre) => spanOf(fibre, placeOf).map(([a = [0, 0], b = [0, 0]]) => nearestTo(a, b)))
    same(best('span'), wanted(sampled), 0.06, 'span')
  }
  t.end()
})

t.test('clusters: joined by short steps, apart from each other, with the shortest tree', (t) => {
  const random = seeded(5)
  const places = new Map<string, Place>()
  const rows = Array.from({ length: 240 }, (_, i): SharingRow => {
    const code = String(1000 + i)
    const [east, north] = [random() * 60, random() * 60]
    places.set(code, at(east, north))
    const place = random() < 0.5 ? 'P1' : 'P2'
    const toPlace = distanceKm(at(east, north), place === 'P1' ? at(0, 30) : at(60, 30))
    return {
      ...{
        building: code,
        name: code,
        board: `90000${i % 3}`,
        region: null,
        pupils: i % 7 === 0 ? null : i,
        level: 'unlinked',
      },
      ...{ demandDownBps: i * MBPS, arrivingDownBps: i * MBPS, rank: 1, placeKind: 'pop', place, placeName: null },
      ...{ placeBoard: null, otherBoard: false, lon: 0, lat: 0, distanceKm: toPlace, isStraight: null, popKm: 0 },
      ...{ spareDownBps: null, spareUpBps: null, wouldGetDownBps: i * MBPS, wouldGetUpBps: null },
      ...{ wouldLevel: 'ok', incomplete: false },
    }
  })
  const placed = (code: string): Place => places.get(code) ?? [0, 0]
  const clusters = deriveClusters(rows, (code) => places.get(code) ?? null, 5)
  t.ok(clusters.length > 20, `${clusters.length} clusters`)
  const everyone = clusters.flatMap(({ buildings }) => buildings)
  t.equal(new Set(everyone).size, everyone.length, 'nobody is in two')
  for (const { buildings, hull, place, pupils: total, unknownPupils, treeKm, pupilsPerKm } of clusters) {
    const members = rows.filter((row) => buildings.includes(row.building))
    t.ok(members.every((row) => row.place === place))
    t.equal(
      total,
      members.reduce((all, row) => all + (row.pupils ?? 0), 0),
    )
    t.equal(unknownPupils, members.filter((row) => row.pupils === null).length)
    // Kruskal's tree, over all pairs and the place.
    const edges = members.flatMap((a, i) => [
      { a: a.building, b: '', km: a.distanceKm },
      ...members
        .slice(i + 1)
        .map((b) => ({ a: a.building, b: b.building, km: distanceKm(placed(a.building), placed(b.building)) })),
    ])
    const root = new Map(['', ...buildings].map((code) => [code, code]))
    const rootOf = (code: string): string => (root.get(code) === code ? code : rootOf(root.get(code) ?? code))
    let km = 0
    for (const edge of edges.toSorted((a, b) => a.km - b.km)) {
      if (rootOf(edge.a) === rootOf(edge.b)) continue
      root.set(rootOf(edge.a), rootOf(edge.b))
      km += edge.km
    }
    t.ok(Math.abs(km - treeKm) < 1e-6, `${treeKm} km`)
    t.ok(Math.abs(pupilsPerKm - total / km) < 1e-6)
    if (hull.type !== 'Polygon') continue
    const ring = hull.coordinates[0] ?? []
    t.strictSame(ring[0], ring.at(-1), 'closed')
    // By the angles at which a place sees the corners: they turn once around it when it is inside.
    const isInside = ([x, y]: Place): boolean => {
      let turned = 0
      for (const [i, [ax = 0, ay = 0]] of ring.slice(1).entries()) {
        const [bx = 0, by = 0] = ring[i] ?? []
        const angle = Math.atan2(ay - y, ax - x) - Math.atan2(by - y, bx - x)
        turned += Math.atan2(Math.sin(angle), Math.cos(angle))
      }
      return turned > 6
    }
    const inside = rows.filter((row) => isInside(placed(row.building)) && !buildings.includes(row.building))
    t.strictSame(
      inside.map((row) => row.building),
      [],
      'no other building in need is inside, in a group or alone',
    )
    const corners = ring.map(([lon, lat]) => `${lon} ${lat}`)
    t.ok(
      members.every(
        (row) =>
          isInside(placed(row.building)) ||
          corners.includes(
            placed(row.building)
              .map((each) => Number(each.toFixed(6)))
              .join(' '),
          ),
      ),
      'its own are',
    )
  }
  const worth = clusters.map((cluster) => cluster.pupilsPerKm)
  t.strictSame(
    worth,
    worth.toSorted((a, b) => b - a),
  )
  t.end()
})
