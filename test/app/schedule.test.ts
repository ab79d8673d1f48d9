import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { cronLines } from '../../src/app/schedule/cron.js'
import { installUnits, removeUnits } from '../../src/app/schedule/install.js'
import { planSchedule, type ScheduleHost, type SchedulePlan } from '../../src/app/schedule/plan.js'
import { cronWord } from '../../src/app/schedule/quoting.js'
import { unitsOf, type UnitFile } from '../../src/app/schedule/units.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { cartable, folderFor } from '../cli/run.js'

const m = messagesFor('en')
const execute = promisify(execFile)

async function folderOf(t: Test, prefix = 'cartable-schedule-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function planFor(folder: string, yaml: string, change: Partial<ScheduleHost> = {}): Promise<SchedulePlan> {
  const path = join(folder, 'cartable.yaml')
  await writeFile(path, yaml)
  const config = await loadConfig(path, folder, m.config)
  return planSchedule({
    config,
    m,
    program: ['/usr/local/bin/cartable'],
    uid: 0,
    account: undefined,
    at: undefined,
    measures: false,
    ...change,
  })
}

/** Directives of a unit, without comments: `Key=value` by section and name, sorted. */
function directives(text: string): string[] {
  let section = ''
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('[')) section = line
      return /^\w+=/.test(line) ? [`${section} ${line}`] : []
    })
    .sort()
}

function textOf(files: readonly UnitFile[], name: string): string {
  return files.find((file) => file.name === name)?.text ?? ''
}

const valueOf = (text: string, key: string): string[] =>
  [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value)

t.test('in the usual places, the units are those that come with the program', async (t) => {
  const plan: SchedulePlan = {
    scope: 'system',
    program: ['/usr/local/bin/cartable'],
    configPath: '/etc/cartable/cartable.yaml',
    account: 'cartable',
    at: undefined,
    measures: true,
    databaseFolder: '/var/lib/cartable',
    configFolder: '/etc/cartable',
    vaultKey: null,
    hasCredentials: true,
    isOutsideHomes: true,
    pingIsFree: true,
    notes: [],
  }
  const files = await unitsOf(plan, m)
  for (const name of ['cartable-scan.service', 'cartable-scan.timer']) {
    const ours = directives(textOf(files, name)).concat(name.endsWith('service') ? ['[Service] Group=cartable'] : [])
    t.strictSame(ours.sort(), directives(await readFile(shipped('packaging', 'systemd', name), 'utf8')), name)
  }
  const sample = textOf(files, 'cartable-sample.service')
  t.strictSame(valueOf(sample, 'ExecStart'), ['/usr/local/bin/cartable --config /etc/cartable/cartable.yaml sample'])
  t.strictSame(valueOf(sample, 'CapabilityBoundingSet'), [''], 'it needs no right')
  t.notMatch(sample, /AmbientCapabilities|ping needs/)
  t.strictSame(valueOf(textOf(files, 'cartable-sample.timer'), 'OnCalendar'), ['*:0/5'])
  const other = await unitsOf({ ...plan, at: '02:15', measures: false }, messagesFor('fr'))
  t.strictSame(
    other.map(({ name }) => name),
    ['cartable-scan.service', 'cartable-scan.timer'],
  )
  t.strictSame(valueOf(textOf(other, 'cartable-scan.timer'), 'OnCalendar'), ['*-*-* 02:15:00'])
})

const hasSystemd = await execute('systemd-analyze', ['--version']).then(
  () => false as const,
  () => 'apt-get install systemd',
)

t.test(
  'systemd takes the units, whatever is in the paths, and finds little that they expose',
  { skip: hasSystemd },
  async (t) => {
    const folder = await folderOf(t)
    // The manager reads a unit's text: a space, its own % and $, quotes and a backslash must mean themselves.
    const odd = join(folder, `École 100% $HOME "a" 'b' \\n`)
    await mkdir(odd)
    const program = join(odd, 'cartable bin')
    await writeFile(program, '#!/bin/sh\n')
    await chmod(program, 0o755)
    const yaml = [
      'credentials: [{ name: v2, version: 2c, community: { vault: c } }]',
      'vault: { file: ./acces.coffre, key: { file: ./acces.cle } }',
    ].join('\n')
    const verify = async (plan: SchedulePlan): Promise<string> => {
      const into = await mkdtemp(join(folder, 'units-'))
      const files = await unitsOf(plan, m)
      for (const { name, text } of files) await writeFile(join(into, name), text)
      const names = files.map(({ name }) => `./${name}`)
      const scope = plan.scope === 'user' ? ['--user'] : []
      const env = { ...process.env, XDG_RUNTIME_DIR: folder }
      const { stdout, stderr } = await execute('systemd-analyze', ['verify', '--man=no', ...scope, ...names], {
        cwd: into,
        env,
      })
      t.equal(`${stdout}${stderr}`, '', plan.scope)
      return into
    }
    const host = { program: [program, `--x=%h $PATH`], measures: true }
    const into = await verify({ ...(await planFor(odd, yaml, host)), account: 'root' })
    const scan = await readFile(join(into, 'cartable-scan.service'), 'utf8')
    t.strictSame(valueOf(scan, 'Environment'), ['CARTABLE_VAULT_KEY_FILE=%d/vault-key'])
    t.strictSame(valueOf(scan, 'LoadCredential'), [`vault-key:${odd.replace('%', '%%')}/acces.cle`])
    t.strictSame(valueOf(scan, 'StateDirectory'), [])
    t.equal(valueOf(scan, 'ReadWritePaths').length, 1)
    for (const unit of ['cartable-scan.service', 'cartable-sample.service']) {
      const args = ['security', '--offline=true', '--threshold=25', '--no-pager', `./${unit}`]
      await t.resolves(execute('systemd-analyze', args, { cwd: into }), unit)
    }
    await verify(await planFor(odd, yaml, { ...host, uid: 1000 }))
  },
)

