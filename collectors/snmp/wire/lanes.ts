import type { Connected } from '../connect.js'
import { Session, type Answer, type Ask, type Asked, type Patience } from './session.js'
import type { Endpoint, Transport } from './transport.js'

interface Lane {
  readonly session: Session
  readonly endpoint: Endpoint
  busy: boolean
}

/**
 * Several sessions with one device, for as many requests in flight: a session and its endpoint take one at a time. Who
 * asks while all are busy waits for the first that is free.
 */
export class Lanes implements Asked {
  lastMs: number | null = null
  readonly isVersion1: boolean
  readonly device: string
  readonly #lanes: readonly Lane[]
  readonly #waiting: ((lane: Lane) => void)[] = []

  private constructor(lanes: readonly [Lane, ...Lane[]]) {
    this.#lanes = lanes
    this.isVersion1 = lanes[0].session.isVersion1
    this.device = lanes[0].session.device
  }

  /** Opens `most` lanes, the first of which is the session that is open already. */
  static async open(
    transport: Transport,
    endpoint: Endpoint,
    { session, credential, engine }: Connected,
    most: number,
  ): Promise<Lanes> {
    const others: Lane[] = []
    while (others.length < most - 1) {
      const own = transport.open(endpoint.address, endpoint.port, endpoint)
      others.push({ session: await Session.open(own, credential, engine), endpoint: own, busy: false })
    }
    return new Lanes([{ session, endpoint, busy: false }, ...others])
  }

  get slowestMs(): number | null {
    return this.#lanes.reduce<number | null>(
      (slowest, { session: { slowestMs: ms } }) => (ms === null ? slowest : Math.max(slowest ?? 0, ms)),
      null,
    )
  }

  /** By all together: of tables that are read at once, each one's cap on bytes counts what the others receive meanwhile. */
  get bytesReceived(): number {
    return this.#lanes.reduce((sum, { endpoint }) => sum + endpoint.bytesReceived, 0)
  }

  async ask(ask: Ask, patience: Patience, signal: AbortSignal): Promise<Answer> {
    const askedAt = performance.now()
    const lane = await this.#free()
    try {
      const withinMs = (patience.withinMs ?? Infinity) - (performance.now() - askedAt)
      if (withinMs <= 0) return { failure: 'out-of-time' }
      const answer = await lane.session.ask(ask, { ...patience, withinMs }, signal)
      if ('varbinds' in answer) this.lastMs = lane.session.lastMs
      return answer
    } finally {
      this.#leave(lane)
    }
  }

  /** Closes all but the first, whose endpoint counts what they have sent. */
  close(transport: Transport): void {
    const [first, ...others] = this.#lanes
    for (const { session, endpoint } of others) {
      session.close()
      transport.release(endpoint)
      if (first === undefined) continue
      first.endpoint.packetsSent += endpoint.packetsSent
      first.endpoint.bytesSent += endpoint.bytesSent
    }
  }

  /** The first that is free: its endpoint tells how long packets wait for their turn, so that it is never spared. */
  async #free(): Promise<Lane> {
    const lane = this.#lanes.find(({ busy }) => !busy)
    if (lane === undefined) return new Promise((resolve) => this.#waiting.push(resolve))
    lane.busy = true
    return lane
  }

  #leave(lane: Lane): void {
    const next = this.#waiting.shift()
    if (next === undefined) lane.busy = false
    else next(lane)
  }
}
