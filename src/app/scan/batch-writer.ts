/** Above this many waiting items, whoever adds one waits for the write that is under way. */
const MOST_WAITING = 200

/**
 * Writes items in batches, one write at a time: the first at once, then all that gathered during each write. So an item
 * is written as soon as the database can take it, and many that come together cost one transaction.
 */
export class BatchWriter<T> {
  readonly #write: (batch: readonly T[]) => Promise<void>
  #waiting: T[] = []
  #writing: Promise<void> | null = null
  #failure: { readonly error: unknown } | null = null

  constructor(write: (batch: readonly T[]) => Promise<void>) {
    this.#write = write
  }

  /** Takes an item. Rejects when a write failed. */
  async add(item: T): Promise<void> {
    this.#waiting.push(item)
    this.#writing ??= this.#drain()
    if (this.#waiting.length > MOST_WAITING) await this.#writing
    if (this.#failure !== null) throw this.#failure.error
  }

  /** Waits until everything is written. */
  async finish(): Promise<void> {
    await (this.#writing ?? this.#drain())
    if (this.#failure !== null) throw this.#failure.error
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
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
