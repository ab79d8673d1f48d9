import { isThere, LENGTHS, placesIn, type Place } from './indexes.js'
import type { Secrets } from './secrets.js'

/** No table's entry and column come before: what stands further up names an object, and stays. */
const FIRST_INDEX = 9
const PRIVATE = '1.3.6.1.4.1.'
/** Indexed by the name of a command (`distro`, `hardware`), by which the device is named. */
const COMMANDS = '1.3.6.1.4.1.8072.1.3.' // NET-SNMP-AGENT-MIB::nsExtensions

/** An OID with stand-ins for what is private in its index, and whether a maker's own table has somebody's address there. */
export interface ReplacedOid {
  readonly oid: string
  readonly isOfSomebody: boolean
}

/** `column` is as much of the OID as is known to name an object, or ''. */
export function replaceOid(oid: string, secrets: Secrets, column = ''): ReplacedOid {
  const arcs = oid.split('.').map(Number)
  const first = Math.max(FIRST_INDEX, column.split('.').length)
  if (arcs.length <= FIRST_INDEX) return { oid, isOfSomebody: false }
  const isPrivate = oid.startsWith(PRIVATE) && !oid.startsWith(COMMANDS)
  const places = placesIn(arcs)
  const out = [...arcs]
  const settle = ({ kind, at }: Place): void => {
    const bytes = Buffer.from(arcs.slice(at, at + LENGTHS[kind]))
    out.splice(at, LENGTHS[kind], ...secrets.standIn(kind, bytes))
  }
  places.forEach(settle)
  let isOfSomebody = false
  for (let at = first; at < arcs.length; at++) {
    const settled = places.find((place) => at >= place.at && at < place.at + LENGTHS[place.kind])
    const text = settled === undefined && isPrivate ? textLength(arcs, at) : 0
    const found = settled === undefined && text === 0 ? addressAt(arcs, at, isPrivate, secrets) : null
    if (text > 0) {
      const bytes = Buffer.from(arcs.slice(at, at + text)).toString('latin1')
      out.splice(at, text, ...Buffer.from(secrets.standIns.words(bytes), 'latin1'))
      at += text - 1
    } else if (found !== null) {
      settle({ kind: found, at })
      isOfSomebody ||= isPrivate
      at += LENGTHS[found] - 1
    } else if (settled === undefined && secrets.words.isSerial(String(arcs[at]))) {
      out[at] = numericSerial(arcs[at] ?? 0, secrets)
    }
  }
  return { oid: out.join('.'), isOfSomebody }
}

/** What stands for a serial number that is told as a number of 32 bits. */
export function numericSerial(value: number, { standIns }: Secrets): number {
  return Number(standIns.serial(String(value))) % 2 ** 31
}

/** How many numbers from here on spell a text: as many as the number before says, or up to the end. 0 when they do not. */
function textLength(arcs: readonly number[], at: number): number {
  const left = arcs.length - at
  const counted = arcs[at - 1] ?? 0
  const length = counted >= 4 && counted <= left ? counted : left
  if (length < 4 || (length !== counted && length < 6)) return 0
  const spelled = arcs.slice(at, at + length)
  const letters = spelled.filter((arc) => (arc >= 0x41 && arc <= 0x5a) || (arc >= 0x61 && arc <= 0x7a)).length
  const isPrintable = spelled.every((arc) => arc >= 0x20 && arc <= 0xff && arc !== 0x7f)
  return isPrintable && letters >= 3 && letters * 2 >= length ? length : 0
}

function addressAt(arcs: readonly number[], at: number, isPrivate: boolean, secrets: Secrets): Place['kind'] | null {
  const known = (['ip6', 'mac', 'ip4'] as const).find((kind) => {
    if (!isThere(arcs, at, kind)) return false
    const octets = arcs.slice(at, at + LENGTHS[kind])
    // 10.1.1.1 may be a table's number as well, unless its length stands before it or it ends the index.
    const isPlain = kind !== 'ip4' || octets.some((octet) => octet > 31) || arcs[at - 1] === 4 || at + 4 === arcs.length
    return isPlain && secrets.has(kind, Buffer.from(octets))
  })
  if (known !== undefined) return known
  return isPrivate && looksLikeMac(arcs, at) ? 'mac' : null
}

/** In a maker's own table, which may list what pupils carry: six octets near the end, most of them large. */
function looksLikeMac(arcs: readonly number[], at: number): boolean {
  if (!isThere(arcs, at, 'mac') || arcs.length - at - LENGTHS.mac > 2) return false
  const octets = arcs.slice(at, at + LENGTHS.mac)
  return octets.filter((octet) => octet > 31).length >= 3 && new Set(octets).size >= 4
}
