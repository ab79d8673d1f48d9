import { isIPv6 } from 'node:net'
import { eachWithin } from '../../src/lib/concurrency.js'
import type { PacketPace } from '../../src/model/reading.js'
import { ping } from '../ping.js'
import { findFping, Fping, type FpingRun } from './fping.js'
import { PingUnavailable } from './unavailable.js'

/** Addresses that are swept together: those of one network with a limit of its own, or all the others. */
export interface SweepLane {
  readonly addresses: Iterable<string>
  /** Packets a second at most, beside the limit of the whole sweep; null is none. */
  readonly perSecond: number | null
  /** An address of the network whose limit this is. */
  readonly within: string | null
}

/** How a sweep is done. */
export interface SweepOptions {
  /** Echoes a second, all lanes together. */
  readonly packetsPerSecond: number
  readonly timeoutMs: number
  readonly retries: number
  readonly pace: PacketPace
  readonly signal: AbortSignal
  /** Its PATH finds the programs. */
  readonly env: NodeJS.ProcessEnv
}

/** What became of an address. */
export interface Swept {
  readonly address: string
  readonly alive: boolean
}

/** What the sweep takes of a rate: the rest is for reading those that have answered. */
const SHARE = 15 / 16
/** Programs at once, each with a network that has a limit of its own. */
const PROGRAMS = 16
/** What one program is given: it holds its targets in its own memory, some 500 bytes each. */
const MOST_ADDRESSES = 65_536
const LONGEST_SECONDS = 300
/** Runs of `ping` at once, where there is no `fping`. */
const PINGS = 64

/**
 * Asks addresses for an echo and tells the fate of each as soon as it is known, in no order. Addresses are pulled as
 * they are needed and never held.
 *
 * With an `fping` on the PATH that may ask, one program asks up to 65,536 addresses of one family and one lane; without it, one `ping`
 * is run for each address, a few at a time. Interrupted, it stops and tells nothing of the rest.
 *
 * @throws PingUnavailable when no echo can be asked for on this machine.
 */
export async function* sweep(lanes: readonly SweepLane[], options: SweepOptions): AsyncGenerator<Swept, void, void> {
  const program = await findFping(options.env)
  if (program === null) yield* pingEach(lanes, options)
  else yield* new FpingSweep(program, lanes, options).run()
}

async function* pingEach(lanes: readonly SweepLane[], options: SweepOptions): AsyncGenerator<Swept, void, void> {
  const { pace, signal, timeoutMs, env } = options
  function* addresses(): Generator<string> {
    for (const lane of lanes) yield* lane.addresses
  }
  yield* eachWithin(addresses(), PINGS, async (address) => {
    for (let sending = 0; sending <= options.retries; sending++) {
      if (signal.aborted) return null
      await pace.turn(address)
      const result = await ping(address, { timeoutMs, env })
      if (result.status === 'unavailable') throw new PingUnavailable(result.why)
      if (result.status === 'alive') return { address, alive: true }
    }
    return { address, alive: false }
  })
}

interface Running {
  readonly fping: Fping
  readonly perSecond: number
  release(): void
}

/** Shares the rate among programs: networks with a limit first, each at its own; the others take what is left. */
class FpingSweep {
  readonly #program: string
  readonly #options: SweepOptions
  readonly #waiting: LaneReader[]
  readonly #running = new Set<Running>()
  #wake = (): void => undefined

  constructor(program: string, lanes: readonly SweepLane[], options: SweepOptions) {
    this.#program = program
    this.#options = options
    this.#waiting = [...lanes]
      .sort((a, b) => Number(a.perSecond === null) - Number(b.perSecond === null))
      .map((lane) => new LaneReader(lane))
  }

  async *run(): AsyncGenerator<Swept, void, void> {
    const { signal } = this.#options
    const stop = (): void => {
      for (const { fping } of this.#running) void fping.end()
      this.#wake()
    }
    signal.addEventListener('abort', stop, { once: true })
    try {
      while (!signal.aborted) {
        const woken = new Promise<void>((resolve) => (this.#wake = resolve))
        this.#start()
        if (this.#running.size === 0) return
        for (const running of this.#running) {
          for (const told of running.fping.take()) {
            yield told
            if (signal.aborted) return
          }
          if (running.fping.isOver) this.#end(running)
        }
        if (![...this.#running].some(({ fping }) => fping.isOver) && this.#running.size > 0) await woken
      }
    } finally {
      signal.removeEventListener('abort', stop)
      const left = [...this.#running]
      for (const running of left) this.#end(running)
      await Promise.all(left.map(({ fping }) => fping.end()))
    }
  }

  #end(running: Running): void {
    running.release()
    this.#running.delete(running)
  }

  #start(): void {
    const { packetsPerSecond, timeoutMs, retries, pace } = this.#options
    const all = packetsPerSecond * SHARE
    for (const lane of [...this.#waiting]) {
      if (lane.isBusy || this.#running.size >= PROGRAMS) continue
      const free = all - [...this.#running].reduce((sum, { perSecond }) => sum + perSecond, 0)
      const wanted = lane.perSecond === null ? all : Math.min(all, lane.perSecond * SHARE)
      // Rather than a crawl for minutes: a lane waits until a fair part of what it may take is free.
      if (free < Math.min(wanted, all / PROGRAMS)) continue
      const perSecond = Math.min(wanted, free)
      const chunk = lane.chunk(Math.min(MOST_ADDRESSES, Math.ceil(perSecond * LONGEST_SECONDS)))
      if (chunk === null) {
        this.#waiting.splice(this.#waiting.indexOf(lane), 1)
        continue
      }
      lane.isBusy = true
      const run: FpingRun = { program: this.#program, family: chunk.family, perSecond, timeoutMs, retries }
      const unreserve = pace.reserve(perSecond, lane.within)
      const release = (): void => {
        unreserve()
        lane.isBusy = false
      }
      this.#running.add({ fping: new Fping(run, chunk.addresses, () => this.#wake()), perSecond, release })
    }
  }
}

/** Cuts a lane into what one program takes: addresses of one family, so many at most. */
class LaneReader {
  readonly perSecond: number | null
  readonly within: string | null
  isBusy = false
  readonly #addresses: Iterator<string>
  #next: IteratorResult<string>

  constructor({ addresses, perSecond, within }: SweepLane) {
    this.perSecond = perSecond
    this.within = within
    this.#addresses = addresses[Symbol.iterator]()
    this.#next = this.#addresses.next()
  }

  /** Null when there is nothing left. */
  chunk(most: number): { readonly family: 4 | 6; readonly addresses: Iterable<string> } | null {
    if (this.#next.done === true) return null
    const family = isIPv6(this.#next.value) ? 6 : 4
    return { family, addresses: this.#take(family, most) }
  }

  *#take(family: 4 | 6, most: number): Generator<string> {
    for (let taken = 0; taken < most; taken++) {
      if (this.#next.done === true || (isIPv6(this.#next.value) ? 6 : 4) !== family) return
      yield this.#next.value
      this.#next = this.#addresses.next()
    }
  }
}
