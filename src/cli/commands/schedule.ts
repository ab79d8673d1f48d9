import { execFile } from 'node:child_process'
import { rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { UnitPlace } from '../../app/schedule/install.js'
import type { SchedulePlan } from '../../app/schedule/plan.js'
import { UserError } from '../../model/errors.js'
import { defineCommand, type Context, type Options } from '../command.js'
import { EXIT } from '../exit-codes.js'
import { addExample } from '../help.js'
import { flagOption, textOption } from '../options.js'

export default defineCommand({
  name: 'schedule',
  alias: 'planifier',
  summary: (m) => m.schedule.summary,
  define: (command, m) => {
    command
      .option('--install', m.schedule.installOption)
      .option('--remove', m.schedule.removeOption)
      .option('--dry-run', m.schedule.dryRunOption)
      .option('--cron', m.schedule.cronOption)
      .option(`--at <${m.placeholders.time}>`, m.schedule.atOption)
      .option(`--account <${m.placeholders.account}>`, m.schedule.accountOption)
      .option('--json', m.cli.jsonOption)
    addExample(command, m, '--at 02:15')
  },
  run: async (context, _args, options) => {
    const { m } = context
    const asked = ['install', 'remove', 'dryRun'].filter((name) => flagOption(options, name))
    if (asked.length > 1) throw new UserError(m.schedule.bothAsked, m.schedule.bothAskedHint, { usage: true })
    const isCron = flagOption(options, 'cron')
    const isRoot = process.getuid?.() === 0
    if (isCron && asked[0] !== undefined && asked[0] !== 'dryRun' && !isRoot) {
      throw new UserError(m.schedule.cronNeedsRoot, m.schedule.cronNeedsRootHint)
    }
    if (asked[0] === 'remove') return remove(context, isCron)
    const plan = await planOf(context, options, isRoot)
    plan.notes.forEach((note) => context.out.notice(note))
    return isCron ? cron(context, plan, options) : units(context, plan, options)
  },
})

async function planOf(context: Context, options: Options, isRoot: boolean): Promise<SchedulePlan> {
  const { m } = context
  const at = textOption(options, 'at')
  const account = textOption(options, 'account')
  if (at !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    throw new UserError(m.schedule.badTime(at), m.schedule.badTimeHint, { usage: true })
  }
  if (account !== undefined && !isRoot)
    throw new UserError(m.schedule.accountNeedsRoot, m.schedule.accountNeedsRootHint)
  if (account !== undefined && !/^[a-z_][\w.-]*$/i.test(account)) {
    throw new UserError(m.schedule.badAccount(account), m.schedule.badAccountHint, { usage: true })
  }
  const { planSchedule } = await import('../../app/schedule/plan.js')
  const config = await context.config()
  const measures =
    config.wan.interfaces.length > 0 || config.wan.aliasPattern !== undefined || (await knowsWan(context))
  const uid = process.getuid?.() ?? 0
  return planSchedule({ config, m, program: startedAs(context), uid, account, at, measures })
}

/** Whether neighbours told of wide-area interfaces. A database that cannot be read says no: `doctor` tells of it. */
async function knowsWan(context: Context): Promise<boolean> {
  const { withSession, scopeOf } = await import('../../app/session.js')
  const { countWanInterfaces } = await import('../../store/wan-interfaces.js')
  return withSession(context, 'try', ({ store, config }) => countWanInterfaces(store.db, scopeOf(config))).then(
    (count) => count > 0,
    () => false,
  )
}

/** The command that started this program: the archive's launcher by its own path, else Node.js and the script. */
function startedAs({ env, cwd, script }: Context): string[] {
  const launcher = env['CARTABLE_STARTED'] ?? ''
  return isAbsolute(launcher) ? [launcher] : [process.execPath, resolve(cwd, script)]
}

async function units(context: Context, plan: SchedulePlan, options: Options) {
  const { m, out } = context
  const { unitsOf } = await import('../../app/schedule/units.js')
  const files = await unitsOf(plan, m)
  const place = placeOf(context)
  if (!flagOption(options, 'install')) {
    const shown = files.map(({ name, text }) => ({ path: join(place.folder, name), text }))
    if (flagOption(options, 'json'))
      await out.print(`${JSON.stringify({ scope: plan.scope, files: shown, notes: plan.notes })}\n`)
    else for (const { path, text } of shown) await out.print(`### ${path}\n${text}\n`)
    return EXIT.done
  }
  const { installUnits } = await import('../../app/schedule/install.js')
  for (const path of await installUnits(files, place)) out.notice(m.schedule.installed(path))
  out.notice(m.schedule.check)
  return EXIT.done
}

async function cron({ m, out }: Context, plan: SchedulePlan, options: Options) {
  const { cronLines, CRON_FILE } = await import('../../app/schedule/cron.js')
  const text = await cronLines(plan, m.schedule.header)
  if (flagOption(options, 'install')) {
    const { writeFileWhole } = await import('../../lib/files.js')
    await writeFileWhole(CRON_FILE, text, { mode: 0o644 })
    out.notice(m.schedule.installed(CRON_FILE))
  } else if (flagOption(options, 'json')) {
    const files = [{ path: plan.scope === 'system' ? CRON_FILE : null, text }]
    await out.print(`${JSON.stringify({ scope: plan.scope, files, notes: plan.notes })}\n`)
  } else await out.print(text)
  return EXIT.done
}

async function remove(context: Context, isCron: boolean) {
  const { m, out } = context
  const { CRON_FILE } = await import('../../app/schedule/cron.js')
  const { removeUnits } = await import('../../app/schedule/install.js')
  const removed = isCron ? [] : await removeUnits(placeOf(context))
  if (isCron && (await stat(CRON_FILE).catch(() => null)) !== null) {
    await rm(CRON_FILE)
    removed.push(CRON_FILE)
  }
  for (const path of removed) out.notice(m.schedule.removed(path))
  if (removed.length === 0) out.notice(m.schedule.nothingInstalled)
  return EXIT.done
}

const execute = promisify(execFile)

/** The system's units as root, else one's own. @see systemd.unit(5), UNIT FILE LOAD PATH */
function placeOf({ env, m }: Context): UnitPlace {
  const isRoot = process.getuid?.() === 0
  const own = join(env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'), 'systemd', 'user')
  return {
    folder: isRoot ? '/etc/systemd/system' : own,
    systemctl: async (args) => {
      try {
        await execute('systemctl', [...(isRoot ? [] : ['--user']), ...args], { env })
      } catch (error) {
        const { stderr, message } = error as Error & { readonly stderr?: string }
        const why = (stderr || message).trim().split('\n')[0] ?? ''
        throw new UserError(m.schedule.noSystemd, m.schedule.noSystemdHint(why))
      }
    },
  }
}
