import { textWidth, type Weight } from './font.js'
import { FRAME, type Point } from './sheet.js'

/** A rectangle of the sheet. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A name to write beside a point; those that come first have the choice. */
export interface Wanted {
  readonly words: string
  readonly at: Point
  readonly size: number
  readonly weight: Weight
  readonly fill: string
  /** Radius of the symbol that it is written beside; 0 writes it over the point. */
  readonly beside: number
}

export interface Placed extends Wanted {
  /** Where its line begins: left end of the baseline. */
  readonly start: Point
}

/** Rectangles that are taken, found by square of the sheet. */
class Taken {
  readonly #squares = new Map<string, Box[]>()

  add(box: Box): void {
    for (const square of squaresOf(box)) {
      const boxes = this.#squares.get(square)
      if (boxes === undefined) this.#squares.set(square, [box])
      else boxes.push(box)
    }
  }

  meets(box: Box): boolean {
    return squaresOf(box).some((square) =>
      (this.#squares.get(square) ?? []).some(
        (other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
      ),
    )
  }
}

function squaresOf({ left, top, right, bottom }: Box): string[] {
  const squares = []
  for (let x = Math.floor(left / 50); x <= right / 50; x++)
    for (let y = Math.floor(top / 50); y <= bottom / 50; y++) squares.push(`${x} ${y}`)
  return squares
}

/** The places beside a point where a label may start, best first: right, left, above, below, then the corners. */
function starts({ at: [x, y], size, beside }: Wanted, width: number): readonly Point[] {
  if (beside === 0) return [[x - width / 2, y + size * 0.35]]
  const [gap, middle] = [beside + 3, y + size * 0.35]
  const [above, below] = [y - gap - size * 0.1, y + gap + size * 0.8]
  return [
    [x + gap, middle],
    [x - gap - width, middle],
    [x - width / 2, above],
    [x - width / 2, below],
    [x + gap * 0.8, above],
    [x + gap * 0.8, below],
    [x - gap * 0.8 - width, above],
    [x - gap * 0.8 - width, below],
  ]
}

/**
 * Places names so that none covers another, a symbol or the frame; one that has no room is left out. The first come
 * first, so the same names give the same picture.
 */
export function placedLabels(wanted: readonly Wanted[], obstacles: readonly Box[]): Placed[] {
  const taken = new Taken()
  for (const box of obstacles) taken.add(box)
  return wanted.flatMap((label) => {
    const width = textWidth(label.words, label.size, label.weight)
    for (const start of starts(label, width)) {
      const box = boxOf(start, width, label.size)
      if (!isInside(box) || taken.meets(box)) continue
      taken.add(box)
      return [{ ...label, start }]
    }
    return []
  })
}

/** What a line of text covers, with a little air. */
export function boxOf([x, y]: Point, width: number, size: number): Box {
  return { left: x - 2, top: y - size * 0.85, right: x + width + 2, bottom: y + size * 0.3 }
}

function isInside({ left, top, right, bottom }: Box): boolean {
  const inner = 4
  return (
    left >= FRAME.left + inner &&
    right <= FRAME.left + FRAME.width - inner &&
    top >= FRAME.top + inner &&
    bottom <= FRAME.top + FRAME.height - inner
  )
}
