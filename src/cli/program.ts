import { Command as Commander, Option } from '#commander'
import { readFileSync } from 'node:fs'
import { LANGUAGES } from '../i18n/language.js'
import type { Messages } from '../i18n/translator.js'
import { shipped } from '../lib/paths.js'
import type { Command, CommandGroup, Options } from './command.js'
import type { Sink } from './surroundings.js'
import allocate from './commands/allocate.js'
import audit from './commands/audit.js'
import changes from './commands/changes.js'
import completion from './commands/completion.js'
import credentials from './commands/credentials.js'
import db from './commands/db.js'
import demo from './commands/demo.js'
import doctor from './commands/doctor.js'
import equity from './commands/equity.js'
import exportCommand from './commands/export.js'
import gaps from './commands/gaps.js'
import roadmap from './commands/roadmap.js'
import importCommand from './commands/import.js'
import init from './commands/init.js'
import list from './commands/list.js'
import map from './commands/map.js'
import overrideCommand from './commands/override.js'
import purchase from './commands/purchase.js'
import quality from './commands/quality.js'
import record from './commands/record.js'
import report from './commands/report.js'
import sample from './commands/sample.js'
import scan from './commands/scan.js'
import schedule from './commands/schedule.js'
import sharing from './commands/sharing.js'
import shortfalls from './commands/shortfalls.js'
import show from './commands/show.js'
import tui from './commands/tui.js'
import { addExample, helpConfiguration } from './help.js'
import { NOTHING_CONFIGURED, type Configured } from './shared-options.js'

/** In the order in which help shows them: the order of a first day's work. */
const COMMANDS: readonly (Command | CommandGroup)[] = [
  demo,
  init,
  importCommand,
  scan,
  sample,
  record,
  list,
  show,
  changes,
  quality,
  tui,
  overrideCommand,
  gaps,
  roadmap,
  sharing,
  equity,
  shortfalls,
  allocate,
  purchase,
  report,
  audit,
  map,
  exportCommand,
  db,
  credentials,
  schedule,
  doctor,
  completion,
]

/** What the command line asked for. */
export interface Asked {
  readonly command: Command
  readonly args: readonly string[]
  readonly options: Options
}

export function version(): string {
  return (JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { version: string }).version
}

/**
 * The command line's grammar, in the user's language. Running a command only notes what was asked: main does the rest.
 * Help goes to `stdout`, and lists what the configuration adds to the values of options.
 */
export function createProgram(
  m: Messages,
  ask: (asked: Asked) => void,
  stdout: Sink = process.stdout,
  configured: Configured = NOTHING_CONFIGURED,
): Commander {
  const print = (text: string): void => void stdout.write(text)
  const columns = (): number => (stdout.isTTY === true ? stdout.columns : undefined) ?? 80
  const program = new Commander('cartable')
  program
    .description(m.cli.description)
    .usage(m.cli.programUsage)
    .version(version(), '-V, --version', m.cli.versionOption)
    .addOption(new Option(`--config <${m.placeholders.file}>`, m.cli.configOption))
    .addOption(new Option(`--lang <${m.placeholders.language}>`, m.cli.langOption).choices(LANGUAGES))
    .helpOption('-h, --help', m.cli.helpOption)
    .helpCommand(false)
    .configureHelp(helpConfiguration(m, configured))
    .addHelpText('after', `\n${m.cli.example(`cartable ${m.language === 'fr' ? demo.alias : demo.name}`)}`)
    .exitOverride()
    // A group without a command shows its help, which is what was asked for.
    .configureOutput({
      outputError: () => undefined,
      writeOut: print,
      writeErr: print,
      getOutHelpWidth: columns,
      getErrHelpWidth: columns,
    })
  for (const command of COMMANDS) addCommand(program, command, m, ask)
  addHelpCommand(program, m)
  return program
}

/** A command, or a group and its commands. */
function addCommand(
  parent: Commander,
  command: Command | CommandGroup,
  m: Messages,
  ask: (asked: Asked) => void,
): void {
  const sub = parent
    .command(command.name)
    .alias(command.alias)
    .description(command.summary(m))
    .helpOption('-h, --help', m.cli.helpOption)
    .helpCommand(false)
  for (const each of command.commands ?? []) addCommand(sub, each, m, ask)
  if (!('run' in command)) sub.usage(m.cli.groupUsage)
  else {
    // What stands after the name of a command under it is that one's, also where both have the option.
    if (command.commands !== undefined) sub.enablePositionalOptions()
    sub.action(() => {
      const args = sub.processedArgs
        .flat()
        .filter((arg) => arg !== undefined)
        .map(String)
      ask({ command, args, options: optionsOf(sub) })
    })
  }
  command.define(sub, m)
}

/** A command's own options, and what was given to those above it: a default of theirs is none of its own. */
function optionsOf(command: Commander): Options {
  const given = (above: Commander | null): Options =>
    above === null
      ? {}
      : {
          ...given(above.parent),
          ...Object.fromEntries(
            Object.entries(above.opts()).filter(([name]) => above.getOptionValueSource(name) !== 'default'),
          ),
        }
  return { ...given(command.parent), ...command.opts() }
}

/** `help` and `aide`, in both languages alike: the help of the program, or of one of its commands. */
function addHelpCommand(program: Commander, m: Messages): void {
  const help = program.command('help')
  help
    .alias('aide')
    .description(m.cli.helpCommand)
    .argument(`[${m.placeholders.command}...]`, m.cli.helpCommandArgument)
    .helpOption('-h, --help', m.cli.helpOption)
    .action((names: readonly string[]) => {
      let asked = program
      for (const name of names) {
        const command = asked.commands.find((each) => each.name() === name || each.aliases().includes(name))
        if (command === undefined) {
          return program.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' })
        }
        asked = command
      }
      return asked.help()
    })
  addExample(help, m, m.language === 'fr' ? scan.alias : scan.name)
}
