import type { RawVarbind } from '../wire/net-snmp.js'
import type { Answer, Ask, Asked, Patience } from '../wire/session.js'
import { isAbsent } from '../wire/value.js'

/** Listens to all that an agent answers, and keeps each object once: the first value that was heard. */
export class Tap implements Asked {
  readonly #session: Asked
  readonly #maxBytes: number
  readonly #progress: (objects: number) => void
  readonly #heard = new Map<string, RawVarbind>()
  #bytes = 0

  /** Past `maxBytes` of OIDs and values nothing more is asked, as when the time is up. `progress` is told after each answer. */
  constructor(session: Asked, maxBytes: number, progress: (objects: number) => void) {
    this.#session = session
    this.#maxBytes = maxBytes
    this.#progress = progress
  }

  get slowestMs(): number | null {
    return this.#session.slowestMs
  }

  get lastMs(): number | null {
    return this.#session.lastMs ?? null
  }

  get bytesReceived(): number {
    return this.#session.bytesReceived ?? 0
  }

  get isVersion1(): boolean {
    return this.#session.isVersion1 === true
  }

  get device(): string {
    return this.#session.device ?? ''
  }

  get heard(): Iterable<RawVarbind> {
    return this.#heard.values()
  }

  async ask(ask: Ask, patience: Patience, signal: AbortSignal): Promise<Answer> {
    if (this.#bytes >= this.#maxBytes) return { failure: 'out-of-time' }
    const answer = await this.#session.ask(ask, patience, signal)
    if ('varbinds' in answer) for (const varbind of answer.varbinds.flat()) this.#hear(varbind)
    this.#progress(this.#heard.size)
    return answer
  }

  #hear(varbind: RawVarbind): void {
    if (isAbsent(varbind) || this.#heard.has(varbind.oid)) return
    const { oid, type, value } = varbind
    this.#bytes += oid.length + (Buffer.isBuffer(value) || typeof value === 'string' ? value.length : 4)
    // A copy: the bytes that the wire gives may hold the whole datagram.
    this.#heard.set(oid, { oid, type, value: Buffer.isBuffer(value) ? Buffer.from(value) : value })
  }
}
