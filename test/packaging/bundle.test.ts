import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import t from 'tap'
import { packageRoot, shipped } from '../../src/lib/paths.js'
import { openSqlite } from '../../src/lib/sqlite.js'
import { folderFor, freePort, run, type Ran } from '../cli/run.js'
import { filesIn, filesThatTellPaths, isOutOfPlace, stateOf } from './archive.js'

const { version } = JSON.parse(await readFile(shipped('package.json'), 'utf8')) as { version: string }
const work = await mkdtemp(join(tmpdir(), 'cartable-bundle-test-'))
t.teardown(() => rm(work, { recursive: true, force: true }))
t.setTimeout(240_000)

const bundle = (out: string): Promise<Ran> =>
  run(process.execPath, [join(packageRoot, 'scripts', 'bundle.mjs'), '--no-build', '--out', out], {
    env: { HOME: work },
  })
const [made, again] = await Promise.all([bundle(join(work, 'one')), bundle(join(work, 'two'))])
const archive = made.out.trim()
const unpack = async (into: string): Promise<string> => {
  await mkdir(into, { recursive: true })
  const ran = await run('tar', ['-C', into, '-xzf', archive])
  if (ran.code !== 0) throw new Error(ran.err)
  return join(into, 'cartable')
}
const home = made.code === 0 ? await unpack(join(work, 'unpacked')) : ''
const started = join(home, 'bin', 'cartable')
/** The Node.js that runs the tests, whatever the PATH has. */
const nodePath = `${dirname(process.execPath)}:/usr/sbin:/usr/bin:/sbin:/bin`

t.test('the archive names its version and platform, and the same tree gives the same bytes', async (t) => {
  t.equal(made.code, 0, made.err)
  t.match(
    archive,
    new RegExp(
      `/one/cartable-${version.replaceAll('.', '\\.')}-${process.platform}-${process.arch}(-musl)?\\.tar\\.gz$`,
    ),
  )
  t.ok((await readFile(archive)).equals(await readFile(again.out.trim())))
  const sum = await run('sha256sum', ['-c', `${archive}.sha256`], { cwd: dirname(archive) })
  t.equal(sum.code, 0, sum.err)
  const bytes = (await readFile(archive)).length
  t.ok(bytes < 12_000_000, `${bytes} bytes`)
})

