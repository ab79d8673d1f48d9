import { EventEmitter } from 'node:events'
import { writeSync } from 'node:fs'
import type { WriteStream } from 'node:tty'

/** DEC private modes (xterm's control sequences): alternate screen, cursor, wrapping at the margin. */
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[2J\u001b[H'
/** A console without an alternate screen is left blank, with its prompt on top. */
const LEAVE = '\u001b[0m\u001b[2J\u001b[H\u001b[?7h\u001b[?25h\u001b[?1049l'

/**
 * A terminal's whole screen. It stands for the output stream that ink writes frames to, and paints only the lines that
 * differ from the last frame: nothing flickers, nothing is scrolled, and a line that comes out too long is cut by the
 * terminal instead of spilling over the next. A slow terminal gets the newest frame, not all of them.
 */
export class Screen extends EventEmitter {
  readonly isTTY = true
  readonly #out: WriteStream
  /** The last frame, and the lines of it that stand on the screen. */
  #frame = ''
  #shown: readonly string[] = []
  #isOpen = false
  #isBusy = false

  constructor(out: WriteStream) {
    super()
    this.#out = out
  }

  get columns(): number {
    return this.#out.columns || 80
  }

  get rows(): number {
    return this.#out.rows || 24
  }

  /** Takes the terminal's screen; the last frame, if there was one, is painted again. */
  enter(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#shown = []
    this.#out.write(ENTER)
    this.#out.on('resize', this.#resized)
    this.write(this.#frame)
  }

  /** Gives the screen back as it was; a second time does nothing. Written at once: the process may be ending. */
  leave(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#out.off('resize', this.#resized)
    try {
      writeSync(1, LEAVE)
    } catch (error) {
      // A terminal that is busy takes it later; one that is gone has nothing to be given back.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') this.#out.write(LEAVE)
    }
  }

  /** Paints the last frame whole, over whatever another program left. */
  repaint(): void {
    this.#shown = []
    this.#out.write('\u001b[2J')
    this.write(this.#frame)
  }

  /** Takes a frame: lines with their styles, as many as the screen has rows. */
  write(frame: string): boolean {
    this.#frame = frame
    if (!this.#isOpen || this.#isBusy) return true
    const lines = frame.split('\n').slice(0, this.rows)
    const painted = Array.from({ length: Math.max(lines.length, this.#shown.length) }, (_, row) =>
      lines[row] === this.#shown[row] ? '' : `\u001b[${row + 1};1H\u001b[0m\u001b[K${lines[row] ?? ''}`,
    ).join('')
    this.#shown = lines
    if (painted === '') return true
    this.#isBusy = !this.#out.write(`${painted}\u001b[0m`)
    if (this.#isBusy) this.#out.once('drain', this.#drained)
    return true
  }

  readonly #drained = (): void => {
    this.#isBusy = false
    this.write(this.#frame)
  }

  /** Terminals move what they show when their size changes: all of it is painted again. */
  readonly #resized = (): void => {
    this.#shown = []
    this.#out.write('\u001b[2J')
    this.emit('resize')
  }
}
