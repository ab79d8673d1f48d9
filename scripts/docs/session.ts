import { spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Language } from '../../src/i18n/language.js'
import { shipped } from '../../src/lib/paths.js'
import { SHOWN_PORT, shown, type Run } from './rules.js'

/** One person's morning: a folder of their own, in one language. */
export interface Session {
  readonly folder: string
  /** Writes a file that the page shows. */
  write(file: string, text: string): Promise<void>
  /** Runs a line as a shell would, and gives what a terminal would show. @throws when it ends otherwise than expected. */
  type(line: string, expected: number): Promise<string>
}

/** Puts `cartable` in a folder of the PATH, as an installed package does; gives that folder. */
export async function installLauncher(folder: string): Promise<string> {
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  const launcher = join(bin, 'cartable')
  const program = shipped('dist', 'bin', 'cartable.js')
  await writeFile(launcher, `#!/bin/sh\nCARTABLE_STARTED="$0" exec "${process.execPath}" "${program}" "$@"\n`)
  await chmod(launcher, 0o755)
  return bin
}

/** Begins a session. `secrets` are variables that its lines may use. */
export async function beginSession(
  name: string,
  language: Language,
  run: Run,
  settings: { readonly bin: string; readonly secrets: Readonly<Record<string, string>> },
): Promise<Session> {
  const folder = join(run.folder, name)
  await mkdir(folder, { recursive: true })
  const env = {
    ...settings.secrets,
    PATH: `${settings.bin}${delimiter}${process.env['PATH'] ?? ''}`,
    LANG: language === 'fr' ? 'fr_CA.UTF-8' : 'en_CA.UTF-8',
    TZ: process.env['TZ'],
    SAMPLES: shipped('data', 'samples'),
    SHARED: run.folder,
    COLUMNS: '80',
  }
  return {
    folder,
    write: async (file, text) =>
      writeFile(join(folder, file), text.replaceAll(`port: ${SHOWN_PORT}`, `port: ${run.port}`)),
    type: async (line, expected) => {
      const { code, text } = await inShell(line, folder, env)
      if (code !== expected) throw new Error(`${name}: ${line}: code ${code}, not ${expected}\n${text}`)
      return shown(text, run)
    },
  }
}

/** The standard output and the error output in one, in the order in which they came. */
function inShell(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    // A test's runner has every process of Node load what watches it: a reader's does not, and starts in a third of the time.
    const script = `unset NODE_OPTIONS; exec 2>&1; set -e\n${line}`
    const child = spawn('sh', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, text }))
  })
}
