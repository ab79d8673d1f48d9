// What `npm test`, `npm run demo` and `.ci/run` share: plain JavaScript, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command with the terminal's own streams; ends the script with the command's exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) throw result.error
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Where no prebuilt sqlite3 can be fetched it is compiled: with the headers beside this Node, when there are, not fetched ones. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  const file = join(prefix, 'include', 'node', 'node_version.h')
  const [major, minor] = process.versions.node.split('.')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const same = text.includes(`NODE_MAJOR_VERSION ${major}\n`) && text.includes(`NODE_MINOR_VERSION ${minor}\n`)
  return same ? { npm_config_nodedir: prefix } : {}
}

/** Installs what the lock file lists, unless that is what stands there already: a second run needs no network. */
export function install() {
  const stamp = join(root, 'node_modules', '.cartable-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const npm = process.env.npm_execpath
  const args = ['ci', '--prefer-offline', '--no-fund', '--no-audit']
  const env = { ...process.env, ...headers() }
  if (npm !== undefined && npm.endsWith('.js')) run(process.execPath, [npm, ...args], { env })
  // On Windows npm is a script of cmd.exe, which Node.js starts through a shell alone.
  else run('npm', args, { env, shell: process.platform === 'win32' })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Compiles the whole tree into dist/, emptied first. */
export function build() {
  run(process.execPath, [join(root, 'scripts', 'build.mjs')])
}
