/**
 * A time-out that gives what has already come its turn first.
 *
 * Node runs timers before it reads sockets: in a process that was busy for longer than an answer is waited for, the
 * answer that lies in the socket would count as silence. So the expiry waits for one turn of reading.
 */
export class TimeOut {
  #timer: NodeJS.Timeout | undefined
  #turn: NodeJS.Immediate | undefined

  /** Calls `expired` after `ms` milliseconds, unless it is set again or cleared before. */
  set(ms: number, expired: () => void): void {
    this.clear()
    this.#timer = setTimeout(() => {
      this.#turn = setImmediate(expired)
    }, ms)
  }

  clear(): void {
    clearTimeout(this.#timer)
    clearImmediate(this.#turn)
  }
}
