import type { ReadGeometry } from '../../model/input-kind.js'

/** A record's fields as they stand in the file, and the line where it begins: a row of a sheet, a feature of a GeoJSON. */
export interface RawRecord {
  readonly line: number
  readonly fields: readonly string[]
  /** What the geometry among the fields is. */
  readonly geometry?: ReadGeometry
  /** True of a sheet's row: blank cells at its end are left out, and notes may stand at its right. */
  readonly isOfSheet?: true
}

/** Why a place of a file is no record. `field` counts from 0, null when the whole line is meant. */
export interface Fault {
  readonly line: number
  /** In the user's language. */
  readonly fault: string
  readonly field: number | null
  /** True when nothing was read after it. */
  readonly stops: boolean
}

/** Something to say of how a file is read: its encoding, its delimiter, rows left aside. */
export interface Remark {
  readonly line: number
  /** In the user's language. */
  readonly remark: string
}

/** What a file gives in order, whatever its format: the header record first. */
export type Item = RawRecord | Fault | Remark

/** A fault after which nothing is read. */
export function stop(line: number, fault: string): Fault {
  return { line, fault, field: null, stops: true }
}

/** A stream whose first items were looked at. `all` gives them again, then the others; else `close` must be called. */
export interface Peeked<T> {
  readonly head: readonly T[]
  readonly all: AsyncIterable<T>
  close(): Promise<void>
}

/** Takes items until there are enough of them, or no more. */
export async function peek<T>(items: AsyncIterable<T>, isEnough: (head: readonly T[]) => boolean): Promise<Peeked<T>> {
  const iterator = items[Symbol.asyncIterator]()
  const close = async (): Promise<void> => void (await iterator.return?.())
  const head: T[] = []
  let isOver = false
  while (!isOver && !isEnough(head)) {
    const next = await iterator.next()
    if (next.done === true) isOver = true
    else head.push(next.value)
  }
  async function* all(): AsyncGenerator<T> {
    try {
      yield* head
      while (!isOver) {
        const next = await iterator.next()
        if (next.done === true) return
        yield next.value
      }
    } finally {
      await close()
    }
  }
  return { head, all: all(), close }
}

/** True when chunks hold so many bytes. */
export function holds(chunks: readonly Uint8Array[], least: number): boolean {
  return chunks.reduce((length, chunk) => length + chunk.length, 0) >= least
}
