import { createHmac } from 'node:crypto'

const WORD = /[\p{L}\p{N}]+/gu
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'
const ACCENTED = 'àâçèéêëîïôùûü' // Each is one byte in ISO 8859-1 and two in UTF-8, as what it stands for.
/** How often another stand-in is looked for when one is already somebody else's. */
const TRIES = 100

/**
 * What stands for words and addresses: the same for the same, another for another, as long as the key is the same; who has
 * not the key cannot go back.
 */
export class StandIns {
  readonly #key: Buffer
  readonly #known = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(key: Buffer) {
    this.#key = key
  }

  /** Each word of a text by one of the same shape (letters by letters, digits by digits). Numbers below 100 stay. */
  words(text: string): string {
    return text.replace(WORD, (word) => (/^\d{1,2}$/.test(word) ? word : this.#word(word)))
  }

  /** As `words`, short numbers too: parts of a serial number. */
  serial(text: string): string {
    return text.replace(WORD, (word) => this.#word(word))
  }

  /**
   * A MAC address, given as 6 bytes: its maker's three stay. One that is locally administered has no maker, and keeps its
   * first byte. Those of groups and of routers' protocols are nobody's, and stay.
   */
  mac(bytes: Buffer): Buffer {
    const hex = bytes.toString('hex')
    if (isNobodysMac(hex)) return bytes
    const kept = ((bytes[0] ?? 0) & 0x03) === 2 ? 1 : 3
    return Buffer.from(this.#permuted(hex, kept * 2), 'hex')
  }

  /** An IPv4 address by one of 100.64.0.0/10 (RFC 6598), which no school's devices have; masks and loopback stay. */
  ip4(bytes: Buffer): Buffer {
    if (isNobodysIp4(bytes)) return bytes
    const hex = this.#oneOf(`ip4 ${bytes.toString('hex')}`, (random) => {
      const address = Buffer.from([100, 64 | ((random[0] ?? 0) & 63), random[1] ?? 0, random[2] ?? 0])
      return address.toString('hex')
    })
    return Buffer.from(hex, 'hex')
  }

  /** An IPv6 address by one of 2001:db8::/32 (RFC 3849); a link-local one stays link-local. */
  ip6(bytes: Buffer): Buffer {
    const hex = bytes.toString('hex')
    if (/^0{31}[01]$/.test(hex)) return bytes
    if (/^0{20}ffff/.test(hex)) return Buffer.concat([bytes.subarray(0, 12), this.ip4(bytes.subarray(12))])
    const random = this.#random(`ip6 ${hex}`)
    // A solicited-node address (RFC 4291, 2.7.1) ends as the address that it asks for; other groups are nobody's.
    if (hex.startsWith('ff')) {
      return /^ff02.{18}01ff/.test(hex) ? Buffer.concat([bytes.subarray(0, 13), random.subarray(0, 3)]) : bytes
    }
    const kept = hex.startsWith('fe8') ? bytes.subarray(0, 8) : Buffer.from('20010db8', 'hex')
    return Buffer.concat([kept, random.subarray(0, 16 - kept.length)])
  }

  /** Some bytes by others, for what only has to be the same where it was the same. */
  bytes(bytes: Buffer): Buffer {
    return this.#random(`bytes ${bytes.toString('hex')}`).subarray(0, bytes.length)
  }

  #word(word: string): string {
    const lower = word.toLowerCase()
    const standIn = this.#oneOf(`word ${lower}`, (random) => {
      const shaped = [...lower].map((sign, i) => shapedAs(sign, random[i % random.length] ?? 0)).join('')
      return shaped === lower && lower.length > 1 ? null : shaped
    })
    const signs = [...standIn]
    return [...word].map((sign, i) => (sign === sign.toLowerCase() ? signs[i] : signs[i]?.toUpperCase())).join('')
  }

  /** The stand-in of a thing: made once, and no other thing's. */
  #oneOf(thing: string, make: (random: Buffer) => string | null): string {
    const known = this.#known.get(thing)
    if (known !== undefined) return known
    const kind = thing.slice(0, thing.indexOf(' '))
    let made: string | null = null
    for (let tries = 0; tries < TRIES; tries++) {
      made = make(this.#random(`${thing} ${tries}`)) ?? made
      if (made !== null && !this.#taken.has(`${kind} ${made}`)) break
    }
    const standIn = made ?? ''
    this.#known.set(thing, standIn)
    this.#taken.add(`${kind} ${standIn}`)
    return standIn
  }

  /** The hexadecimal digits after `from` by others, in a way that gives each its own: a Feistel network. */
  #permuted(hex: string, from: number): string {
    const head = hex.slice(0, from)
    const half = (hex.length - from) / 2
    let left = Number.parseInt(hex.slice(from, from + half), 16)
    let right = Number.parseInt(hex.slice(from + half), 16)
    for (let round = 0; round < 6; round++) {
      const mixed = this.#random(`mac ${head} ${round} ${right}`).readUInt32BE() % 16 ** half
      ;[left, right] = [right, (left ^ mixed) >>> 0]
    }
    return head + left.toString(16).padStart(half, '0') + right.toString(16).padStart(half, '0')
  }

  #random(of: string): Buffer {
    return createHmac('sha256', this.#key).update(of).digest()
  }
}

function shapedAs(sign: string, random: number): string {
  if (/\d/.test(sign)) return DIGITS[random % DIGITS.length] ?? sign
  if (/[a-z]/.test(sign)) return LETTERS[random % LETTERS.length] ?? sign
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x100) return ACCENTED[random % ACCENTED.length] ?? sign
  // The same number of bytes in UTF-8: a Greek letter, or one of the first ideographs.
  return code < 0x800
    ? String.fromCharCode(0x3b1 + (random % 17))
    : code < 0x10000
      ? String.fromCharCode(0x4e00 + random)
      : sign
}

/**
 * Zeros, groups, VRRP (RFC 5798) and HSRP (RFC 2281): the same on every network. The group that asks for an IPv6 address
 * (33:33:ff, RFC 2464) ends as that address does, and is somebody's.
 */
export function isNobodysMac(hex: string): boolean {
  return /^(?:0{12}|f{12}|00005e000[12]|00000c07ac|00000c9ff|01005e|0180c2|01000c|3333(?!ff))/.test(hex)
}

/** Unspecified, the host's own loopback, groups, and what is a mask. */
export function isNobodysIp4(bytes: Buffer): boolean {
  const value = bytes.readUInt32BE()
  const [first = 0, second = 0] = bytes
  const isMask = first >= 128 && ((~value >>> 0) & ((~value >>> 0) + 1)) === 0
  return first === 0 || (first === 127 && second === 0) || first >= 224 || isMask
}
