import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import t from 'tap'
import geojson from '../../maps/formats/geojson.js'
import { findCrossing } from '../../maps/rings.js'
import { drawnArea } from '../../maps/scene/polygons.js'
import { simplifiedAreas } from '../../maps/scene/simplified-areas.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { Territory } from '../../src/model/map-format.js'
import { sharedPath, skipWithout } from '../shared.js'
import { twoSchools } from './samples/two-schools.js'

type Area = Polygon | MultiPolygon

const ringsOf = (area: Area): Position[][] => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat())
const positions = (areas: readonly Area[]): number => areas.flatMap((area) => ringsOf(area).flat()).length

/** Twice the area, in square degrees: holes come off. */
function areaOf(area: Area): number {
  const crossed = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number => x1 * y2 - x2 * y1
  return ringsOf(area)
    .flatMap((ring) => ring.slice(1).map((to, i) => crossed(ring[i] ?? to, to)))
    .reduce((sum, each) => sum + each, 0)
}

/** The sides that no neighbour runs the other way: the outline of all areas together. */
function outline(areas: readonly Area[]): string[] {
  const sides = areas.flatMap((area) => ringsOf(area).flatMap((ring) => ring.slice(1).map((to, i) => [ring[i], to])))
  const all = new Set(sides.map(([from, to]) => `${String(from)} ${String(to)}`))
  return sides
    .filter(([from, to]) => !all.has(`${String(to)} ${String(from)}`))
    .map(([from, to]) => `${String(from)} ${String(to)}`)
}

/** Metres from a position to a line, on flat ground: the formula of a point and a segment, tried on all of them. */
function metresTo(position: Position, ring: readonly Position[]): number {
  const flat = ([lon = 0, lat = 0]: Position): [number, number] => [
    lon * 111_195 * Math.cos((48.45 * Math.PI) / 180),
    lat * 111_195,
  ]
  const [px, py] = flat(position)
  return Math.min(
    ...ring.slice(1).map((to, i) => {
      const [ax, ay] = flat(ring[i] ?? to)
      const [bx, by] = flat(to)
      const length = Math.hypot(bx - ax, by - ay)
      const along = Math.max(0, Math.min(length, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / (length || 1)))
      return Math.hypot(px - ax - ((bx - ax) * along) / (length || 1), py - ay - ((by - ay) * along) / (length || 1))
    }),
  )
}

/** A coast between two places: midpoints are pushed aside, always in the same way for the same two. */
function coast(from: Position, to: Position, depth: number, seed = 1): Position[] {
  if (depth === 0) return [from]
  const [x1 = 0, y1 = 0] = from
  const [x2 = 0, y2 = 0] = to
  const push = (Math.sin(seed * 12.9898 + x1 * 78.233 + y2 * 37.719) % 1) * 0.14
  const middle = [(x1 + x2) / 2 - (y2 - y1) * push, (y1 + y2) / 2 + (x2 - x1) * push].map((n) => Number(n.toFixed(6)))
  return [...coast(from, middle, depth - 1, seed + 1), ...coast(middle, to, depth - 1, seed + 2)]
}

/** Nine counties of winding borders, three by three: what two of them share runs the other way in the second. */
function counties(): Polygon[] {
  const at = (column: number, row: number): Position => [-70 + column * 0.4, 48 + row * 0.3]
  const side = (a: Position, b: Position): Position[] => {
    const isForward = (a[0] ?? 0) + (a[1] ?? 0) < (b[0] ?? 0) + (b[1] ?? 0)
    return isForward ? coast(a, b, 7) : [...coast(b, a, 7), a].reverse().slice(0, -1)
  }
  return [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column): Polygon => {
      const corners = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)]
      const ring = corners.flatMap((corner, i) => {
        const next = corners[(i + 1) % 4] ?? corner
        const line = side(corner, next)
        return (line[0] ?? corner)[0] === corner[0] && (line[0] ?? corner)[1] === corner[1] ? line : [corner, ...line]
      })
      return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [0, 0]]] }
    }),
  )
}

void t.test('neighbours keep one border between them, and no border is farther than asked from where it was', (t) => {
  const before = counties()
  for (const area of before) t.equal(findCrossing(ringsOf(area)), null, 'nothing crosses to begin with')
  for (const toleranceM of [50, 500, 3000]) {
    const after = simplifiedAreas(before, toleranceM)
    t.ok(
      positions(after) < positions(before) * (toleranceM > 50 ? 0.3 : 1),
      `${toleranceM} m: ${positions(before)} → ${positions(after)}`,
    )
    const corners = new Set(outline(before).flatMap((side) => side.split(' ')))
    t.strictSame(
      outline(after)
        .flatMap((side) => side.split(' '))
        .filter((corner) => !corners.has(corner)),
      [],
      'what no neighbour shares is the outline of before: no gap, no overlap',
    )
    for (const [i, area] of after.entries()) {
      const [ring = []] = area.coordinates as Position[][]
      t.equal(findCrossing([ring]), null)
      t.ok(areaOf(area) > 0, 'runs the same way')
      const farthest = Math.max(...(before[i]?.coordinates[0] ?? []).map((position) => metresTo(position, ring)))
      t.ok(farthest <= toleranceM * 1.02, `${farthest} m`)
    }
  }
  t.end()
})

