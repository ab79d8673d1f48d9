import type { ReasonCode } from '../../model/outcome.js'

/**
 * How far a scan has come, in the order of its addresses: everything before the mark is written. So a scan that was
 * killed goes on at its mark, and knows how many silent addresses, which have no row, it has behind it.
 */
export class Checkpoint {
  #next: number
  #mark: number
  readonly #silent: Partial<Record<ReasonCode, number>>
  /** Ended places past the mark, no more than are asked at once, with the reason of an address that has no row. */
  readonly #ended = new Map<number, ReasonCode | null>()

  /** @param mark the place, from 0, where the scan begins; `silent` counts the addresses without a row before it. */
  constructor(mark: number, silent: Readonly<Partial<Record<ReasonCode, number>>> = {}) {
    this.#mark = mark
    this.#next = mark
    this.#silent = { ...silent }
  }

  /** The first place that is not over yet. */
  get mark(): number {
    return this.#mark
  }

  /** Reason → addresses before the mark that have no row. */
  get silent(): Readonly<Partial<Record<ReasonCode, number>>> {
    return { ...this.#silent }
  }

  /** The place of the next address that is asked. */
  begin(): number {
    return this.#next++
  }

  /** Says that an address is over. `silent`: why it has no row, or null when it has one. */
  end(place: number, silent: ReasonCode | null): void {
    this.#ended.set(place, silent)
    for (let reason = this.#ended.get(this.#mark); reason !== undefined; reason = this.#ended.get(this.#mark)) {
      this.#ended.delete(this.#mark++)
      if (reason !== null) this.#silent[reason] = (this.#silent[reason] ?? 0) + 1
    }
  }
}
