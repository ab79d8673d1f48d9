import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { run } from '../cli/run.js'

const execute = promisify(execFile)

/** A shell in a window of a real terminal emulator (tmux), as a person at the keyboard has it. */
export interface Terminal {
  /** Types a line and Enter. */
  type(line: string): Promise<void>
  /** Presses keys, by tmux's names: `j`, `Enter`, `Escape`, `C-c`. */
  keys(...keys: readonly string[]): Promise<void>
  /** What is on the screen, with its styles when asked. */
  screen(styles?: boolean): Promise<string>
  /** Waits until the screen satisfies something, and gives it. Throws with what was there after a minute. */
  until(wanted: RegExp | ((screen: string) => boolean)): Promise<string>
  /** One of tmux's formats, such as `#{cursor_flag}`. */
  ask(format: string): Promise<string>
  resize(columns: number, rows: number): Promise<void>
}

const PATIENCE_MS = 60_000
/** A server of our own: a person's tmux is left alone. */
const SOCKET = `cartable-test-${process.pid}`

async function tmux(...args: readonly string[]): Promise<string> {
  const { stdout } = await execute('tmux', ['-u', '-L', SOCKET, '-f', '/dev/null', ...args], {
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
  })
  return stdout
}

/** Why a test that needs tmux is skipped, or false. */
export async function withoutTmux(): Promise<string | false> {
  return (await run('tmux', ['-V'])).code === 0 ? false : 'tmux is not installed'
}

let count = 0

/** Opens a window of a size, with a plain shell; it is closed when the test ends. */
export async function terminal(
  t: Test,
  { columns, rows, cwd, env = {} }: { columns: number; rows: number; cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Terminal> {
  const name = `t${++count}`
  const variables = { LC_ALL: 'C.UTF-8', ENV: '', HOME: cwd, TZ: 'America/Toronto', ...env }
  const set = Object.entries(variables).flatMap(([key, value]) => ['-e', `${key}=${value}`])
  await tmux('new-session', '-d', '-s', name, '-x', String(columns), '-y', String(rows), '-c', cwd, ...set, 'sh')
  t.teardown(() => tmux('kill-session', '-t', name))
  const screen = (styles = false): Promise<string> => tmux('capture-pane', '-t', name, '-p', ...(styles ? ['-e'] : []))
  const type = async (line: string): Promise<void> => {
    await tmux('send-keys', '-t', name, '-l', line)
    await tmux('send-keys', '-t', name, 'Enter')
  }
  await type("PS1='prompt> '; clear")
  return {
    screen,
    type,
    keys: async (...keys) => {
      for (const key of keys) await tmux('send-keys', '-t', name, key)
    },
    until: async (wanted) => {
      const isThere = typeof wanted === 'function' ? wanted : (text: string) => wanted.test(text)
      const end = Date.now() + PATIENCE_MS
      for (;;) {
        const text = await screen()
        if (isThere(text)) return text
        if (Date.now() > end) throw new Error(`Waited in vain for ${String(wanted)}; the screen shows:\n${text}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    ask: async (format) => (await tmux('display-message', '-p', '-t', name, format)).trim(),
    resize: async (wide, high) => {
      await tmux('resize-window', '-t', name, '-x', String(wide), '-y', String(high))
    },
  }
}
