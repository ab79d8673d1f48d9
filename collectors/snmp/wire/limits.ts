import type { SnmpSettings } from '../../../src/model/reading.js'

/** What a table costs at most where the settings do not say: two minutes, and 16 MB received. */
const MS_PER_TABLE = 120_000
const BYTES_PER_TABLE = 16 << 20
const BYTES_PER_DEVICE = 64 << 20

/** What one device may cost at most, and how long each answer is waited for. */
export class Limits {
  readonly maxRowsPerTable: number
  readonly maxMsPerTable: number
  readonly maxBytesPerTable: number
  readonly maxBytesPerDevice: number
  readonly retries: number
  readonly maxCredentialTries: number
  readonly #timeoutMs: number
  readonly #deadline: number
  readonly #waitedMs: () => number

  /** `waitedMs`: how long its packets have waited for their turn so far, which is no fault of the device. */
  constructor(settings: SnmpSettings, waitedMs = (): number => 0) {
    this.#waitedMs = waitedMs
    this.maxRowsPerTable = settings.maxRowsPerTable
    this.maxMsPerTable = settings.maxMsPerTable ?? MS_PER_TABLE
    this.maxBytesPerTable = settings.maxBytesPerTable ?? BYTES_PER_TABLE
    this.maxBytesPerDevice = settings.maxBytesPerDevice ?? BYTES_PER_DEVICE
    this.retries = settings.retries
    this.maxCredentialTries = settings.maxCredentialTries ?? Infinity
    this.#timeoutMs = settings.timeoutMs
    this.#deadline = this.nowMs + settings.maxMsPerDevice
  }

  /** A clock, in milliseconds, that stands while the device's packets wait for their turn. */
  get nowMs(): number {
    return performance.now() - this.#waitedMs()
  }

  get leftMs(): number {
    return this.#deadline - this.nowMs
  }

  /** The longest wait for one answer, within what is left for the device. */
  get timeoutMs(): number {
    return Math.max(1, Math.min(this.#timeoutMs, this.leftMs))
  }
}
