import type { Reason } from '../../../src/model/outcome.js'
import { reasonCodeOf, type Failure } from './failure.js'
import type { Limits } from './limits.js'
import { Repetitions } from './repetitions.js'
import type { Answer, Ask, Asked } from './session.js'
import { isAbsent, valueOf, type Value } from './value.js'

/** Objects in one GET: more than this and small agents answer tooBig or not at all. */
const OBJECTS_PER_GET = 24

/**
 * An agent that answered once, asked within its limits. What goes wrong is kept as the first `reason`; readers get
 * what there is.
 */
export class Agent {
  readonly limits: Limits
  readonly repetitions = new Repetitions()
  /** The first thing that went wrong; null while nothing did. */
  reason: Reason | null = null
  /** True once the agent fell silent for good, the time is up or the reading was cancelled: nothing more is asked. */
  over = false
  readonly #session: Asked
  readonly #signal: AbortSignal

  constructor(session: Asked, limits: Limits, signal: AbortSignal) {
    this.#session = session
    this.limits = limits
    this.#signal = signal
  }

  /** One request. `retries` is how often it is sent again after silence. */
  async ask(ask: Ask, retries = this.limits.retries): Promise<Answer> {
    if (this.#signal.aborted) return { failure: 'cancelled' }
    if (this.limits.leftMs <= 0) return { failure: 'out-of-time' }
    return this.#session.ask(ask, { timeoutMs: this.limits.timeoutMs(this.#session.slowestMs), retries }, this.#signal)
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
    } else if (oids.length > 1 && ['too-big', 'refused', 'broken', 'silence'].includes(answer.failure)) {
      if (answer.failure === 'silence' && !(await this.isAlive(during))) return
      const half = Math.ceil(oids.length / 2)
      await this.#getInto(values, oids.slice(0, half), during)
      if (!this.over) await this.#getInto(values, oids.slice(half), during)
    } else if (answer.failure !== 'refused') {
      // noSuchName from an agent that speaks v2c as v1 did: the object is absent, which is no fault.
      this.note(answer.failure, during)
    }
  }

  /** After silence: does it still answer the simplest question? If not, the reading is over. */
  async isAlive(during: string): Promise<boolean> {
    const answer = await this.ask({ kind: 'getNext', oids: ['1.3.6.1.2.1'] })
    if ('varbinds' in answer) return true
    this.note(answer.failure, during)
    this.over = true
    return false
  }
}
