import { readFileSync } from 'node:fs'
import kinks from '@turf/kinks'
import fc from 'fast-check'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import t from 'tap'
import { findCrossing, withoutSlips } from '../../maps/rings.js'
import { assertValidGeoJson, InvalidGeoJsonError, type GeoJsonRule } from '../../maps/validate.js'
import { shipped } from '../../src/lib/paths.js'

/** Counterclockwise, as an outer ring must be. */
const square: Position[] = [
  [-71, 47],
  [-70, 47],
  [-70, 48],
  [-71, 48],
  [-71, 47],
]
const hole: Position[] = [
  [-70.6, 47.4],
  [-70.6, 47.6],
  [-70.4, 47.6],
  [-70.4, 47.4],
  [-70.6, 47.4],
]
const bowTie: Position[] = [
  [-71, 47],
  [-70, 48.2],
  [-70, 47],
  [-71, 48],
  [-71, 47],
]

const feature = (geometry: Geometry, id: string | undefined = '711004'): Feature => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties: {},
  geometry,
})
const point = (...coordinates: number[]): Feature => feature({ type: 'Point', coordinates })
const area = (...coordinates: Position[][]): Feature => feature({ type: 'Polygon', coordinates })
const collection = (features: Feature[], bbox: number[] | null = [-71, 47, -70, 48.2]): FeatureCollection =>
  ({ type: 'FeatureCollection', ...(bbox === null ? {} : { bbox }), features }) as FeatureCollection

void t.test('a valid collection passes: a point, a line, an area with a hole, several areas, and none at all', (t) => {
  t.doesNotThrow(() =>
    assertValidGeoJson(
      'territories',
      collection([
        { ...point(-70.5, 47.5), id: 1 },
        { ...feature({ type: 'LineString', coordinates: square.slice(0, 2) }), id: 2 },
        { ...area(square, hole), id: 3 },
        { ...feature({ type: 'MultiPolygon', coordinates: [[square]] }), id: 4 },
      ]),
    ),
  )
  t.doesNotThrow(() => assertValidGeoJson('pops', collection([], null)))
  t.end()
})

const CASES: readonly (readonly [string, GeoJsonRule, FeatureCollection])[] = [
  ['a type that does not exist', 'structure', collection([feature({ type: 'Dot' } as unknown as Geometry)])],
  ['a position that is text', 'structure', collection([point('-70' as unknown as number, 47)])],
  ['a ring of three positions', 'structure', collection([area([...square.slice(0, 2), [-71, 47]])])],
  ['a ring that is not closed', 'structure', collection([area(square.slice(0, 4))])],
  ['a position that is not a number', 'finite', collection([point(NaN, 47)])],
  ['an infinite position', 'finite', collection([point(-70, Infinity)])],
  ['longitude 400', 'range', collection([point(400, 47)])],
  ['latitude and longitude swapped', 'quebec', collection([point(47, -71)])],
  ['the Gulf of Guinea', 'quebec', collection([point(0, 0)])],
  ['metres of a projection', 'range', collection([point(-7_900_000, 5_900_000)])],
  ['seven decimals', 'decimals', collection([point(-70.1234567, 47)])],
  ['an outer ring that runs clockwise', 'winding', collection([area(square.toReversed())])],
  ['a hole that runs counterclockwise', 'winding', collection([area(square, hole.toReversed())])],
  ['a bow-tie', 'self-crossing', collection([area(bowTie.toReversed())])],
  [
    'a hole that leaves its area',
    'self-crossing',
    collection([
      area(
        square,
        hole.map(([x = 0, y = 0]) => [x + 0.5, y]),
      ),
    ]),
  ],
  ['a crs member', 'crs', { ...collection([point(-70.5, 47.5)]), crs: {} } as FeatureCollection],
  ['a crs member in a feature', 'crs', collection([{ ...point(-70.5, 47.5), crs: {} } as Feature])],
  ['no bbox', 'bbox', collection([point(-70.5, 47.5)], null)],
  ['a bbox that starts north', 'bbox', collection([point(-70.5, 47.5)], [-71, 48, -70, 47])],
  ['a bbox that starts east', 'bbox', collection([point(-70.5, 47.5)], [-70, 47, -71, 48])],
  ['a bbox that leaves a feature out', 'bbox', collection([point(-70.5, 48.5)])],
  ['the same id twice', 'identifier', collection([point(-70.5, 47.5), point(-70.4, 47.5)])],
  ['no id', 'identifier', collection([{ type: 'Feature', properties: {}, geometry: point(-70.5, 47.5).geometry }])],
]

for (const [what, rule, bad] of CASES) {
  void t.test(`${what} is refused, and the error says where`, (t) => {
    try {
      assertValidGeoJson('buildings', bad)
      t.fail('it was accepted')
    } catch (error) {
      t.ok(error instanceof InvalidGeoJsonError)
      const { rule: given, message } = error as InvalidGeoJsonError
      t.equal(given, rule)
      t.match(message, /^buildings/)
    }
    t.end()
  })
}

