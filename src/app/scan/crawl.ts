import { holds, merged, type AddressRange } from '../../lib/address-ranges.js'
import { addressNumber } from '../../lib/cidr.js'
import { longestPrefix } from '../../lib/longest-prefix.js'
import type { TargetRange } from './targets.js'

/** What a device names. */
interface Names {
  readonly neighbours: readonly { readonly remoteAddresses: readonly string[] }[]
  readonly addressSightings: readonly { readonly address: string }[]
}

/**
 * What devices name as they are read: their neighbours' management addresses (LLDP, CDP…) and the addresses that they
 * have resolved (ARP). A crawl goes in rounds: each asks what the one before has heard of, until nothing new is heard.
 */
export class Crawl {
  readonly #within: (address: string) => unknown
  readonly #asked: readonly AddressRange[]
  readonly #heard = new Map<string, { readonly by: string; isDevice: boolean }>()
  #fresh = new Set<string>()

  /**
   * @param networks CIDRs outside which nothing is asked.
   * @param asked addresses that are asked anyway, or never.
   */
  constructor(networks: readonly string[], asked: readonly AddressRange[]) {
    this.#within = longestPrefix(networks.map((cidr) => [cidr, cidr] as const))
    this.#asked = merged(asked)
  }

  /** The address of the device that named one; null for one that nobody named. */
  namedBy(address: string): string | null {
    return this.#heard.get(address)?.by ?? null
  }

  /** Keeps what a device names. */
  hear(by: string, { neighbours, addressSightings }: Names): void {
    // A neighbour says itself that it is a device: its silence is worth a row.
    for (const { remoteAddresses } of neighbours) for (const each of remoteAddresses) this.#add(each, by, true)
    for (const { address } of addressSightings) this.#add(address, by, false)
  }

  /** What was heard of since the last time, to be asked. */
  next(): TargetRange[] {
    const fresh = [...this.#fresh]
    this.#fresh = new Set()
    return fresh.flatMap((address) => {
      const number = addressNumber(address)
      const isDevice = this.#heard.get(address)?.isDevice === true
      return number === null ? [] : [{ first: number, last: number, named: isDevice }]
    })
  }

  #add(address: string, by: string, isDevice: boolean): void {
    const heard = this.#heard.get(address)
    if (heard !== undefined) {
      heard.isDevice ||= isDevice
      return
    }
    const number = addressNumber(address)
    if (number === null || holds(this.#asked, number) || this.#within(address) === null) return
    this.#heard.set(address, { by, isDevice })
    this.#fresh.add(address)
  }
}
