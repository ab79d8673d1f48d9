import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import { LENGTHS, type Place } from './indexes.js'
import type { PrivateWords } from './private-words.js'
import { isNobodysIp4, isNobodysMac, type StandIns } from './stand-ins.js'

export type AddressKind = Place['kind']

/** Everything that is private in one device, and what stands for it. */
export class Secrets {
  readonly words: PrivateWords
  readonly standIns: StandIns
  readonly #addresses: Readonly<Record<AddressKind, Set<string>>> = { mac: new Set(), ip4: new Set(), ip6: new Set() }

  constructor(words: PrivateWords, standIns: StandIns) {
    this.words = words
    this.standIns = standIns
  }

  /** Notes an address, given as its bytes; one that is nobody's is not private. */
  addAddress(kind: AddressKind, bytes: Buffer): void {
    const hex = bytes.toString('hex')
    const isNobodys =
      kind === 'mac' ? isNobodysMac(hex) : kind === 'ip4' ? isNobodysIp4(bytes) : /^(?:0{31}[01]$|ff)/.test(hex)
    if (bytes.length === LENGTHS[kind] && !isNobodys) this.#addresses[kind].add(hex)
  }

  /** Notes an address as it is written. */
  addWritten(text: string): void {
    const bytes = addressBytes(text)
    if (bytes !== null) this.addAddress(bytes.length === 4 ? 'ip4' : 'ip6', bytes)
    else if (/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text))
      this.addAddress('mac', Buffer.from(text.replaceAll(':', ''), 'hex'))
  }

  has(kind: AddressKind, bytes: Buffer): boolean {
    return this.#addresses[kind].has(bytes.toString('hex'))
  }

  standIn(kind: AddressKind, bytes: Buffer): Buffer {
    return this.standIns[kind](bytes)
  }
}

/** 4 or 16 bytes; null for what is no IP address in full. */
export function addressBytes(text: string): Buffer | null {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    const octets = text.split('.').map(Number)
    return octets.every((octet) => octet <= 255) ? Buffer.from(octets) : null
  }
  return isIPv6(text) ? Buffer.from(ipaddr.IPv6.parse(text.replace(/%.*/, '')).toByteArray()) : null
}

/** An IP address of 4 or 16 bytes in its usual writing. */
export function addressWritten(bytes: Buffer): string {
  const address = ipaddr.fromByteArray([...bytes])
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()
}
