/**
 * How long answers take: smoothed round trip and its variation, in milliseconds.
 *
 * @see RFC 6298, section 2
 */
export class RoundTrips {
  /** Longest round trip seen; null before the first answer. */
  slowestMs: number | null = null
  /** The round trip of the last answer; null before the first. */
  lastMs: number | null = null
  #smoothedMs = 0
  #variationMs = 0

  /**
   * Takes an answer into account. Of one that was sent for again, nobody knows which sending it answers (Karn): one that
   * comes sooner after the last sending than answers usually take is taken for the first's, else it is the last's, and
   * the others were lost.
   *
   * @param ms since the first sending, and since the last one.
   */
  answered(ms: number, sinceLastMs: number): void {
    const usual = this.lastMs === null ? ms : this.#smoothedMs
    this.#took(sinceLastMs < usual / 2 ? ms : sinceLastMs)
  }

  #took(ms: number): void {
    if (this.lastMs === null) {
      this.#smoothedMs = ms
      this.#variationMs = ms / 2
    } else {
      this.#variationMs += (Math.abs(ms - this.#smoothedMs) - this.#variationMs) / 4
      this.#smoothedMs += (ms - this.#smoothedMs) / 8
    }
    this.lastMs = ms
    this.slowestMs = Math.max(this.slowestMs ?? 0, ms)
  }

  /**
   * How long to wait after each sending of one request, in milliseconds. Before anything is known, and for the last
   * sending, that is the whole time-out; the others wait for what the agent usually takes, and never less than a third
   * of the time-out: an agent that is asked for many rows takes longer than for one.
   */
  waits(timeoutMs: number, retries: number, withinMs = Infinity): number[] {
    const usual = this.lastMs === null ? timeoutMs : this.#smoothedMs + 4 * this.#variationMs
    const first = Math.min(timeoutMs, Math.max(timeoutMs / 3, usual))
    const waits: number[] = []
    for (let sending = 0, left = withinMs; sending <= retries && left > 0; sending++) {
      const wait = Math.min(left, sending === retries ? timeoutMs : Math.min(timeoutMs, first * 2 ** sending))
      waits.push(Math.max(1, wait))
      left -= wait
    }
    return waits
  }
}