void t.test('an enclave and the hole around it stay one line; the smallest island is not lost', (t) => {
  const circle = (x: number, y: number, r: number, n: number): Position[] => {
    const ring = Array.from({ length: n }, (_, i): Position => [
      Number((x + r * Math.cos((2 * Math.PI * i) / n)).toFixed(6)),
      Number((y + r * Math.sin((2 * Math.PI * i) / n)).toFixed(6)),
    ])
    return [...ring, ring[0] ?? [0, 0]]
  }
  const enclave = circle(-70, 48, 0.002, 40)
  const after = simplifiedAreas(
    [
      { type: 'Polygon', coordinates: [circle(-70, 48, 0.2, 400), [...enclave].reverse()] },
      { type: 'MultiPolygon', coordinates: [[enclave], [circle(-69.5, 48, 0.0001, 12)]] },
    ],
    5000,
  )
  const [around = [], [inside, island] = []] = after.map(ringsOf)
  t.strictSame([...(around[1] ?? [])].reverse().map(String).sort(), (inside ?? []).map(String).sort())
  t.ok((inside?.length ?? 0) >= 4)
  t.ok((island?.length ?? 0) >= 4)
  t.equal(findCrossing(around), null)
  t.end()
})

void t.test('where a coarser border would cross a school’s cape, it is drawn finer', (t) => {
  // A cape of the second area reaches into a bay of the first; with 5 km each alone would lose it, and they would cross.
  const bay: Position[] = [
    [-70, 48],
    [-69.9, 48.001],
    [-69.8, 48],
    [-69.8, 48.1],
    [-69.88, 48.1],
    [-69.9, 48.01],
    [-69.92, 48.1],
    [-70, 48.1],
    [-70, 48],
  ]
  const cape: Position[] = [
    [-69.9, 48.012],
    [-69.895, 48.14],
    [-69.905, 48.14],
    [-69.9, 48.012],
  ]
  for (const toleranceM of [500, 5000, 50_000]) {
    const after = simplifiedAreas(
      [
        { type: 'Polygon', coordinates: [bay] },
        { type: 'Polygon', coordinates: [cape] },
      ],
      toleranceM,
    )
    t.equal(findCrossing(after.flatMap(ringsOf)), null, `${toleranceM} m`)
  }
  t.end()
})

const folder = sharedPath('real', 'territories')
const noTerritories = skipWithout(folder)
const french = messagesFor('fr')
/** Layers of territories made lighter, for GDAL to judge. */
const drawn: string[] = []

void t.test(
  "the ministry's territories: a tenth of the positions at 100 m, areas the same, all valid",
  { skip: noTerritories },
  async (t) => {
    const territories = readdirSync(folder).map((file): Territory => {
      const { features } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FeatureCollection<Area>
      const [feature] = features
      if (feature === undefined) throw new Error(`${file} has no feature`)
      const board = file.slice(0, 6)
      return { board, name: file, language: board.startsWith('88') ? 'Anglo' : 'Franco', geometry: feature.geometry }
    })
    const before = territories.map(({ geometry }) => drawnArea(geometry) ?? geometry)
    for (const [toleranceM, part] of [
      [100, 0.1],
      [1000, 0.05],
    ] as const) {
      const input = { ...twoSchools, territories, drawing: { ...twoSchools.drawing, toleranceM } }
      const [file] = (await geojson.render(input, french)).filter(({ name }) => name === 'territories.geojson')
      const text = String(file?.content)
      const after = (JSON.parse(text) as FeatureCollection<Area>).features.map(({ geometry }) => geometry)
      t.equal(after.length, before.length)
      t.ok(positions(after) < part * positions(before), `${positions(before)} → ${positions(after)} at ${toleranceM} m`)
      for (const [i, area] of after.entries()) {
        const change = Math.abs(areaOf(area) / areaOf(before[i] ?? area) - 1)
        t.ok(change < toleranceM / 10_000, `${territories[i]?.board}: ${(100 * change).toFixed(4)} %`)
      }
      // 711000, 712000 and 713000 have borders of 947, 406, 3 and 2 positions in common.
      const shared = (areas: readonly Area[]): number =>
        areas.flatMap((area) => ringsOf(area).flatMap((ring) => ring.slice(1))).length - outline(areas).length
      const three = after.filter((_, i) => /^71[123]/.test(territories[i]?.board ?? ''))
      t.equal(three.length, 3)
      t.ok(shared(three) > 20, `${shared(three) / 2} sides in common`)
      drawn.push(text)
    }
  },
)

const noGdal = spawnSync('ogrinfo', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test('GDAL finds all of them valid', { skip: noTerritories || noGdal }, (t) => {
  t.equal(drawn.length, 2)
  for (const text of drawn) {
    const path = join(t.testdir(), 'territories.geojson')
    writeFileSync(path, text)
    const sql = 'SELECT SUM(ST_IsValid(geometry)) AS valid, COUNT(*) AS n FROM "territories"'
    const args = ['-ro', '-q', '-dialect', 'sqlite', '-sql', sql, path]
    t.match(spawnSync('ogrinfo', args, { encoding: 'utf8' }).stdout, /valid \(Integer\) = 10\s/)
  }
  t.end()
})
