type Place = readonly [lon: number, lat: number]

/** Kilometres of a degree of latitude on a sphere of the Earth's mean radius. */
const KM_PER_DEGREE = 111.195

/** What lies in cells of some kilometres, to look at no more than what is near. Away from the poles and the antimeridian. */
export class Grid<T> {
  readonly #degrees: number
  readonly #cells = new Map<number, T[]>()

  constructor(cellKm: number) {
    this.#degrees = cellKm / KM_PER_DEGREE
  }

  /** Puts an item in each cell that the box of two places touches. */
  add(item: T, a: Place, b: Place = a): void {
    this.#walk(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]), (cell) => {
      const items = this.#cells.get(cell)
      if (items) items.push(item)
      else this.#cells.set(cell, [item])
    })
  }

  /** All that is within some kilometres of a place, and some that is farther; an item that several cells hold comes as often. */
  near([lon, lat]: Place, km: number): readonly T[] {
    const up = (km / KM_PER_DEGREE) * 1.001
    const aside = up / Math.cos((Math.min(89, Math.abs(lat) + up) * Math.PI) / 180)
    const found: T[] = []
    this.#walk(lon - aside, lat - up, lon + aside, lat + up, (cell) => {
      for (const item of this.#cells.get(cell) ?? []) found.push(item)
    })
    return found
  }

  #walk(west: number, south: number, east: number, north: number, visit: (cell: number) => void): void {
    const index = (degrees: number): number => Math.floor(degrees / this.#degrees)
    for (let row = index(south); row <= index(north); row++) {
      for (let column = index(west); column <= index(east); column++) visit(row * 2 ** 24 + column)
    }
  }
}