t.test('it holds the program, both manuals, and nothing of the repository’s own life', async (t) => {
  const files = await filesIn(home)
  t.strictSame(
    files.filter((file) => isOutOfPlace(file.replace(/^lib\/[^/]+\//, ''))),
    [],
  )
  t.strictSame(await filesThatTellPaths(home), [])
  for (const file of [
    'LISEZMOI-INSTALLATION.txt',
    'README-INSTALL.txt',
    'share/man/man1/cartable-scan.1',
    'share/man/man1/cartable-balayer.1',
    'share/man/fr/man1/cartable.1',
    'share/bash-completion/completions/cartable',
    'share/zsh/site-functions/_cartable',
    'share/fish/vendor_completions.d/cartable.fish',
    'systemd/cartable-scan.service',
    'systemd/cartable-scan.timer',
    `lib/${version}/LICENSE`,
    `lib/${version}/dist/vendor/LICENCES.txt`,
    `lib/${version}/node_modules/geojson-validation/LICENSE.txt`,
    `lib/${version}/node_modules/net-snmp/README.md`,
  ]) {
    t.ok(files.includes(file), file)
  }
  for (const text of ['LISEZMOI-INSTALLATION.txt', 'README-INSTALL.txt']) {
    const told = await readFile(join(home, text), 'utf8')
    t.notMatch(told, /@\w+@/, 'nothing is left to fill in')
    t.match(told, `cartable ${version} (${process.platform}`)
    for (const line of told.split('\n')) t.ok(line.length <= 120, line)
  }
  const modules = await readdir(join(home, 'lib', version, 'node_modules'))
  for (const name of ['typescript', 'tap', 'esbuild', 'zod', 'kysely', 'commander', 'node-gyp', 'prebuild-install']) {
    t.notOk(modules.includes(name), name)
  }
})

const canCut = (await run('unshare', ['--user', '--map-root-user', '--net', '--mount', 'true'])).code === 0
const hasIp = (await run('ip', ['-V'], { env: { PATH: nodePath } })).code === 0
const cutSkip = !canCut ? 'namespaces are not allowed here' : !hasIp ? 'apt-get install iproute2' : false

t.test(
  'with the network cut and its folder read-only, the demonstration runs in an empty folder',
  { skip: cutSkip },
  async (t) => {
    const cwd = await folderFor(t)
    const before = await stateOf(home)
    const script = `set -e
    mount --bind '${home}' '${home}' && mount -o remount,bind,ro '${home}'
    if touch '${home}/written' 2>/dev/null; then echo 'the folder is not read-only'; exit 9; fi
    ip link set lo up
    test -z "$(ip route)"
    '${started}' demo --lang en --port ${await freePort()}
    '${started}' --config cartable-demo/cartable.yaml list devices --json | grep -c managementAddress`
    const ran = await run('unshare', ['--user', '--map-root-user', '--net', '--mount', 'sh', '-c', script], {
      cwd,
      env: { PATH: nodePath, HOME: join(cwd, 'nowhere') },
    })
    t.equal(ran.code, 0, ran.out + ran.err)
    // How many answer in time depends on what else the machine does; demo.test.ts counts them.
    t.match(ran.err, /\b[2-5]\d new devices, 0 changed/)
    t.match(ran.err, `${started.slice(started.indexOf('unpacked'))} --config cartable-demo/cartable.yaml list devices`)
    t.ok((await readFile(join(cwd, 'cartable-demo', 'map', 'map.html'))).length > 100_000)
    t.strictSame(await readdir(cwd), ['cartable-demo'])
    t.equal(await stateOf(home), before, 'nothing was written in the program’s folder')
  },
)

t.test('the launcher finds its Node.js, and says in both languages when there is none or an old one', async (t) => {
  const folder = await folderFor(t)
  const bare = join(folder, 'bare')
  await mkdir(bare)
  for (const tool of ['sh', 'cat', 'readlink']) {
    const [path = ''] = (await run('which', [tool])).out.split('\n')
    await symlink(path, join(bare, tool))
  }
  const fakeNode = async (path: string, said: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `#!/bin/sh\n[ "$1" = --version ] && echo '${said}' || echo "ran by ${said}"\n`)
    await chmod(path, 0o755)
  }
  const none = await run(started, ['--version'], { env: { PATH: bare } })
  t.equal(none.code, 1)
  t.equal(none.out, '')
  t.match(none.err, /Erreur\u00a0: cartable demande Node\.js 20\.19 ou plus récent; trouvé\u00a0: aucun\./)
  t.match(none.err, /Error: cartable needs Node\.js 20\.19 or later; found: none\./)

  for (const [said, accepted] of [
    ['v18.20.4', false],
    ['v20.18.3', false],
    ['v20.19.0', true],
    ['v22.0.0', true],
    ['v100.1.0', true],
    ['segmentation fault', false],
  ] as const) {
    const path = join(folder, said.replaceAll(' ', '-'), 'node')
    await fakeNode(path, said)
    const ran = await run(started, ['list'], { env: { PATH: `${dirname(path)}:${bare}` } })
    t.equal(ran.code, accepted ? 0 : 1, said)
    t.equal(ran.out, accepted ? `ran by ${said}\n` : '', said)
    if (!accepted && said.startsWith('v')) t.match(ran.err, new RegExp(`trouvé.*${said}[\\s\\S]*found: .*${said}`))
  }

  const spaced = join(folder, 'Mes programmes')
  await mkdir(spaced)
  await cp(home, join(spaced, 'cartable'), { recursive: true })
  const moved = join(spaced, 'cartable', 'bin', 'cartable')
  t.equal((await run(moved, ['--version'], { env: { PATH: nodePath } })).out, `${version}\n`)
  await symlink('../Mes programmes/cartable/bin/cartable', join(folder, 'bare', 'cartable'))
  const linked = await run('cartable', ['--version'], { env: { PATH: `${bare}:${nodePath}` } })
  t.equal(linked.out, `${version}\n`, 'through a relative link on the PATH')
  await fakeNode(join(spaced, 'cartable', 'node', 'bin', 'node'), 'v24.0.0')
  t.equal((await run(moved, [], { env: { PATH: bare } })).out, 'ran by v24.0.0\n', 'the one beside bin/ comes first')
  const named = await run(moved, [], { env: { PATH: nodePath, CARTABLE_NODE: join(folder, 'v18.20.4', 'node') } })
  t.equal(named.code, 1, 'the one that is named is not passed over')
})

t.test('a newer archive over an older one keeps the database, and removing both leaves the data', async (t) => {
  const folder = await folderFor(t)
  const opt = join(folder, 'opt')
  const data = join(folder, 'data')
  await mkdir(data)
  await writeFile(join(data, 'cartable.yaml'), 'database: ./cartable.db\nlanguage: en\n')
  const installed = await unpack(opt)
  // The older version: an earlier number, the first schema alone, a list that no longer exists.
  await cp(join(installed, 'lib', version), join(installed, 'lib', '0.0.9'), { recursive: true })
  await rm(join(installed, 'lib', version), { recursive: true })
  const old = (...parts: readonly string[]): string => join(installed, 'lib', '0.0.9', ...parts)
  const rewrite = async (path: string, change: (text: string) => string): Promise<void> => {
    const text = await readFile(path, 'utf8')
    t.not(change(text), text, `${path} is made older`)
    await writeFile(path, change(text))
  }
  await rewrite(join(installed, 'bin', 'cartable'), (text) => text.replaceAll(version, '0.0.9'))
  await rewrite(old('package.json'), (text) => text.replace(`"version": "${version}"`, '"version": "0.0.9"'))
  await rewrite(old('dist', 'src', 'store', 'migrate.js'), (text) =>
    text.replace(/^ *"(?!0001)\d{4}-[^"]+": .*\n/gm, ''),
  )
  await writeFile(old('dist', 'src', 'reports', 'lists', 'gone.js'), 'export default { id: "gone" }\n')

  const program = join(installed, 'bin', 'cartable')
  const ask = (...args: readonly string[]): Promise<Ran> => run(program, args, { cwd: data, env: { PATH: nodePath } })
  t.equal((await ask('--version')).out, '0.0.9\n')
  t.match((await ask('list', '--help')).out, 'gone')
  // A refused file makes the database; its first schema is too old for this version's imports.
  await writeFile(join(data, 'none.csv'), 'x\n')
  t.equal((await ask('import', 'boards', join(data, 'none.csv'))).code, 1)
  const sqlite = await openSqlite(join(data, 'cartable.db'), 'write')
  await sqlite.exec(`insert into source values (1, 'boards', 'f.csv', '', '2026-01-01T00:00:00.000Z', 1);
    insert into board (code, name, source_id, source_line, since, last_seen)
    values ('798000', 'Essai', 1, 2, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`)
  await sqlite.close()
  const before = (await ask('list', 'boards', '--json')).out
  t.match(before, /"code":/)

  t.equal(await unpack(opt), installed)
  t.equal((await ask('--version')).out, `${version}\n`)
  t.notMatch((await ask('list', '--help')).out, 'gone', 'nothing of the older version is taken for the newer one’s')
  const after = await ask('list', 'boards', '--json')
  t.equal(after.code, 0, after.err)
  t.strictSame(JSON.parse(after.out), JSON.parse(before))
  const files = await readdir(data)
  t.ok(
    files.filter((file) => /^cartable\.db.+/.test(file) && !/-(?:wal|shm)$/.test(file)).length > 0,
    `a copy was kept: ${files.join(' ')}`,
  )

  await rm(opt, { recursive: true })
  t.ok(existsSync(join(data, 'cartable.yaml')))
  const left = await openSqlite(join(data, 'cartable.db'), 'look')
  const rows = await left.all('select count(*) as boards from board', [])
  await left.close()
  t.strictSame(rows, [{ boards: (JSON.parse(before) as unknown[]).length }])
})
