/** GRS 1980: NAD83's ellipsoid. */
const RADIUS_M = 6_378_137
const ECCENTRICITY = Math.sqrt(2 / 298.257222101 - 1 / 298.257222101 ** 2)

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Québec Lambert's parallels and origin, in degrees. */
const [PARALLEL_1, PARALLEL_2, ORIGIN_LON, ORIGIN_LAT] = [60, 46, -68.5, 44]

function parallel(latitude: number): number {
  return Math.cos(latitude) / Math.sqrt(1 - (ECCENTRICITY * Math.sin(latitude)) ** 2)
}

function isometric(latitude: number): number {
  const sine = ECCENTRICITY * Math.sin(latitude)
  return Math.tan(Math.PI / 4 - latitude / 2) / ((1 - sine) / (1 + sine)) ** (ECCENTRICITY / 2)
}

const [m1, m2] = [parallel(radians(PARALLEL_1)), parallel(radians(PARALLEL_2))]
const [t1, t2] = [isometric(radians(PARALLEL_1)), isometric(radians(PARALLEL_2))]
const CONE = (Math.log(m1) - Math.log(m2)) / (Math.log(t1) - Math.log(t2))
const FACTOR = m1 / (CONE * t1 ** CONE)
const distanceToPole = (latitude: number): number => RADIUS_M * FACTOR * isometric(latitude) ** CONE
const ORIGIN_M = distanceToPole(radians(ORIGIN_LAT))

/**
 * A place in metres east and north, in NAD83 / Québec Lambert (EPSG:32198): the conformal conic of the government's own
 * maps of the whole province. WGS 84 is taken as NAD83, which is within two metres.
 *
 * @see EPSG Guidance Note 7-2, Lambert Conic Conformal (2SP)
 */
export function quebecLambert([lon = NaN, lat = NaN]: readonly number[]): readonly [eastM: number, northM: number] {
  const distance = distanceToPole(radians(lat))
  const angle = CONE * radians(lon - ORIGIN_LON)
  return [distance * Math.sin(angle), ORIGIN_M - distance * Math.cos(angle)]
}
