import type { SnmpSettings } from '../../../src/model/reading.js'

/** What one device may cost at most, and how long each answer is waited for. */
export class Limits {
  readonly maxRowsPerTable: number
  readonly retries: number
  readonly #timeoutMs: number
  readonly #deadline: number

  constructor(settings: SnmpSettings) {
    this.maxRowsPerTable = settings.maxRowsPerTable
    this.retries = settings.retries
    this.#timeoutMs = settings.timeoutMs
    this.#deadline = performance.now() + settings.maxMsPerDevice
  }

  get leftMs(): number {
    return this.#deadline - performance.now()
  }

  /**
   * How long to wait for an answer. Once round trips are known, ten times the slowest is enough, and at least two
   * thirds of the configured time: an agent that is asked for many rows takes longer than for one.
   */
  timeoutMs(slowestMs: number | null): number {
    const adapted = slowestMs === null ? this.#timeoutMs : Math.max((this.#timeoutMs * 2) / 3, slowestMs * 10)
    return Math.max(1, Math.min(this.#timeoutMs, adapted, this.leftMs))
  }
}
