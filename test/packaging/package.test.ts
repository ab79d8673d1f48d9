import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import t from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { EXIT } from '../../src/cli/exit-codes.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { packageRoot, shipped } from '../../src/lib/paths.js'
import { folderFor, freePort, run, type Ran } from '../cli/run.js'
import { filesIn, filesThatTellPaths, isOutOfPlace, stateOf } from './archive.js'
import { startRegistry } from './registry.js'

const manifest = JSON.parse(await readFile(shipped('package.json'), 'utf8')) as {
  version: string
  dependencies: Record<string, string>
  imports: Record<string, { default: string }>
}
const work = await mkdtemp(join(tmpdir(), 'cartable-package-'))
t.teardown(() => rm(work, { recursive: true, force: true }))
t.setTimeout(240_000)

const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`
/** npm as a person has it, with a home, a cache and settings of the test's own. */
const npm = (args: readonly string[], cwd = work): Promise<Ran> =>
  run('npm', [...args, '--no-update-notifier', '--no-fund', '--no-audit'], {
    cwd,
    env: { PATH: path, HOME: work, npm_config_cache: join(work, 'cache'), npm_config_loglevel: 'error' },
  })

const packed = await npm(['pack', '--ignore-scripts', '--pack-destination', work], packageRoot)
const tarball = join(work, `cartable-${manifest.version}.tgz`)

t.test('the package is small and holds what runs, not what builds or tests it', async (t) => {
  t.equal(packed.code, 0, packed.err)
  const folder = await folderFor(t)
  await run('tar', ['-C', folder, '-xzf', tarball])
  const files = await filesIn(join(folder, 'package'))
  t.strictSame(files.filter(isOutOfPlace), [])
  t.strictSame(await filesThatTellPaths(folder), [])
  const known =
    /^(?:dist\/(?:bin|collectors|man|maps|src|vendor)\/|data\/|maps\/page\/|packaging\/(?:completion|systemd)\/)/
  t.strictSame(
    files.filter((file) => !known.test(file)),
    ['CHANGELOG.md', 'LICENSE', 'LISEZMOI.md', 'README.md', 'package.json'],
  )
  t.ok((await readFile(tarball)).length < 1_250_000, 'under 1.25 MB')
  // What is copied into dist/vendor is not asked for a second time, and keeps its licence.
  const licences = await readFile(join(folder, 'package', 'dist', 'vendor', 'LICENCES.txt'), 'utf8')
  for (const [name, { default: file }] of Object.entries(manifest.imports)) {
    t.ok(files.includes(file.slice('./'.length)), file)
    t.notOk(name.slice(1) in manifest.dependencies, name)
    t.match(licences, new RegExp(`^${name.slice(1)} \\d+\\.\\d+\\.\\d+ \\([^)]+\\)\\n\\n[\\s\\S]*?copyright`, 'im'))
  }
})

t.test(
  'installed for everybody, it runs without TypeScript, writes nothing at home, and leaves data when removed',
  async (t) => {
    const prefix = join(work, 'prefix')
    const cwd = join(work, 'empty')
    await mkdir(prefix)
    await mkdir(cwd)
    const registry = await startRegistry()
    t.teardown(() => registry.close())
    // Scripts are off: what sqlite3's would compile is served as it stands here.
    const options = ['--prefix', prefix, '--registry', registry.url, '--ignore-scripts']
    const installed = await npm(['install', '--global', ...options, tarball])
    t.equal(installed.code, 0, installed.err)

    const modules = join(prefix, 'lib', 'node_modules')
    t.strictSame(await readdir(modules), ['cartable'])
    const own = await readdir(join(modules, 'cartable', 'node_modules'))
    for (const name of ['typescript', 'tap', 'esbuild', 'eslint', 'zod', 'kysely', 'commander'])
      t.notOk(own.includes(name), name)

    const before = await stateOf(join(modules, 'cartable'))
    const ask = (...args: readonly string[]): Promise<Ran> =>
      run('cartable', args, { cwd, env: { PATH: `${join(prefix, 'bin')}:${path}`, LANG: 'en_CA.UTF-8' } })
    t.strictSame(await ask('--version'), { code: 0, out: `${manifest.version}\n`, err: '' })
    const demo = await ask('demo', '--port', String(await freePort()))
    t.equal(demo.code, 0, demo.err)
    t.match(demo.err, /^To look closer: cartable --config cartable-demo\/cartable\.yaml list devices$/m)
    const list = await ask('--config', 'cartable-demo/cartable.yaml', 'list', 'devices', '--json')
    t.equal((JSON.parse(list.out) as unknown[]).length, 59)
    t.equal((await ask('completion', 'bash')).code, 0)
    t.equal(await stateOf(join(modules, 'cartable')), before, 'nothing was written in the program’s folder')

    const pages = await readdir(join(prefix, 'share', 'man', 'man1'))
    for (const page of ['cartable.1', 'cartable.fr.1', 'cartable-scan.1', 'cartable-balayer.1'])
      t.ok(pages.includes(page), page)
    t.match(
      await readlink(join(prefix, 'share', 'man', 'man1', 'cartable-scan.1')),
      /cartable\/dist\/man\/cartable-scan\.1$/,
    )

    const removed = await npm(['uninstall', '--global', '--prefix', prefix, 'cartable'])
    t.equal(removed.code, 0, removed.err)
    t.strictSame(await readdir(modules), [])
    t.strictSame(await readdir(join(prefix, 'share', 'man', 'man1')).catch(() => []), [])
    t.ok((await readFile(join(cwd, 'cartable-demo', 'cartable.db'))).length > 100_000)
  },
)

const service = readFileSync(shipped('packaging', 'systemd', 'cartable-scan.service'), 'utf8')
const timer = readFileSync(shipped('packaging', 'systemd', 'cartable-scan.timer'), 'utf8')

t.test('the unit scans as its own account, with the right to ping and no other, and sees its secrets alone', (t) => {
  t.match(service, /^ExecStart=\/usr\/local\/bin\/cartable --config \/etc\/cartable\/cartable\.yaml scan$/m)
  t.match(service, `\nSuccessExitStatus=${EXIT.incomplete}\n`)
  for (const line of [
    'User=cartable',
    'StateDirectory=cartable',
    'CapabilityBoundingSet=CAP_NET_RAW',
    'AmbientCapabilities=CAP_NET_RAW',
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'LimitCORE=0',
    'LoadCredential=snmp:/etc/cartable/secrets',
  ]) {
    t.ok(service.split('\n').includes(line), line)
  }
  t.match(timer, /^Persistent=true$/m)
  t.match(timer, /^RandomizedDelaySec=\d/m)
  t.end()
})

t.test('the configuration that the archive tells to write loads, with secrets where the unit puts them', async (t) => {
  const folder = await folderFor(t)
  for (const file of ['LISEZMOI-INSTALLATION.txt', 'README-INSTALL.txt']) {
    const text = readFileSync(shipped('packaging', 'archive', file), 'utf8')
    const [yaml = ''] = /^ {4}database:[\s\S]*?\n(?=\n)/m.exec(text) ?? []
    await writeFile(join(folder, 'cartable.yaml'), yaml.replace(/^ {4}/gm, ''))
    const config = await loadConfig(join(folder, 'cartable.yaml'), folder, messagesFor('en').config)
    t.equal(config.database, '/var/lib/cartable/cartable.db')
    const [credential] = config.credentials
    t.match(credential, { auth: { key: { file: '/run/credentials/cartable-scan.service/snmp_auth' } } }, file)
    t.match(credential, { priv: { key: { file: '/run/credentials/cartable-scan.service/snmp_priv' } } }, file)
  }
})

const analyze = (await run('systemd-analyze', ['--version'])).code === 0
t.test(
  'systemd takes the units, and finds little that they expose',
  { skip: analyze ? false : 'apt-get install systemd' },
  async (t) => {
    const folder = await folderFor(t)
    // The program is not installed here: another one stands at the same place in the line.
    await writeFile(join(folder, 'cartable-scan.service'), service.replace('/usr/local/bin/cartable', '/bin/true'))
    await writeFile(join(folder, 'cartable-scan.timer'), timer)
    const verified = await run(
      'systemd-analyze',
      ['verify', '--man=no', './cartable-scan.service', './cartable-scan.timer'],
      {
        cwd: folder,
      },
    )
    t.strictSame(verified, { code: 0, out: '', err: '' })
    // Of 100; a unit without protection has 96.
    const exposed = await run(
      'systemd-analyze',
      ['security', '--offline=true', '--threshold=25', '--no-pager', './cartable-scan.service'],
      { cwd: folder },
    )
    t.equal(exposed.code, 0, exposed.out.trim().split('\n').pop() ?? '')
  },
)
