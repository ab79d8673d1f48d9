/** A plane's metres to degrees, or the same degrees. */
export type Unproject = (x: number, y: number) => readonly [lon: number, lat: number]

/** A system of coordinates that a GeoJSON of older days names in its `crs`. */
export interface Projection {
  /** `EPSG:32198`. */
  readonly name: string
  readonly unproject: Unproject
  readonly isPlane: boolean
}

const DEGREES = 180 / Math.PI

/** GRS 80, the ellipsoid of NAD 83: half of its great axis in metres, and its eccentricity. */
const AXIS = 6378137
const FLATTENING = 1 / 298.257222101
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING))

/** @see EPSG guidance note 7-2, Popular Visualisation Pseudo-Mercator (1024) */
const fromWebMercator: Unproject = (x, y) => [
  (x / AXIS) * DEGREES,
  (Math.PI / 2 - 2 * Math.atan(Math.exp(-y / AXIS))) * DEGREES,
]

/**
 * NAD 83 / Québec Lambert: parallels 60° and 46° N, origin 44° N 68.5° W. NAD 83 is taken for WGS 84, from which it is
 * less than two metres away.
 *
 * @see EPSG guidance note 7-2, Lambert Conic Conformal (2SP) (9802)
 */
const fromQuebecLambert = lambert({ south: 46, north: 60, lat: 44, lon: -68.5 })

interface Cone {
  readonly south: number
  readonly north: number
  readonly lat: number
  readonly lon: number
}

function lambert({ south, north, lat, lon }: Cone): Unproject {
  const radians = (degrees: number): number => degrees / DEGREES
  const skewed = (phi: number): number =>
    ((1 - ECCENTRICITY * Math.sin(phi)) / (1 + ECCENTRICITY * Math.sin(phi))) ** (ECCENTRICITY / 2)
  const m = (phi: number): number => Math.cos(phi) / Math.sqrt(1 - (ECCENTRICITY * Math.sin(phi)) ** 2)
  const t = (phi: number): number => Math.tan(Math.PI / 4 - phi / 2) / skewed(phi)
  const [first, second] = [radians(south), radians(north)]
  const n = (Math.log(m(first)) - Math.log(m(second))) / (Math.log(t(first)) - Math.log(t(second)))
  const f = m(first) / (n * t(first) ** n)
  const origin = AXIS * f * t(radians(lat)) ** n
  return (x, y) => {
    const radius = Math.hypot(x, origin - y)
    const small = (radius / (AXIS * f)) ** (1 / n)
    let phi = Math.PI / 2 - 2 * Math.atan(small)
    // Each turn adds more than two digits; seven are far below a millimetre.
    for (let turn = 0; turn < 7; turn++) phi = Math.PI / 2 - 2 * Math.atan(small * skewed(phi))
    return [(Math.atan2(x, origin - y) / n) * DEGREES + lon, phi * DEGREES]
  }
}

const DEGREES_ALREADY: Projection = { name: 'WGS 84', unproject: (x, y) => [x, y], isPlane: false }

/** EPSG codes and their elder names. 4269 and 4617 are NAD 83 in degrees. */
const BY_CODE: Readonly<Record<string, Projection>> = {
  ...Object.fromEntries(['4326', '4269', '4617', '4979'].map((code) => [code, DEGREES_ALREADY])),
  ...Object.fromEntries(
    ['3857', '3785', '900913', '102100', '102113'].map((code) => [
      code,
      { name: 'EPSG:3857', unproject: fromWebMercator, isPlane: true },
    ]),
  ),
  32198: { name: 'EPSG:32198', unproject: fromQuebecLambert, isPlane: true },
}

/**
 * The projection that a `crs` member names, as GeoJSON was before RFC 7946: null when it is none that is read here. No
 * `crs` means degrees.
 *
 * @see https://geojson.org/geojson-spec.html#coordinate-reference-system-objects (2008)
 */
export function findProjection(crs: unknown): Projection | null {
  if (crs === undefined || crs === null) return DEGREES_ALREADY
  const name = crsName(crs)
  if (/CRS:?8[34]$/i.test(name)) return DEGREES_ALREADY
  const [, code = ''] = /^(?:urn:(?:ogc|x-ogc):def:crs:)?(?:EPSG|ESRI):(?:[\d.]*:)?(\d+)$/i.exec(name) ?? []
  return BY_CODE[code] ?? null
}

/** The name that a `crs` gives, or its whole text. */
export function crsName(crs: unknown): string {
  const { properties } = (crs ?? {}) as { readonly properties?: { readonly name?: unknown; readonly code?: unknown } }
  if (typeof properties?.name === 'string') return properties.name.trim()
  if (typeof properties?.code === 'number' || typeof properties?.code === 'string') return `EPSG:${properties.code}`
  return JSON.stringify(crs)
}
