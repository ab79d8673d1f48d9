/** Varbinds that one answer should hold: about what fits an Ethernet frame. */
const VARBINDS = 64

/**
 * How many rows to ask for at once. tooBig or silence halves it, down to GETNEXT (1); answers let it grow again, but
 * never back to a size that failed twice.
 */
export class Repetitions {
  #rows = VARBINDS
  #ceiling = VARBINDS
  #answered = 0
  readonly #failures = new Map<number, number>()

  /** Rows to ask for when `columns` are asked together. */
  for(columns: number): number {
    return Math.max(1, Math.min(this.#rows, Math.floor(VARBINDS / columns)))
  }

  answered(): void {
    if (++this.#answered < 4 || this.#rows >= this.#ceiling) return
    this.#answered = 0
    this.#rows = Math.min(this.#ceiling, this.#rows * 2)
  }

  /** After a request for `rows` rows failed. */
  failed(rows: number): void {
    const failures = (this.#failures.get(rows) ?? 0) + 1
    this.#failures.set(rows, failures)
    this.#answered = 0
    this.#rows = Math.max(1, Math.floor(rows / 2))
    if (failures >= 2) this.#ceiling = Math.max(1, Math.min(this.#ceiling, rows - 1))
  }
}
