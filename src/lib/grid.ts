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
    const box = { west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) }
    for (const cell of this.#cellsOf({ ...box, south: Math.min(a[1], b[1]), north: Math.max(a[1], b[1]) })) {
      const items = this.#cells.get(cell)
      if (items) items.push(item)
      else this.#cells.set(cell, [item])
    }
  }

  /** All that is within some kilometres of a place, and some that is farther; an item that several cells hold comes as often. */
  *near([lon, lat]: Place, km: number): Generator<T> {
    const up = (km / KM_PER_DEGREE) * 1.001
    const aside = up / Math.cos((Math.min(89, Math.abs(lat) + up) * Math.PI) / 180)
    const box = { west: lon - aside, east: lon + aside, south: lat - up, north: lat + up }
    for (const cell of this.#cellsOf(box)) yield* this.#cells.get(cell) ?? []
  }

  *#cellsOf(box: { readonly west: number; readonly east: number; readonly south: number; readonly north: number }) {
    const index = (degrees: number): number => Math.floor(degrees / this.#degrees)
    for (let row = index(box.south); row <= index(box.north); row++) {
      for (let column = index(box.west); column <= index(box.east); column++) yield row * 2 ** 24 + column
    }
  }
}
