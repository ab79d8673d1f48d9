/** Varbinds that one answer should hold: about what fits an Ethernet frame. */
const VARBINDS = 64
/** Good answers before a size grows again. */
const ANSWERS = 4
/** Devices that are remembered: the ones that were asked for less, the oldest forgotten first. */
const REMEMBERED = 4096

/** A size that failures halve and answers double, never back to what failed more than once. */
class Size {
  now = VARBINDS
  proven = 0
  #ceiling = VARBINDS
  #blame = 0

  grow(): void {
    this.now = Math.min(this.#ceiling, this.now * 2)
  }

  /** A size that worked before may have failed for another reason, a lost packet say: it takes more to give it up. */
  shrink(from: number): void {
    this.#blame += from <= this.proven ? 1 : 2
    if (this.#blame >= 4) {
      this.#blame = 0
      this.#ceiling = Math.max(1, Math.min(this.#ceiling, from - 1))
    }
    this.now = Math.max(1, Math.min(this.#ceiling, Math.floor(from / 2)))
  }
}

/**
 * How many rows to ask for at once. tooBig, silence or slowness halves it, down to GETNEXT (1); answers let it grow
 * again. What an agent cannot do may be rows or the size of the whole answer: both are learnt.
 */
export class Repetitions {
  readonly #rows = new Size()
  readonly #varbinds = new Size()
  #answered = 0

  /** Rows to ask for when `columns` are asked together. */
  for(columns: number): number {
    return Math.max(1, Math.min(this.#rows.now, Math.floor(this.#varbinds.now / columns)))
  }

  /** True when this agent gave an answer of this size before: silence may then be a lost packet. */
  isProven(columns: number, rows: number): boolean {
    return rows <= this.#rows.proven && rows * columns <= this.#varbinds.proven
  }

  answered(columns: number, rows: number): void {
    this.#rows.proven = Math.max(this.#rows.proven, rows)
    this.#varbinds.proven = Math.max(this.#varbinds.proven, rows * columns)
    if (++this.#answered < ANSWERS) return
    this.#answered = 0
    this.#rows.grow()
    this.#varbinds.grow()
  }

  /** After a request for `rows` rows failed, or took so long that the next may fail. */
  failed(columns: number, rows: number): void {
    this.#answered = 0
    if (rows * columns <= this.#varbinds.proven && rows > this.#rows.proven) this.#rows.shrink(rows)
    else this.#varbinds.shrink(rows * columns)
  }
}

const remembered = new Map<string, Repetitions>()

/** What worked with a device before, in this process; a device that was never asked for less starts from the full size. */
export function repetitionsOf(device: string): Repetitions {
  return remembered.get(device) ?? new Repetitions()
}

/** Keeps what was learnt of a device for its next reading, or its next session. */
export function rememberRepetitions(device: string, repetitions: Repetitions): void {
  remembered.delete(device)
  remembered.set(device, repetitions)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
}
