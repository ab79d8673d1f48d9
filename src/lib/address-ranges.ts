import type { AddressNumber } from './cidr.js'

/** A run of addresses of one family, both ends in it. */
export interface AddressRange {
  readonly first: AddressNumber
  readonly last: AddressNumber
}

function range(family: 4 | 6, first: bigint, last: bigint): AddressRange {
  return { first: { family, value: first }, last: { family, value: last } }
}

/** The same addresses in ranges that do not touch, IPv4 first, in order. */
export function merged(ranges: readonly AddressRange[]): AddressRange[] {
  const sorted = [...ranges].sort(
    (a, b) =>
      a.first.family - b.first.family || (a.first.value < b.first.value ? -1 : a.first.value > b.first.value ? 1 : 0),
  )
  const apart: AddressRange[] = []
  for (const { first, last } of sorted) {
    const before = apart.at(-1)
    if (before === undefined || before.last.family !== first.family || first.value > before.last.value + 1n) {
      apart.push({ first, last })
    } else if (last.value > before.last.value) apart[apart.length - 1] = { first: before.first, last }
  }
  return apart
}

/** The addresses of `from` that are in none of `without`: merged, in order. */
export function subtracted(from: readonly AddressRange[], without: readonly AddressRange[]): AddressRange[] {
  const holes = merged(without)
  return merged(from).flatMap(({ first, last }) => {
    const left: AddressRange[] = []
    let { value } = first
    for (const hole of holes) {
      if (hole.first.family !== first.family || hole.last.value < value) continue
      if (hole.first.value > last.value) break
      if (hole.first.value > value) left.push(range(first.family, value, hole.first.value - 1n))
      value = hole.last.value + 1n
    }
    if (value <= last.value) left.push(range(first.family, value, last.value))
    return left
  })
}

/** The addresses that are in both: merged, in order. */
export function common(a: readonly AddressRange[], b: readonly AddressRange[]): AddressRange[] {
  const others = merged(b)
  return merged(a).flatMap(({ first, last }) =>
    others.flatMap((other) => {
      if (other.first.family !== first.family) return []
      const from = other.first.value > first.value ? other.first.value : first.value
      const to = other.last.value < last.value ? other.last.value : last.value
      return from <= to ? [range(first.family, from, to)] : []
    }),
  )
}

/** How many addresses some merged ranges hold. */
export function sizeOf(ranges: readonly AddressRange[]): number {
  return ranges.reduce((sum, { first, last }) => sum + Number(last.value - first.value) + 1, 0)
}

/** True when some ranges hold an address. */
export function holds(ranges: readonly AddressRange[], { family, value }: AddressNumber): boolean {
  return ranges.some(({ first, last }) => first.family === family && first.value <= value && value <= last.value)
}
