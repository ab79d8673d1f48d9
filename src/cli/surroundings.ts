import type { Readable, Writable } from 'node:stream'

/** Where a command writes: a terminal or not. */
export type Sink = Writable & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>

/** What a command reads from and writes to. */
export interface Streams {
  readonly stdin: Readable & Partial<Pick<NodeJS.ReadStream, 'isTTY'>>
  readonly stdout: Sink
  readonly stderr: Sink
}

/** What the command line finds around it, and all that it knows of it: `process` is one. */
export interface Surroundings extends Streams {
  /** The program that runs the script, the script, then the words of the command line. */
  readonly argv: readonly string[]
  /** Secrets are taken out of it once they are read. */
  readonly env: NodeJS.ProcessEnv
  cwd(): string
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  removeListener(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
}
