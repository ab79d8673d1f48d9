import { execFile } from 'node:child_process'

/** What a program came to: its exit code, null when it could not be started. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program to its end, without tap: programs of tests and measurements use it too. */
export function ran(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...env }, maxBuffer: 64 << 20 }
    execFile(program, args, options, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
      resolve({ code, out, err: code === null ? `${err}${error?.message ?? ''}` : err })
    })
  })
}
