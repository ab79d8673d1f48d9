/** Mean radius of the Earth (IUGG), in kilometres. */
const EARTH_KM = 6371.0088

/** Kilometres between two places by great circle: haversine, right to half a percent of the ellipsoid. */
export function distanceKm(
  [lonA, latA]: readonly [lon: number, lat: number],
  [lonB, latB]: readonly [lon: number, lat: number],
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2
  const a = half(latB - latA) + Math.cos(radians(latA)) * Math.cos(radians(latB)) * half(lonB - lonA)
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)))
}
