import { render } from 'ink'
import type { Config } from '../app/config/load.js'
import type { Messages } from '../i18n/translator.js'
import { Interrupted } from '../model/errors.js'
import { App } from './app.js'
import { holdStderr } from './hold-stderr.js'
import { programPort } from './program-port.js'
import { Screen } from './screen.js'

/** What the interface is started with. */
export interface Host {
  readonly m: Messages
  readonly env: NodeJS.ProcessEnv
  readonly config: Config
  /** Aborted by SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  readonly colour: boolean
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs the interface on the process's terminal until the person leaves it. Whatever happens, the terminal is given back
 * as it was before this returns or throws.
 *
 * @throws Interrupted after a signal; whatever went wrong inside, also in a callback or a promise that nobody awaits.
 */
export async function runInterface({ m, env, config, signal, colour }: Host): Promise<void> {
  const { stdin, stdout } = process
  const screen = new Screen(stdout)
  const ending = new AbortController()
  const stop = (): void => ending.abort()
  let fail: (error: unknown) => void = () => undefined
  const failure = new Promise<never>((_, reject) => (fail = reject))
  const leave = (): void => screen.leave()
  let notice: string | null = null
  let redraw = (): void => undefined
  const port = programPort({
    m,
    env,
    config,
    notice: (text) => {
      notice = text
      redraw()
    },
    fail: (error) => fail(error),
    suspend: () => suspend(screen, stdin),
    repaint: () => screen.repaint(),
  })
  const release = holdStderr()
  screen.enter()
  process.on('exit', leave).on('uncaughtException', fail).on('unhandledRejection', fail)
  // A listener of its own for each: without one, ink's would end the process before the screen is given back.
  for (const name of SIGNALS) process.on(name, stop)
  signal.addEventListener('abort', stop)
  const tree = (): React.ReactNode => (
    <App
      port={port}
      database={config.database}
      board={config.board?.name ?? null}
      colour={colour}
      signal={ending.signal}
      width={screen.columns}
      height={screen.rows}
      notice={notice}
      m={m}
    />
  )
  // In ink's words "debug": each frame is written whole, and the screen paints what differs.
  const instance = render(tree(), {
    stdout: screen as unknown as NodeJS.WriteStream,
    stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  })
  redraw = (): void => instance.rerender(tree())
  screen.on('resize', redraw)
  try {
    await Promise.race([instance.waitUntilExit(), failure])
  } finally {
    ending.abort()
    instance.unmount()
    if (stdin.isTTY) stdin.setRawMode(false)
    stdin.pause()
    screen.leave()
    for (const name of SIGNALS) process.off(name, stop)
    process.off('exit', leave).off('uncaughtException', fail).off('unhandledRejection', fail)
    release()
  }
  if (signal.aborted) throw new Interrupted()
}

/** Gives the terminal back to the shell until the person returns (`fg`). */
function suspend(screen: Screen, stdin: NodeJS.ReadStream): void {
  if (process.platform === 'win32') return
  screen.leave()
  stdin.setRawMode(false)
  const resume = (): void => {
    clearTimeout(unheard)
    process.off('SIGCONT', resume)
    stdin.setRawMode(true)
    screen.enter()
  }
  process.once('SIGCONT', resume)
  // Without a shell that controls jobs nothing stops us, and nothing would wake us: we come back by ourselves.
  const unheard = setTimeout(resume, 300)
  // The whole job: a package runner that started us stops too.
  process.kill(0, 'SIGTSTP')
}