t.test('a plan says what the services will lack, and what stands in their way', async (t) => {
  const folder = await folderOf(t)
  const env = 'credentials: [{ name: v2, version: 2c, community: { env: SNMP_COMMUNITY } }]\n'
  const system = await planFor(folder, env, { account: 'cartable' })
  t.match(
    system.notes.join('\n'),
    /"v2" .* SNMP_COMMUNITY[^]*runs as the account "cartable"[^]*PrivateTmp[^]*No wide-area interface/,
  )
  const user = await planFor(folder, env, { uid: 1000 })
  t.match([user.scope, user.account, user.vaultKey], ['user', null, null])
  t.match(user.notes.join('\n'), /enable-linger/)
  const given = await planFor(
    folder,
    'credentials: [{ name: v2, version: 2c, community: { file: /run/credentials/cartable-scan.service/snmp_c } }]',
  )
  t.equal(given.hasCredentials, true)
  const home = await planFor(folder, 'database: /home/anne/cartable.db')
  t.strictSame(valueOf(textOf(await unitsOf(home, m), 'cartable-scan.service'), 'ProtectHome'), ['read-only'])
  const own = textOf(await unitsOf({ ...user, pingIsFree: false }, m), 'cartable-scan.service')
  t.notMatch(
    own,
    /^(?:User|Protect\w+|NoNewPrivileges|SystemCall\w+|AmbientCapabilities)=/m,
    'ping could not take its right',
  )
  const config = await loadConfig(null, folder, m.config)
  const host = { config, m, program: ['/x'], uid: 0, account: undefined, at: undefined, measures: false }
  await t.rejects(planSchedule(host), { message: m.schedule.noConfiguration })
  await t.rejects(planFor(folder, '', { program: ['/a\nb'] }), /cannot be written/)
})

t.test('cron gives the shell what was meant, whatever is in the paths', async (t) => {
  const words = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('100%', `d'été`, '$HOME', '\\%', 'a b'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  const samples = fc
    .sample(words, 20)
    .flat()
    .filter((word) => !/[\u0000-\u001f\u007f]/.test(word))
  // cron(8): an unescaped % ends the command; one behind a backslash loses it.
  const line = samples.map(cronWord).join(' ')
  t.notMatch(line.replaceAll('\\%', ''), '%')
  const { stdout } = await execute('/bin/sh', ['-c', `printf '%s\\n' ${line.replaceAll('\\%', '%')}`])
  t.strictSame(stdout.split('\n').slice(0, -1), samples)
  const folder = await folderOf(t, `cartable 5%-`)
  const plan = await planFor(folder, '', { measures: true, at: '02:05', account: 'cartable' })
  const [, scan = '', sample = ''] = (await cronLines(plan, 'x')).split('\n')
  t.ok(scan.startsWith("5 2 * * * cartable /usr/local/bin/cartable --config '"), scan)
  t.match(scan, /\\%-\w+\/cartable\.yaml' scan >>'.*\/cartable\.log' 2>&1$/)
  t.match(sample, /^\*\/5 \* \* \* \* cartable .* sample >>/)
  t.match(await cronLines({ ...plan, account: null, at: undefined }, 'x'), '\n30 1 * * * /usr/local/bin/cartable ')
})

t.test('units are installed, replaced and removed, and only their timers are started', async (t) => {
  const folder = join(await folderOf(t), 'systemd')
  const asked: string[] = []
  const place = { folder, systemctl: async (args: readonly string[]) => void asked.push(args.join(' ')) }
  const plan = await planFor(await folderOf(t), '', { measures: true })
  await installUnits(await unitsOf(plan, m), place)
  t.strictSame((await readdir(folder)).sort(), [
    'cartable-sample.service',
    'cartable-sample.timer',
    'cartable-scan.service',
    'cartable-scan.timer',
  ])
  t.strictSame(asked.splice(0), ['daemon-reload', 'enable --now cartable-scan.timer cartable-sample.timer'])
  await writeFile(join(folder, 'other.timer'), '')
  await installUnits(await unitsOf({ ...plan, measures: false }, m), place)
  t.strictSame(asked.splice(0), [
    'disable --now cartable-sample.timer',
    'daemon-reload',
    'enable --now cartable-scan.timer',
  ])
  t.strictSame((await removeUnits(place)).length, 2)
  t.strictSame(asked.splice(0), ['disable --now cartable-scan.timer', 'daemon-reload'])
  t.strictSame(await readdir(folder), ['other.timer'])
  t.strictSame([await removeUnits(place), asked], [[], []])
})

t.test('the command shows what it would install, changes nothing, and says what is wrong in a flag', async (t) => {
  const cwd = await folderFor(t)
  await writeFile(join(cwd, 'cartable.yaml'), 'language: fr\nwan: { aliasPattern: RISQ }\n')
  const shown = await cartable(['planifier', '--json', '--at', '03:10'], { cwd })
  t.equal(shown.code, 0, shown.err)
  const { files } = JSON.parse(shown.out) as { files: { path: string; text: string }[] }
  t.strictSame(
    files.map(({ path }) => path.split('/').pop()),
    ['cartable-scan.service', 'cartable-scan.timer', 'cartable-sample.service', 'cartable-sample.timer'],
  )
  t.match(files[0]?.text, / --config .*cartable\.yaml scan\n/)
  t.match(files[1]?.text, /OnCalendar=\*-\*-\* 03:10:00/)
  t.strictSame(await readdir(cwd), ['cartable.yaml'])
  const wrong = await cartable(['schedule', '--at', '25:00'], { cwd })
  t.match([wrong.code, wrong.err], [2, /25:00/])
})
