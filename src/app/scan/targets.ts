import type { Messages } from '../../i18n/translator.js'
import { addressNumber, addressText, parseCidr, type AddressNumber } from '../../lib/cidr.js'
import { UserError } from '../../model/errors.js'

/** A run of addresses to ask. `named`: written one by one, so that its silence is worth a row. */
export interface TargetRange {
  readonly first: AddressNumber
  readonly last: AddressNumber
  readonly named: boolean
}

/** Above this an IPv6 network, or a slip of the pen, would keep a scan busy for ever. */
const MOST_ADDRESSES = 1n << 24n

/** True for a network that is too large to be asked address by address. */
export function isTooLarge(cidr: string): boolean {
  const range = parseTarget(cidr)
  return range !== null && range.last.value - range.first.value >= MOST_ADDRESSES
}

/**
 * Reads a list of targets: addresses, ranges (`10.0.0.1-10.0.0.20`) and networks (`10.0.0.0/24`), separated by commas,
 * spaces or lines.
 *
 * @throws UserError naming the part that is none of these, or too large; also when there is none.
 */
export function parseTargets(text: string, m: Messages['scan']): TargetRange[] {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  if (parts.length === 0) throw new UserError(m.noTargets, m.noTargetsHint, { usage: true })
  return parts.map((part) => {
    const range = parseTarget(part)
    if (range === null) throw new UserError(m.badTarget(part), m.badTargetHint, { usage: true })
    if (range.last.value - range.first.value >= MOST_ADDRESSES) {
      throw new UserError(m.targetTooLarge(part), m.targetTooLargeHint, { usage: true })
    }
    return range
  })
}

function parseTarget(part: string): TargetRange | null {
  const single = addressNumber(part)
  if (single !== null) return { first: single, last: single, named: true }
  const cidr = parseCidr(part)
  if (cidr !== null) return hosts(cidr)
  const [from = '', to = '', ...rest] = part.split('-')
  const first = addressNumber(from)
  const last = addressNumber(to)
  if (first === null || last === null || rest.length > 0) return null
  return first.family !== last.family || last.value < first.value ? null : { first, last, named: false }
}

/** The addresses of a network that can be a host's: not IPv4's own and broadcast ones. */
function hosts({
  family,
  prefix,
  first,
  last,
}: {
  family: 4 | 6
  prefix: number
  first: bigint
  last: bigint
}): TargetRange {
  const spare = family === 4 && prefix < 31 ? 1n : 0n
  return { first: { family, value: first + spare }, last: { family, value: last - spare }, named: false }
}

/** One address to ask. */
export interface Target {
  readonly address: string
  readonly named: boolean
}

/** The same addresses in ranges that do not touch, in order. */
function merged(ranges: readonly TargetRange[]): Pick<TargetRange, 'first' | 'last'>[] {
  const sorted = [...ranges].sort(
    (a, b) =>
      a.first.family - b.first.family || (a.first.value < b.first.value ? -1 : a.first.value > b.first.value ? 1 : 0),
  )
  const apart: { first: AddressNumber; last: AddressNumber }[] = []
  for (const { first, last } of sorted) {
    const before = apart.at(-1)
    if (before === undefined || before.last.family !== first.family || first.value > before.last.value + 1n) {
      apart.push({ first, last })
    } else if (last.value > before.last.value) before.last = last
  }
  return apart
}

/** The addresses of some ranges, each once, in order, without ever holding them all. */
export function* addressesOf(ranges: readonly TargetRange[]): Generator<Target> {
  const named = new Set(ranges.filter((range) => range.named).map(({ first }) => addressText(first)))
  for (const { first, last } of merged(ranges)) {
    for (let { value } = first; value <= last.value; value++) {
      const address = addressText({ family: first.family, value })
      yield { address, named: named.has(address) }
    }
  }
}

/** How many addresses `addressesOf` gives. */
export function countAddresses(ranges: readonly TargetRange[]): number {
  return merged(ranges).reduce((sum, { first, last }) => sum + Number(last.value - first.value) + 1, 0)
}
