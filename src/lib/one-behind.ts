/** One piece of work at a time, going on while the next is prepared. */
export class OneBehind {
  #work: Promise<void> = Promise.resolve()

  /** Starts some work once the last is done. @throws what the last work threw. */
  async start(work: () => Promise<void>): Promise<void> {
    await this.#work
    this.#work = work()
    // Told by the next start, or at the end: not by the process, which would stop at once.
    this.#work.catch(() => undefined)
  }

  /** Waits for the last work. @throws what it threw. */
  end(): Promise<void> {
    return this.#work
  }
}
