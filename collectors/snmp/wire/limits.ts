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
  readonly #timeoutMs: number
  readonly #deadline: number

  constructor(settings: SnmpSettings) {
    this.maxRowsPerTable = settings.maxRowsPerTable
    this.maxMsPerTable = settings.maxMsPerTable ?? MS_PER_TABLE
    this.maxBytesPerTable = settings.maxBytesPerTable ?? BYTES_PER_TABLE
    this.maxBytesPerDevice = settings.maxBytesPerDevice ?? BYTES_PER_DEVICE
    this.retries = settings.retries
    this.#timeoutMs = settings.timeoutMs
    this.#deadline = performance.now() + settings.maxMsPerDevice
  }

  get leftMs(): number {
    return this.#deadline - performance.now()
  }

  /** The longest wait for one answer, within what is left for the device. */
  get timeoutMs(): number {
    return Math.max(1, Math.min(this.#timeoutMs, this.leftMs))
  }
}
