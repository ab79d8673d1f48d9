import { setImmediate } from 'node:timers/promises'
import type { RawVarbind } from '../wire/net-snmp.js'
import type { Answer, Ask, Asked } from '../wire/session.js'
import { END_OF_MIB_VIEW } from '../wire/value.js'
import type { Recording } from './recording.js'

const NO_SUCH_INSTANCE = 0x81 // RFC 3416
/** Answers between two rests, so that other work, and Ctrl-C, have their turn. */
const ANSWERS_A_TURN = 50

/** Answers from a recording what its agent would have answered. No packet is sent. */
export class ReplaySession implements Asked {
  readonly slowestMs = null
  readonly #recording: Recording
  #answers = 0

  constructor(recording: Recording) {
    this.#recording = recording
  }

  async ask(ask: Ask): Promise<Answer> {
    if (++this.#answers % ANSWERS_A_TURN === 0) await setImmediate()
    return { varbinds: ask.oids.map((oid) => this.#answer(ask, oid)) }
  }

  #answer(ask: Ask, oid: string): readonly RawVarbind[] {
    if (ask.kind === 'get') {
      return [this.#recording.find(oid) ?? { oid, type: NO_SUCH_INSTANCE, value: null }]
    }
    const wanted = ask.kind === 'getBulk' ? ask.repetitions : 1
    const found = this.#recording.after(oid, wanted)
    if (found.length === wanted) return found
    return [...found, { oid: found.at(-1)?.oid ?? oid, type: END_OF_MIB_VIEW, value: null }]
  }
}
