import type { Sink } from './surroundings.js'

/** Where a command writes: results on `stdout`, progress and notices on `stderr`. */
export interface Output {
  /** Writes results and waits until they are taken, so that a slow reader holds us back instead of filling memory. */
  print(text: string): Promise<void>
  /** A line for the person, never part of the results. */
  notice(text: string): void
  /** Rewrites one line on a terminal; elsewhere says nothing but a line a minute. An empty text ends it. */
  progress(text: string): void
  /** Width of the terminal in columns; 80 when the output is no terminal. */
  readonly columns: number
  readonly colour: boolean
}

const MINUTE_MS = 60_000

export function createOutput(stdout: Sink, stderr: Sink, env: NodeJS.ProcessEnv): Output {
  let lastProgress = 0
  let shown = false
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    print: (text) => {
      clear()
      return new Promise((resolve, reject) =>
        stdout.write(text, (error) => {
          if (error === null || error === undefined || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
          else reject(error)
        }),
      )
    },
    notice: (text) => {
      clear()
      stderr.write(`${text}\n`)
    },
    progress: (text) => {
      if (stderr.isTTY !== true) {
        const now = Date.now()
        if (text === '' || now - lastProgress < MINUTE_MS) return
        if (lastProgress > 0) stderr.write(`${text}\n`)
        lastProgress = now
        return
      }
      clear()
      if (text === '') return
      stderr.write(text.slice(0, (stderr.columns || 80) - 1))
      shown = true
    },
    columns: stdout.isTTY === true ? Math.max(40, stdout.columns ?? 80) : 80,
    colour: stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '',
  }
}