void t.test('the error names the feature', (t) => {
  t.throws(() => assertValidGeoJson('buildings', collection([point(NaN, 47)])), {
    message: /^buildings, feature 711004: finite: \[NaN, 47\]/,
    feature: '711004',
  })
  t.end()
})

void t.test('rings cross themselves where turf finds a kink that is not a mere touch', (t) => {
  // On a grid of 12 × 12, so that touches, overlaps and spikes are frequent; the oracle sees proper crossings only.
  const coordinate = fc.integer({ min: 0, max: 11 })
  const ring = fc
    .uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 4, maxLength: 9, selector: ([x, y]) => `${x},${y}` })
    .map((positions) => [...positions, positions[0] ?? [0, 0]].map(([x, y]): Position => [x, y]))
  const seen = { crossing: 0, simple: 0 }
  fc.assert(
    fc.property(ring, (positions) => {
      const vertices = new Set(positions.map(String))
      const onSegment = ([x = 0, y = 0]: Position): boolean =>
        positions.slice(1).some(([x2 = 0, y2 = 0], i) => {
          const [x1 = 0, y1 = 0] = positions[i] ?? []
          return (
            (x2 - x1) * (y - y1) === (y2 - y1) * (x - x1) &&
            !(x === x1 && y === y1) &&
            !(x === x2 && y === y2) &&
            Math.min(x1, x2) <= x &&
            x <= Math.max(x1, x2) &&
            Math.min(y1, y2) <= y &&
            y <= Math.max(y1, y2)
          )
        })
      // Leave out rings where a vertex lies inside another segment: those are touches or overlaps, tested by hand below.
      fc.pre(!positions.some(onSegment))
      const found = kinks({ type: 'Polygon', coordinates: [positions] }).features
      const proper = found.filter(({ geometry }) => !vertices.has(String(geometry.coordinates)))
      seen[proper.length > 0 ? 'crossing' : 'simple']++
      return (findCrossing([positions]) !== null) === proper.length > 0
    }),
    { numRuns: 2000, seed: 7946 },
  )
  t.ok(seen.crossing > 100 && seen.simple > 100, 'both kinds were met')
  t.end()
})

void t.test('a ring may touch itself, but not run along itself nor turn back', (t) => {
  const touching: Position[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 0],
    [0, 4],
    [0, 0],
  ]
  const along: Position[] = [
    [0, 0],
    [6, 0],
    [6, 4],
    [4, 4],
    [4, 0],
    [2, 0],
    [2, 4],
    [0, 4],
    [0, 0],
  ]
  const spike: Position[] = [
    [0, 0],
    [4, 0],
    [6, 0],
    [4, 0.000001],
    [5, 0],
    [4, 4],
    [0, 0],
  ]
  const back: Position[] = [
    [0, 0],
    [4, 0],
    [3, 0],
    [3, 4],
    [0, 0],
  ]
  t.equal(findCrossing([touching]), null)
  t.not(findCrossing([along]), null)
  t.not(findCrossing([spike]), null)
  t.not(findCrossing([back]), null)
  t.end()
})

void t.test('a slip of a few metres is taken out of a ring, a real crossing is left for the validator', (t) => {
  const slip: Position[] = [
    [-71, 47],
    [-70, 47],
    [-70, 47.5],
    [-70, 47.4999],
    [-70, 48],
    [-71, 48],
    [-71, 47],
  ]
  t.strictSame(withoutSlips(slip), [
    [-71, 47],
    [-70, 47],
    [-70, 47.4999],
    [-70, 48],
    [-71, 48],
    [-71, 47],
  ])
  t.strictSame(withoutSlips(bowTie), bowTie)
  t.end()
})

void t.test('a ring of 50,000 positions is checked in a moment', (t) => {
  // A coast that wavers: 50,000 positions around a centre, the radius moving with each.
  const coast = Array.from({ length: 50_000 }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / 50_000
    const radius = 1 + 0.2 * Math.sin(40 * angle) + 0.00001 * (i % 2)
    return [-71 + radius * Math.cos(angle), 48 + radius * Math.sin(angle)]
  })
  const ring = [...coast, coast[0] ?? [0, 0]]
  // Comparing every pair of sides would outlast the runner's patience.
  t.equal(findCrossing([ring]), null)
  t.end()
})

void t.test('the outline of Québec that ships with the maps is valid', (t) => {
  const text = readFileSync(shipped('data', 'reference', 'quebec.geojson'), 'utf8')
  t.doesNotThrow(() => assertValidGeoJson('quebec', JSON.parse(text) as FeatureCollection))
  t.end()
})
