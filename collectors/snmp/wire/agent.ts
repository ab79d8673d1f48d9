import type { Reason } from '../../../src/model/outcome.js'
import { reasonCodeOf, type Failure } from './failure.js'
import type { Limits } from './limits.js'
import { rememberRepetitions, repetitionsOf, type Repetitions } from './repetitions.js'
import type { Answer, Ask, Asked } from './session.js'
import { isAbsent, valueOf, type Value } from './value.js'
import { askRows, withoutAbsent } from './version1.js'

/** Objects in one GET: more than this and small agents answer tooBig or not at all. */
const OBJECTS_PER_GET = 24

/**
 * An agent that answered once, asked within its limits. What goes wrong is kept as the first `reason`; readers get
 * what there is.
 */
export class Agent {
  readonly limits: Limits
  readonly repetitions: Repetitions
  /** The first thing that went wrong; null while nothing did. */
  reason: Reason | null = null
  /** True once the agent fell silent for good, the time is up or the reading was cancelled: nothing more is asked. */
  over = false
  #session: Asked
  readonly #signal: AbortSignal

  constructor(session: Asked, limits: Limits, signal: AbortSignal) {
    this.#session = session
    this.limits = limits
    this.#signal = signal
    this.repetitions = repetitionsOf(session.device ?? '')
  }

  /** Asks through another session from now on, or through several. */
  askThrough(session: Asked): void {
    this.#session = session
  }

  /** Round trip of the last answer in milliseconds; null when none is known. */
  get lastMs(): number | null {
    return this.#session.lastMs ?? null
  }

  /** Bytes received so far; 0 where there is no wire. */
  get bytesReceived(): number {
    return this.#session.bytesReceived ?? 0
  }

  /** False when the agent knows no GETBULK: one asked of it is answered by GETNEXTs. */
  get hasBulk(): boolean {
    return this.#session.isVersion1 !== true
  }

  /**
   * One request. `retries` is how often it is sent again after silence. An object that the agent says is absent with an
   * error (noSuchName, as v1 does) is answered as v2c would: by an exception, beside the others.
   */
  async ask(ask: Ask, retries = this.limits.retries): Promise<Answer> {
    if (ask.kind === 'getBulk' && !this.hasBulk) return askRows(ask, (one) => this.ask(one, retries))
    const answer = await this.#askOnce(ask, retries)
    if ('varbinds' in answer || answer.failure !== 'absent') return answer
    return withoutAbsent(ask, answer, (rest) => this.#askOnce(rest, retries))
  }

  async #askOnce(ask: Ask, retries: number): Promise<Answer> {
    if (this.#signal.aborted) return { failure: 'cancelled' }
    const withinMs = this.limits.leftMs
    if (withinMs <= 0 || this.bytesReceived > this.limits.maxBytesPerDevice) return { failure: 'out-of-time' }
    return this.#session.ask(ask, { timeoutMs: this.limits.timeoutMs, retries, withinMs }, this.#signal)
  }

  /** What was learnt of the sizes that this agent answers serves its next reading too. */
  failedSize(columns: number, rows: number): void {
    this.repetitions.failed(columns, rows)
    if (this.#session.device !== undefined) rememberRepetitions(this.#session.device, this.repetitions)
  }

  /** Notes that a reading broke off. `during` names the table or group. */
  note(failure: Failure | 'agent-loop' | 'cap-reached', during: string): void {
    const code = failure === 'agent-loop' || failure === 'cap-reached' ? failure : reasonCodeOf(failure, true)
    this.reason ??= { code, during }
    if (failure === 'out-of-time' || failure === 'cancelled') this.over = true
  }

  /**
   * Values of objects by instance OID; an absent one is not in the map. A group that fails as a whole is asked again in
   * halves, down to the one object that breaks it.
   */
  async get(oids: readonly string[], during: string): Promise<Map<string, Value>> {
    const values = new Map<string, Value>()
    for (let at = 0; at < oids.length && !this.over; at += OBJECTS_PER_GET) {
      await this.#getInto(values, oids.slice(at, at + OBJECTS_PER_GET), during)
    }
    return values
  }

  async #getInto(values: Map<string, Value>, oids: readonly string[], during: string): Promise<void> {
    const answer = await this.ask({ kind: 'get', oids })
    if ('varbinds' in answer) {
      for (const [i, [varbind]] of answer.varbinds.entries()) {
        const value = varbind === undefined || isAbsent(varbind) ? null : valueOf(varbind)
        // Some agents give the OIDs back in another order or form: what was asked decides.
        const oid = varbind !== undefined && oids.includes(varbind.oid) ? varbind.oid : oids[i]
        if (value !== null && oid !== undefined) values.set(oid, value)
      }
    } else if (oids.length > 1 && ['too-big', 'refused', 'absent', 'broken', 'silence'].includes(answer.failure)) {
      if (answer.failure === 'silence' && !(await this.isAlive(during))) return
      const half = Math.ceil(oids.length / 2)
      await this.#getInto(values, oids.slice(0, half), during)
      if (!this.over) await this.#getInto(values, oids.slice(half), during)
    } else {
      this.note(answer.failure, during)
    }
  }

  /** After silence: does it still answer the simplest question? If not, the reading is over. */
  async isAlive(during: string): Promise<boolean> {
    const answer = await this.ask({ kind: 'getNext', oids: ['1.3.6.1.2.1'] })
    if ('varbinds' in answer || ['too-big', 'refused', 'absent', 'denied', 'broken'].includes(answer.failure))
      return true
    this.note(answer.failure, during)
    this.over = true
    return false
  }
}
