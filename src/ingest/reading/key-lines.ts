/** Numbers in a slot: two halves of the key's hash, and the line. */
const WIDTH = 3
const FIRST_SLOTS = 1024

/**
 * On which line each key of a file stood first. It keeps 64 bits of each key instead of its text: about 30 bytes a row,
 * and one chance in a thousand million that two of 200,000 keys are taken for one.
 */
export class KeyLines {
  #slots = new Int32Array(WIDTH * FIRST_SLOTS)
  /** A power of two. */
  #size = FIRST_SLOTS
  #count = 0
  #last = 0

  /** The line that had this key before; null when none had: `line`, which counts from 1, is then kept. */
  add(key: string, line: number): number | null {
    if (2 * (this.#count + 1) > this.#size) this.#grow()
    // Multiply, rotate, add: each step can be undone, so that keys of one length are as far apart as their hashes are long.
    let high = 0x1e3779b9
    let low = 0x7f4a7c15
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i)
      high = Math.imul(high ^ code, 0x85ebca6b)
      high = (((high << 13) | (high >>> 19)) + low) | 0
      low = Math.imul(low ^ code, 0xc2b2ae35)
      low = (((low << 17) | (low >>> 15)) + high) | 0
    }
    const at = this.#find(high, low)
    const before = this.#slots[at + 2] ?? 0
    if (before !== 0) return before
    this.#put(at, high, low, line)
    this.#last = at
    this.#count++
    return null
  }

  /** Takes back what was kept last. */
  forgetLast(): void {
    this.#slots[this.#last + 2] = 0
    this.#count--
  }

  /** Where a hash is, or would be. */
  #find(high: number, low: number): number {
    const slots = this.#slots
    const mask = this.#size - 1
    let slot = (high ^ low) & mask
    for (;;) {
      const at = slot * WIDTH
      if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at
      slot = (slot + 1) & mask
    }
  }

  #put(at: number, high: number, low: number, line: number): void {
    this.#slots[at] = high
    this.#slots[at + 1] = low
    this.#slots[at + 2] = line
  }

  #grow(): void {
    const old = this.#slots
    this.#size *= 2
    this.#slots = new Int32Array(WIDTH * this.#size)
    for (let i = 0; i < old.length; i += WIDTH) {
      const [high = 0, low = 0, line = 0] = [old[i], old[i + 1], old[i + 2]]
      if (line !== 0) this.#put(this.#find(high, low), high, low, line)
    }
  }
}
