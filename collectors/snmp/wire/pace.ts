import { longestPrefix } from '../../../src/lib/longest-prefix.js'
import type { PaceLimits, PacketPace } from '../../../src/model/reading.js'

/** A tenth of a second's worth of packets, refilled at the rate, less what is reserved of it. No rate, no wait. */
class Bucket {
  readonly #perSecond: number | null
  #reserved = 0
  #tokens = 1
  #filledAt = performance.now()

  constructor(perSecond: number | null) {
    this.#perSecond = perSecond === null ? null : Math.max(1, perSecond)
  }

  get isFree(): boolean {
    return this.#perSecond === null
  }

  reserve(perSecond: number): void {
    this.waitMs(performance.now()) // What was gathered until now was gathered at the rate until now.
    this.#reserved += perSecond
  }

  /** How long until a packet may leave: 0 is now. */
  waitMs(now: number): number {
    if (this.#perSecond === null) return 0
    // Something is left whatever is reserved: who answers is read while the others are looked for.
    const rate = Math.max(this.#perSecond / 16, this.#perSecond - this.#reserved)
    this.#tokens = Math.min(Math.max(1, rate / 10), this.#tokens + ((now - this.#filledAt) / 1000) * rate)
    this.#filledAt = now
    return this.#tokens >= 1 ? 0 : ((1 - this.#tokens) / rate) * 1000
  }

  take(cost: number): void {
    this.#tokens -= cost
  }
}

/** Packets that wait for the same limit. */
interface Lane {
  readonly bucket: Bucket
  readonly waiting: (() => void)[]
  /** What leaves when nothing else waits. */
  readonly patient: (() => void)[]
}

function laneOf(bucket: Bucket): Lane {
  return { bucket, waiting: [], patient: [] }
}

/**
 * Spaces sendings out: a limit for all of them, and one for each network that has its own. Networks take turns, so that
 * a slow one holds nobody else up.
 */
export class Pace implements PacketPace {
  readonly #random: () => number
  #total = new Bucket(null)
  #open = laneOf(new Bucket(null))
  #laneOf: (address: string) => Lane | null = () => null
  #jitter = 0
  readonly #ready = new Set<Lane>()
  #timer: NodeJS.Timeout | null = null
  #isDraining = false

  /** `random` gives numbers from 0 to 1, as Math.random does. */
  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** Sets the limits; what waits for the former ones leaves as these allow. */
  limit({ packetsPerSecond, networks = [], jitter = 0 }: PaceLimits): void {
    const late = [...this.#ready].flatMap(({ waiting, patient }) => [...waiting, ...patient])
    this.#ready.clear()
    this.#total = new Bucket(packetsPerSecond)
    this.#jitter = jitter
    this.#open = laneOf(new Bucket(null))
    if (late.length > 0) this.#ready.add(this.#open)
    this.#open.waiting.push(...late)
    this.#laneOf = longestPrefix(
      networks.map(({ cidr, packetsPerSecond: own }) => {
        return [cidr, own === null ? this.#open : laneOf(new Bucket(own))] as const
      }),
    )
    this.#drain()
  }

  /**
   * Runs `send` now or as soon as the rates allow; those to one network in order, and patient ones after the others: a
   * device that is being read does not wait behind thousands of addresses where nobody may be.
   */
  run(send: () => void, address: string, isPatient = false): void {
    const lane = this.#laneOf(address) ?? this.#open
    if (lane.bucket.isFree && this.#total.isFree) {
      send()
      return
    }
    if (this.#ready.size === 0 && this.#wait(lane) === 0) {
      this.#spend(lane)
      send()
      return
    }
    ;(isPatient ? lane.patient : lane.waiting).push(send)
    this.#ready.add(lane)
    this.#drain()
  }

  turn(address: string): Promise<void> {
    return new Promise((resolve) => this.run(resolve, address, true))
  }

  reserve(perSecond: number, within: string | null): () => void {
    const lane = within === null ? null : this.#laneOf(within)
    const buckets = [this.#total, ...(lane === null ? [] : [lane.bucket])]
    for (const bucket of buckets) bucket.reserve(perSecond)
    return () => {
      for (const bucket of buckets) bucket.reserve(-perSecond)
      this.#drain()
    }
  }

  #wait({ bucket }: Lane): number {
    const now = performance.now()
    return Math.max(this.#total.waitMs(now), bucket.waitMs(now))
  }

  #spend({ bucket }: Lane): void {
    // Never less than a packet's worth: the limits hold whatever is drawn.
    const cost = 1 + this.#jitter * this.#random()
    this.#total.take(cost)
    bucket.take(cost)
  }

  #drain(): void {
    if (this.#isDraining) return
    this.#isDraining = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    let wait = 0
    try {
      while (this.#ready.size > 0 && wait === 0) wait = this.#round()
    } finally {
      this.#isDraining = false
    }
    if (this.#ready.size > 0) this.#timer = setTimeout(() => this.#drain(), Math.max(1, wait))
  }

  /** Packets of the networks that may send, in turn. Gives 0 when any left, else how long none will. */
  #round(): number {
    let soonest = Infinity
    for (const lane of this.#ready) {
      const wait = this.#wait(lane)
      soonest = Math.min(soonest, wait)
      if (wait > 0) continue
      this.#spend(lane)
      const send = lane.waiting.shift() ?? lane.patient.shift()
      this.#ready.delete(lane)
      if (lane.waiting.length > 0 || lane.patient.length > 0) this.#ready.add(lane) // Behind the others.
      send?.()
    }
    return soonest
  }
}
