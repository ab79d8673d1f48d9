import type { DeviceReading } from '../../model/device.js'
import type { Target } from './targets.js'

/** An address to ask, and who named it: null for one that was asked for. */
export interface NamedTarget extends Target {
  readonly namedBy: string | null
}

/**
 * The targets of a crawl: its seeds, then every address that a device names as it is read, each once, until nobody who is
 * still being read could name another.
 */
export class Crawl {
  readonly #isWithin: (address: string) => boolean
  readonly #met = new Set<string>()
  readonly #waiting: NamedTarget[] = []
  #open = 0
  #wake: (() => void) | null = null

  /** @param isWithin whether an address may be asked at all: the configured networks, without what is excluded. */
  constructor(isWithin: (address: string) => boolean) {
    this.#isWithin = isWithin
  }

  /** How many addresses were met so far. */
  get addresses(): number {
    return this.#met.size
  }

  /** Adds an address that a person asked for. */
  seed({ address, named }: Target): void {
    this.#add({ address, named, namedBy: null })
  }

  /** Adds what a device names: its neighbours' management addresses, and the addresses that it has resolved. */
  hear(by: string, { neighbours, addressSightings }: Pick<DeviceReading, 'neighbours' | 'addressSightings'>): void {
    for (const { remoteAddresses } of neighbours) {
      // A device that says it is there is worth a row, also when it stays silent.
      for (const address of remoteAddresses) this.#add({ address, named: true, namedBy: by })
    }
    for (const { address } of addressSightings) this.#add({ address, named: false, namedBy: by })
  }

  /** Every target; each is followed by `done` once it has said all that it names. */
  async *targets(): AsyncGenerator<NamedTarget> {
    for (;;) {
      const next = this.#waiting.shift()
      if (next !== undefined) {
        this.#open++
        yield next
      } else if (this.#open === 0) {
        return
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    }
  }

  /** Says that a target has been asked. */
  done(): void {
    this.#open--
    this.#stir()
  }

  #add(target: NamedTarget): void {
    if (this.#met.has(target.address) || (target.namedBy !== null && !this.#isWithin(target.address))) return
    this.#met.add(target.address)
    this.#waiting.push(target)
    this.#stir()
  }

  #stir(): void {
    this.#wake?.()
    this.#wake = null
  }
}
