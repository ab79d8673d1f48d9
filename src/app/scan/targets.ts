import type { Messages } from '../../i18n/translator.js'
import { merged, sizeOf, subtracted, type AddressRange } from '../../lib/address-ranges.js'
import { addressNumber, addressText, parseCidr, type Cidr } from '../../lib/cidr.js'
import { UserError } from '../../model/errors.js'

/** A run of addresses to ask. `named`: written one by one, so that its silence is worth a row. */
export interface TargetRange extends AddressRange {
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
  const parts = partsOf(text)
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

/** The parts of a list: what stands between commas, spaces and lines. */
export function partsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '')
}

/**
 * Reads a list of what is not to be asked, as `parseTargets`; of a network, all its addresses. An empty one is nothing.
 *
 * @throws UserError naming the part that is neither an address, nor a range, nor a network.
 */
export function parseExclusions(text: string, m: Messages['scan']): AddressRange[] {
  return partsOf(text).map((part) => {
    const range = parseExclusion(part)
    if (range === null) throw new UserError(m.badExclusion(part), m.badTargetHint, { usage: true })
    return range
  })
}

/** True for what `parseExclusions` takes: an address, a range or a network. */
export function isExclusion(part: string): boolean {
  return parseExclusion(part) !== null
}

function parseExclusion(part: string): AddressRange | null {
  const cidr = parseCidr(part)
  return cidr === null ? parseTarget(part) : wholeOf(cidr)
}

/** What is left to ask once some addresses are excluded; what was named is so still. */
export function withoutExcluded(ranges: readonly TargetRange[], excluded: readonly AddressRange[]): TargetRange[] {
  if (excluded.length === 0) return [...ranges]
  const left = (named: boolean): TargetRange[] =>
    subtracted(
      ranges.filter((range) => range.named === named),
      excluded,
    ).map((range) => ({ ...range, named }))
  // Named addresses that touch were merged into one range: each is a target of its own again.
  return [...left(true).flatMap(eachOf), ...left(false)]
}

function eachOf({ first, last, named }: TargetRange): TargetRange[] {
  const each: TargetRange[] = []
  for (let { value } = first; value <= last.value; value++) {
    const address = { family: first.family, value }
    each.push({ first: address, last: address, named })
  }
  return each
}

/** True for what `parseTargets` takes: an address, a range or a network. */
export function isTarget(part: string): boolean {
  return parseTarget(part) !== null
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
function hosts(cidr: Cidr): TargetRange {
  const { family, prefix } = cidr
  const spare = family === 4 && prefix < 31 ? 1n : 0n
  return {
    first: { family, value: cidr.first + spare },
    last: { family, value: cidr.last - spare },
    named: false,
  }
}

/** All addresses of a network. */
export function wholeOf({ family, first, last }: Cidr): AddressRange {
  return { first: { family, value: first }, last: { family, value: last } }
}

/** One address to ask. */
export interface Target {
  readonly address: string
  readonly named: boolean
}

/** Addresses that were written one by one, as `addressesOf` writes them. */
export function namedIn(ranges: readonly TargetRange[]): ReadonlySet<string> {
  return new Set(ranges.filter((range) => range.named).map(({ first }) => addressText(first)))
}

/** The addresses of some ranges, each once, in order, without ever holding them all. */
export function* addressesOf(ranges: readonly AddressRange[]): Generator<string> {
  for (const { first, last } of merged(ranges)) {
    for (let { value } = first; value <= last.value; value++) yield addressText({ family: first.family, value })
  }
}

/** The addresses of some ranges, and whether each was named. */
export function* targetsOf(ranges: readonly TargetRange[]): Generator<Target> {
  const named = namedIn(ranges)
  for (const address of addressesOf(ranges)) yield { address, named: named.has(address) }
}

/** How many addresses `addressesOf` gives. */
export function countAddresses(ranges: readonly AddressRange[]): number {
  return sizeOf(merged(ranges))
}
