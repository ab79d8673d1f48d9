// `npm run bundle`: one archive for machines without a registry, with everything but Node.js. `--out <folder>` says where
// it goes, `--no-build` takes dist/ as it is. It prints the archive's path; the same tree gives the same bytes.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lutimesSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { productionPackages } from './production.mjs'
import { build, root } from './steps.mjs'

/** What no program reads when it runs: types, maps, tests, documents, and sqlite3's sources. Licences stay. */
const USELESS = [
  /\.(?:d\.[cm]?ts|[cm]?ts|map|flow|markdown|md|yml|tsbuildinfo)$/i,
  /(?:^|\/)(?:\.[^/]+|test|tests|__tests__|docs?|examples?|benchmarks?|coverage)(?:\/|$)/,
  /^node_modules\/sqlite3\/(?:build\/(?!Release\/node_sqlite3\.node$)|deps|src|binding\.gyp|node-addon-api)/,
  /^node_modules\/leaflet\/(?:src|dist\/leaflet-src)/,
  /^node_modules\/csv-(?:parse|stringify)\/dist\/(?:iife|umd)\//,
  /^node_modules\/es-toolkit\/dist\/browser/,
]
const LICENCE = /(?:^|\/)(?:licen[cs]e|copying|notice)[^/]*$/i

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'artefacts' }, build: { type: 'boolean', default: true } },
  allowNegative: true,
})
if (values.build || !existsSync(join(root, 'dist', 'bin', 'cartable.js'))) build()
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { version } = manifest
const platform = platformName()
const archive = `cartable-${version}-${platform}.tar.gz`

const work = mkdtempSync(join(tmpdir(), 'cartable-bundle-'))
try {
  const top = join(work, 'cartable')
  stage(top, join(top, 'lib', version))
  refuseOwnPaths(top)
  mkdirSync(resolve(root, values.out), { recursive: true })
  const path = resolve(root, values.out, archive)
  const bytes = gzipSync(tar(work), { level: 9 })
  writeFileSync(path, bytes)
  const sum = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(`${path}.sha256`, `${sum}  ${archive}\n`)
  console.log(path)
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** `linux-x64`, or `linux-x64-musl` where the C library is not the usual one: compiled code does not run on the other. */
function platformName() {
  const name = `${process.platform}-${process.arch}`
  if (process.platform !== 'linux') return name
  return process.report.getReport().header.glibcVersionRuntime === undefined ? `${name}-musl` : name
}

/** Lays the archive's folder out. */
function stage(top, program) {
  for (const file of packedFiles()) {
    if (!/^(?:dist\/man|packaging\/systemd)\//.test(file)) copy(join(root, file), join(program, file))
  }
  for (const folder of productionPackages()) {
    const names = readdirSync(join(root, folder))
    // A package without a licence file tells it in its README.
    const readme = names.some((name) => LICENCE.test(name))
      ? undefined
      : names.find((name) => /^readme\.md$/i.test(name))
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${file.replaceAll('\\', '/')}`
      // A package inside another one is in the list by itself.
      const isNested = path.slice(folder.length).includes('/node_modules/')
      if (isNested || !statSync(join(root, path)).isFile()) continue
      const isKept = LICENCE.test(path) || path === `${folder}/${readme}`
      if (isKept || !USELESS.some((pattern) => pattern.test(path))) copy(join(root, path), join(program, path))
    }
  }
  const isForAuthors = (field) => ['scripts', 'devDependencies', 'files', 'man', 'allowScripts'].includes(field)
  const kept = Object.fromEntries(Object.entries(manifest).filter(([field]) => !isForAuthors(field)))
  writeFileSync(join(program, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`)

  const isWindows = process.platform === 'win32'
  for (const launcher of isWindows ? ['cartable', 'cartable.cmd'] : ['cartable']) {
    fill(join('launcher', launcher), join(top, 'bin', launcher))
    chmodSync(join(top, 'bin', launcher), 0o755)
  }
  for (const text of ['LISEZMOI-INSTALLATION.txt', 'README-INSTALL.txt']) fill(join('archive', text), join(top, text))
  for (const [from, to] of [
    [join('packaging', 'systemd'), 'systemd'],
    [join('packaging', 'completion', 'cartable.bash'), join('share', 'bash-completion', 'completions', 'cartable')],
    [join('packaging', 'completion', '_cartable'), join('share', 'zsh', 'site-functions', '_cartable')],
    [join('packaging', 'completion', 'cartable.fish'), join('share', 'fish', 'vendor_completions.d', 'cartable.fish')],
    [join('dist', 'man'), join('share', 'man', 'man1')],
    // What `man cartable` shows to whom reads French.
    [join('dist', 'man', 'cartable.fr.1'), join('share', 'man', 'fr', 'man1', 'cartable.1')],
  ])
    copy(join(root, from), join(top, to))
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true, dereference: true })
}

/** A text of packaging/ with what this archive is put in. */
function fill(from, to) {
  const words = { version, platform, archive, needs: needs(/LISEZMOI/.test(from)) }
  const text = readFileSync(join(root, 'packaging', from), 'utf8').replace(
    /@(\w+)@/g,
    (all, word) => words[word] ?? all,
  )
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, text)
}

/** The oldest C library that the compiled part runs on, as its own symbols say. */
function needs(inFrench) {
  const binary = join(root, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node')
  const found = [...readFileSync(binary, 'latin1').matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor))
  if (found.length === 0) return ''
  const glibc = `2.${Math.max(...found)}`
  return inFrench ? `Bibliothèque C : glibc ${glibc} ou plus récente.` : `C library: glibc ${glibc} or later.`
}

/** The files that the npm package holds: package.json's "files" is the one list. */
function packedFiles() {
  const npm = process.env.npm_execpath
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const ran = spawnSync(program, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (ran.status !== 0) throw new Error(`npm pack: ${ran.stderr}`)
  return JSON.parse(ran.stdout)[0].files.map(({ path }) => path)
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
}

/** Stops rather than tell the paths of the machine that built the archive. */
function refuseOwnPaths(top) {
  const own = [root, dirname(realpathSync(join(root, 'node_modules'))), homedir(), tmpdir()].filter(
    (path) => path.length > 5,
  )
  for (const file of filesOf(top)) {
    const text = readFileSync(file, 'latin1')
    const told = own.find((path) => text.includes(path))
    if (told !== undefined) throw new Error(`${relative(top, file)} tells ${told}`)
  }
}

/** A tar in which nothing depends on when, where and by whom it was made. bin/ comes last: an upgrade cut short keeps the old one. */
function tar(folder) {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? 499_162_500)
  const order = (path) => (basename(dirname(path)) === 'bin' && /cartable\/bin\//.test(path) ? 1 : 0)
  const paths = filesOf(folder)
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
  for (const path of paths) {
    const file = join(folder, path)
    chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644)
    lutimesSync(file, epoch, epoch)
  }
  const isGnu = /GNU tar/.test(spawnSync('tar', ['--version'], { encoding: 'utf8' }).stdout ?? '')
  const owner = isGnu ? ['--owner=0', '--group=0', '--numeric-owner', '--format=ustar'] : ['--uid', '0', '--gid', '0']
  const ran = spawnSync('tar', ['-c', ...owner, '-T', '-'], {
    cwd: folder,
    input: `${paths.join('\n')}\n`,
    maxBuffer: 1024 ** 3,
  })
  if (ran.status !== 0) throw new Error(`tar: ${ran.stderr}`)
  return ran.stdout
}
