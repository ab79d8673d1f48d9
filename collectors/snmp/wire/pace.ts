/** Spaces sendings out: a bucket of a tenth of a second's worth, refilled at the rate. No rate, no wait. */
export class Pace {
  #perSecond: number | null = null
  #tokens = 0
  #filledAt = 0
  #waiting: (() => void)[] = []
  #timer: NodeJS.Timeout | null = null

  /** Packets per second, at least 1; null lifts the limit. */
  limit(perSecond: number | null): void {
    this.#perSecond = perSecond === null ? null : Math.max(1, perSecond)
    this.#tokens = 1
    this.#filledAt = performance.now()
    this.#drain()
  }

  /** Runs `send` now or as soon as the rate allows, in order. */
  run(send: () => void): void {
    if (this.#perSecond === null) {
      send()
      return
    }
    this.#waiting.push(send)
    this.#drain()
  }

  #drain(): void {
    const rate = this.#perSecond
    if (rate !== null) {
      const now = performance.now()
      this.#tokens = Math.min(Math.max(1, rate / 10), this.#tokens + ((now - this.#filledAt) / 1000) * rate)
      this.#filledAt = now
    }
    while (this.#waiting.length > 0 && (rate === null || this.#tokens >= 1)) {
      this.#tokens -= 1
      this.#waiting.shift()?.()
    }
    if (this.#waiting.length > 0 && rate !== null && this.#timer === null) {
      this.#timer = setTimeout(
        () => {
          this.#timer = null
          this.#drain()
        },
        Math.max(1, ((1 - this.#tokens) / rate) * 1000),
      )
    }
  }
}
