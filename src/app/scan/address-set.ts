import { merged, sizeOf, type AddressRange } from '../../lib/address-ranges.js'
import { addressNumber } from '../../lib/cidr.js'

/** A set of addresses among those of some ranges: one bit for each, whatever is in it. */
export class AddressSet {
  readonly #ranges: readonly (AddressRange & { readonly before: number })[]
  readonly #bits: Uint8Array

  constructor(ranges: readonly AddressRange[]) {
    let before = 0
    this.#ranges = merged(ranges).map((range) => {
      const placed = { ...range, before }
      before += sizeOf([range])
      return placed
    })
    this.#bits = new Uint8Array(Math.ceil(before / 8))
  }

  /** An address outside the ranges is left alone. */
  add(address: string): void {
    const place = this.#placeOf(address)
    if (place !== null) this.#bits[place >> 3] = (this.#bits[place >> 3] ?? 0) | (1 << (place & 7))
  }

  has(address: string): boolean {
    const place = this.#placeOf(address)
    return place !== null && ((this.#bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0
  }

  #placeOf(address: string): number | null {
    const number = addressNumber(address)
    if (number === null) return null
    let [from, to] = [0, this.#ranges.length - 1]
    while (from <= to) {
      const middle = (from + to) >> 1
      const range = this.#ranges[middle]
      if (range === undefined) return null
      const { first, last, before } = range
      const isBefore = number.family - first.family || (number.value < first.value ? -1 : 0)
      const isAfter = number.family - last.family || (number.value > last.value ? 1 : 0)
      if (isBefore < 0) to = middle - 1
      else if (isAfter > 0) from = middle + 1
      else return before + Number(number.value - first.value)
    }
    return null
  }
}
