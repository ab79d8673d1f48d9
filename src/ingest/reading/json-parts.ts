import { isUtf8 } from 'node:buffer'
import type { IngestTexts } from './define-input.js'
import { Unreadable } from './packed.js'

/** A part of a JSON object: a member's value, or one element of a member that is an array to be taken apart. */
export interface JsonPart {
  /** Line of the file on which it begins. */
  readonly line: number
  readonly member: string
  readonly isElement: boolean
  readonly value: unknown
  /** Length of its text. */
  readonly bytes: number
}

/** A feature with the outline of a board's territory to the metre has some megabytes. */
const MOST_BYTES = 32 * 1024 ** 2
const MOST_DEPTH = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LF = 0x0a
const COMMA = 0x2c
const COLON = 0x3a

/**
 * The parts of a file that is one JSON object, in order: memory holds one part at a time.
 *
 * Throws Unreadable, with its line, at what is not JSON (RFC 8259), not UTF-8, or a part that is too long or too deep.
 */
export async function* readJsonParts(
  chunks: AsyncIterable<Buffer>,
  arrays: readonly string[],
  texts: IngestTexts,
): AsyncGenerator<JsonPart> {
  const splitter = new Splitter(arrays, texts)
  for await (const chunk of chunks) yield* splitter.add(chunk)
  splitter.end()
}

/** Where the splitter stands in the object. */
type State = 'start' | 'key' | 'value' | 'element' | 'after-array' | 'over'

/** Finds where parts begin and end; what is inside is left to JSON.parse. */
class Splitter {
  readonly #arrays: readonly string[]
  readonly #texts: IngestTexts
  #state: State = 'start'
  #depth = 0
  #inString = false
  #escaped = false
  #line = 1
  #key = ''
  /** The part that is being read: what earlier chunks held of it, where it began in this one (-1: not yet), on what line. */
  #held: Buffer[] = []
  #heldBytes = 0
  #start = -1
  #startLine = 0

  constructor(arrays: readonly string[], texts: IngestTexts) {
    this.#arrays = arrays
    this.#texts = texts
  }

  *add(chunk: Buffer): Generator<JsonPart> {
    if (this.#start !== -1) this.#start = 0
    for (let i = 0; i < chunk.length; i++) {
      i = this.#passOver(chunk, i)
      if (i === chunk.length) break
      const byte = chunk[i] ?? 0
      if (byte === LF) this.#line++
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false
        else if (byte === BACKSLASH) this.#escaped = true
        else if (byte === QUOTE) this.#inString = false
      } else if (byte > 0x20) {
        const part = this.#structure(byte, chunk, i)
        if (part !== null) yield part
      }
    }
    if (this.#start === -1) return
    this.#held.push(chunk.subarray(this.#start))
    this.#heldBytes += chunk.length - this.#start
    if (this.#heldBytes > MOST_BYTES) {
      throw new Unreadable(this.#texts.partTooLong(MOST_BYTES / 1024 ** 2), { line: this.#startLine })
    }
  }

  /** The next place from `from` on that is not deep inside a part, where only its lines, texts and brackets count. */
  #passOver(chunk: Buffer, from: number): number {
    const least = this.#state === 'element' ? 3 : this.#state === 'value' ? 2 : Infinity
    if (this.#start === -1 || this.#inString || this.#depth < least) return from
    let depth = this.#depth
    let i = from
    for (; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      // Numbers, commas and most blanks stand before the brackets in ASCII.
      if (byte < 0x5b && byte !== QUOTE && byte !== LF) continue
      if (byte === LF) this.#line++
      else if (byte === QUOTE) break
      else if (byte === 0x7b || byte === 0x5b) {
        if (++depth > MOST_DEPTH) throw this.#broken()
      } else if (byte === 0x7d || byte === 0x5d) {
        if (depth === least) break
        depth--
      }
    }
    this.#depth = depth
    return i
  }

  /** Throws when the object is not closed. */
  end(): void {
    if (this.#state !== 'over') throw this.#broken()
  }

  /** A byte outside strings, not blank. Gives the part that it ends. */
  #structure(byte: number, chunk: Buffer, i: number): JsonPart | null {
    if (byte === QUOTE) this.#inString = true
    const opens = byte === 0x7b || byte === 0x5b
    const closes = byte === 0x7d || byte === 0x5d
    const part = this.#turn(byte, closes, chunk, i)
    if (opens && ++this.#depth > MOST_DEPTH) throw this.#broken()
    if (closes) this.#depth--
    return part
  }

  #turn(byte: number, closes: boolean, chunk: Buffer, i: number): JsonPart | null {
    const ends = byte === COMMA || closes
    switch (this.#state) {
      case 'start':
        // A byte order mark stands before the object.
        if (byte === 0x7b) this.#state = 'key'
        else if (byte !== 0xef && byte !== 0xbb && byte !== 0xbf) throw this.#broken()
        return null
      case 'key':
        if (byte === COLON) {
          this.#key = String(this.#parse(chunk, i))
          this.#state = 'value'
        } else if (closes) this.#state = 'over'
        else this.#begin(i)
        return null
      case 'value':
        if (this.#depth === 1 && ends) {
          this.#state = closes ? 'over' : 'key'
          return this.#part(chunk, i, false)
        }
        if (this.#start === -1 && byte === 0x5b && this.#arrays.includes(this.#key)) this.#state = 'element'
        else this.#begin(i)
        return null
      case 'element':
        if (this.#depth === 2 && ends) {
          if (closes) this.#state = 'after-array'
          return closes && this.#start === -1 ? null : this.#part(chunk, i, true)
        }
        this.#begin(i)
        return null
      case 'after-array':
        if (!ends) throw this.#broken()
        this.#state = closes ? 'over' : 'key'
        return null
      case 'over':
        throw this.#broken()
    }
  }

  #begin(i: number): void {
    if (this.#start !== -1) return
    this.#start = i
    this.#startLine = this.#line
  }

  #part(chunk: Buffer, end: number, isElement: boolean): JsonPart {
    const bytes = this.#heldBytes + end - this.#start
    const value = this.#parse(chunk, end)
    return { line: this.#startLine, member: this.#key, isElement, value, bytes }
  }

  #parse(chunk: Buffer, end: number): unknown {
    if (this.#start === -1) throw this.#broken()
    const bytes = Buffer.concat([...this.#held, chunk.subarray(this.#start, end)])
    this.#held = []
    this.#heldBytes = 0
    this.#start = -1
    if (!isUtf8(bytes)) throw new Unreadable(this.#texts.notUtf8, { line: this.#startLine })
    try {
      return JSON.parse(bytes.toString())
    } catch (error) {
      throw new Unreadable(this.#texts.jsonBroken, { line: this.#startLine, cause: error })
    }
  }

  #broken(): Unreadable {
    return new Unreadable(this.#texts.jsonBroken, { line: this.#line })
  }
}
