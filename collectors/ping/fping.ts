import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Readable } from 'node:stream'
import { PingUnavailable } from './unavailable.js'

/** How one `fping` is run over addresses of one family. */
export interface FpingRun {
  /** The program's path. */
  readonly program: string
  readonly family: 4 | 6
  /** Echoes a second. */
  readonly perSecond: number
  readonly timeoutMs: number
  readonly retries: number
}

/** Where the `PATH` of `env` has an `fping` that may ask; null where it is not installed, or has no right to send. */
export async function findFping(env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const program = join(folder, 'fping')
    const isThere =
      folder !== '' &&
      (await access(program, constants.X_OK).then(
        () => true,
        () => false,
      ))
    if (isThere) return (await mayAsk(program)) ? program : null
  }
  return null
}

/** What it exits with when the system refuses it a socket, whatever it is asked. */
const SYSTEM_REFUSES = 4

function mayAsk(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, ['-q', '-r', '0', '-t', '50', '127.0.0.1'], { env: BARE, stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code !== SYSTEM_REFUSES))
  })
}

/** No variable that could be a secret. */
const BARE = { LC_ALL: 'C' }

/** Below this, `fping` refuses to work for anybody but root. */
const LEAST_MS_UNLESS_ROOT = 1

function options({ family, perSecond, timeoutMs, retries }: FpingRun): string[] {
  const least = process.getuid?.() === 0 ? 0 : LEAST_MS_UNLESS_ROOT
  const interval = Math.max(least, 1000 / perSecond).toFixed(3)
  // -B 1: each echo is waited for as long as the first.
  return [
    `-${family}`,
    '-i',
    interval,
    '-t',
    String(timeoutMs),
    '-r',
    String(Math.min(20, retries)),
    '-B',
    '1',
    '-f',
    '-',
  ]
}

const TOLD = /^(\S+) is (alive|unreachable)$/
/** The system refuses to send at all: of an address without route, `fping` says something else, and goes on. */
const NO_RIGHT = /error while sending ping: (?:Operation not permitted|Permission denied)/

/** Lines of addresses, many in a block, made as the program takes them. */
function* lines(addresses: Iterable<string>, tell: (count: number) => void): Generator<string> {
  let block = ''
  let count = 0
  for (const address of addresses) {
    block += `${address}\n`
    if (++count % 500 !== 0) continue
    tell(count)
    yield block
    block = ''
  }
  tell(count)
  if (block !== '') yield block
}

/**
 * Asks addresses for an echo through one `fping`, and tells each one's fate as the program does. It is read as fast as
 * it writes: a program that waits for its reader would miss answers. So what nobody has taken yet is kept here, as the
 * program wrote it: some 30 bytes an address.
 */
export class Fping {
  readonly #child
  readonly #ended: Promise<void>
  #text: string[] = []
  #rest = ''
  #asked = 0
  #told = 0
  #errors = ''
  #failure: string | null = null
  #isOver = false
  #isKilled = false
  readonly #wake: () => void

  /** `wake` is called when there is something to take, and when the program has ended. */
  constructor(run: FpingRun, addresses: Iterable<string>, wake: () => void) {
    this.#wake = wake
    this.#child = spawn(run.program, options(run), {
      env: BARE,
      detached: true, // Out of the terminal's group: an interruption is for us to pass on.
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const { stdin, stdout, stderr } = this.#child
    stdin.on('error', () => undefined) // It ended before it had read everything: its exit tells.
    Readable.from(
      lines(addresses, (count) => (this.#asked = count)),
      { objectMode: false },
    ).pipe(stdin)
    stdout.setEncoding('latin1').on('data', (text: string) => {
      this.#text.push(text)
      this.#wake()
    })
    stderr.setEncoding('latin1').on('data', (text: string) => this.#note(text))
    this.#ended = new Promise<void>((resolve) => {
      this.#child.on('error', (error) => {
        this.#failure ??= error.message
        resolve()
      })
      this.#child.on('close', () => resolve())
    }).then(() => {
      this.#isOver = true
      this.#wake()
    })
  }

  /** True once it has ended and all that it told was taken. */
  get isOver(): boolean {
    return this.#isOver && this.#text.length === 0
  }

  /** What it told since the last time. @throws PingUnavailable when it cannot ask, or ended before it told of all. */
  *take(): Generator<{ readonly address: string; readonly alive: boolean }> {
    if (this.#failure !== null) throw new PingUnavailable(this.#failure)
    while (this.#text.length > 0) {
      const told = (this.#rest + (this.#text.shift() ?? '')).split('\n')
      this.#rest = told.pop() ?? ''
      for (const line of told) {
        const [, address, fate] = TOLD.exec(line) ?? []
        if (address === undefined) continue
        this.#told++
        yield { address, alive: fate === 'alive' }
      }
    }
    if (this.#isOver && !this.#isKilled && this.#told < this.#asked) {
      throw new PingUnavailable(this.#errors.trim().split('\n').at(-1) ?? '')
    }
  }

  /** Ends it, if it has not ended, and waits until it has. */
  async end(): Promise<void> {
    this.#isKilled = true
    this.#child.stdin.destroy()
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  #note(text: string): void {
    const refused = NO_RIGHT.exec(text)
    if (refused !== null) this.#failure ??= `fping: ${refused[0]}`
    this.#errors = (this.#errors + text).slice(-1000)
    if (refused !== null) this.#wake()
  }
}
