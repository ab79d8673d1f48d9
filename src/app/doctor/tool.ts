import { execFile } from 'node:child_process'

/** What of our environment a system's own tool needs. */
const KEPT = ['PATH', 'SystemRoot', 'XDG_RUNTIME_DIR'] as const

/**
 * What a system's tool prints, or null when it is not there, fails, or takes more than three seconds. It is started
 * without our environment, in which secrets may be.
 */
export function askTool(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string | null> {
  const kept = Object.fromEntries(KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
  return new Promise((resolve) => {
    execFile(program, args, { env: { ...kept, LC_ALL: 'C' }, timeout: 3000, windowsHide: true }, (error, out) =>
      resolve(error === null ? out : null),
    )
  })
}
