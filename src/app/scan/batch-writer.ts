/** Above this many waiting items, whoever adds one waits for the write that is under way. */
const MOST_WAITING = 200
/** How long items gather before they are written: what a transaction costs is then shared by many. */
const GATHER_MS = 100

/**
 * Writes items in batches, one write at a time, of what gathered for a moment or during the write before. So an item waits
 * no longer than anybody notices, and many cost one transaction.
 */
export class BatchWriter<T> {
  readonly #write: (batch: readonly T[]) => Promise<void>
  #waiting: T[] = []
  #hurry = (): void => undefined
  #isFinishing = false
  #writing: Promise<void> | null = null
  #failure: { readonly error: unknown } | null = null

  constructor(write: (batch: readonly T[]) => Promise<void>) {
    this.#write = write
  }

  /** Takes an item. Rejects when a write failed. */
  async add(item: T): Promise<void> {
    this.#waiting.push(item)
    this.#writing ??= this.#drain()
    if (this.#waiting.length > MOST_WAITING) {
      this.#hurry()
      await this.#writing
    }
    if (this.#failure !== null) throw this.#failure.error
  }

  /** Waits until everything is written. */
  async finish(): Promise<void> {
    this.#isFinishing = true
    this.#hurry()
    await (this.#writing ?? this.#drain())
    if (this.#failure !== null) throw this.#failure.error
  }

  #gather(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, GATHER_MS)
      this.#hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        if (!this.#isFinishing) await this.#gather()
        const batch = this.#waiting
        this.#waiting = []
        await this.#write(batch)
      }
      this.#writing = null
    } catch (error) {
      this.#failure = { error } // Told to whoever adds next, or finishes: nobody waits for this promise itself.
    }
  }
}
