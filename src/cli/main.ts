import { setMaxListeners } from 'node:events'
import { CommanderError } from '#commander'
import { findConfig, peekLanguage, peekProfiles } from '../app/config/find.js'
import type { Config } from '../app/config/load.js'
import { chooseLanguage } from '../i18n/language.js'
import { messagesFor, type Messages } from '../i18n/translator.js'
import { Interrupted, UserError } from '../model/errors.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { createOutput } from './output.js'
import { createProgram, version, type Asked } from './program.js'
import type { Configured } from './shared-options.js'
import type { Sink, Surroundings } from './surroundings.js'

/** The value of a global flag, found before the grammar is built: its language depends on it. */
function flagValue(argv: readonly string[], flag: string): string | undefined {
  const index = argv.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`))
  const found = argv[index]
  return found?.includes('=') === true ? found.slice(flag.length + 1) : argv[index === -1 ? argv.length : index + 1]
}

/** Words that may ask for help, whose pages list the configuration's standards. */
const ASKS_HELP: readonly string[] = ['-h', '--help', 'help', 'aide']

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Runs a command line; the only place that prints an error or picks an exit code. */
export async function main(surroundings: Surroundings): Promise<ExitCode> {
  // Its standard input is opened where it is first looked at.
  const { env, stdout, stderr } = surroundings
  const [, script = '', ...argv] = surroundings.argv
  const cwd = surroundings.cwd()
  const out = createOutput(stdout, stderr, env)
  const flag = flagValue(argv, '--lang')
  let m = messagesFor(chooseLanguage({ flag, env }))
  let database: string | null = null
  const abort = new AbortController()
  // Every device that is being read listens to it.
  setMaxListeners(0, abort.signal)
  const interrupt = (): void => abort.abort()
  // What cannot be written is told by the write itself; a reader that has gone needs no words.
  stdout.on('error', () => undefined)
  stderr.on('error', () => undefined)
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      await out.print(`${version()}\n`)
      return EXIT.done
    }
    if (argv[0] === '__complete') {
      // Asked at each Tab by the scripts of packaging/completion/.
      const { complete, completionText } = await import('./complete.js')
      const path = findConfig(undefined, cwd, m.config)
      m = messagesFor(chooseLanguage({ flag, env, config: peekLanguage(path) }))
      const program = createProgram(m, () => undefined)
      const configured = { profiles: await peekProfiles(path) }
      await out.print(completionText(complete(program, argv.slice(1), m, configured)))
      return EXIT.done
    }
    const configFlag = flagValue(argv, '--config')
    const path = findConfig(configFlag, cwd, m.config)
    const language = chooseLanguage({ flag, env, config: peekLanguage(path) })
    if (language !== m.language) m = messagesFor(language)
    const profiles = argv.some((arg) => ASKS_HELP.includes(arg)) ? await peekProfiles(path) : []
    const asked = parse(argv, m, stdout, { profiles })
    if (asked === null) return EXIT.done
    // Other commands end at once.
    if (asked.command.endsCleanly === true) for (const name of SIGNALS) surroundings.once(name, interrupt)
    let config: Promise<Config> | null = null
    return await asked.command.run(
      {
        m,
        out,
        env,
        cwd,
        script,
        streams: surroundings,
        signal: abort.signal,
        // Only where a person can be asked, and only when something asks.
        ...(surroundings.stdin.isTTY === true && stderr.isTTY === true
          ? {
              askVaultKey: async () =>
                (await import('./prompt.js')).askSecret(m.credentials.askKey, { m, out, streams: surroundings }),
            }
          : {}),
        config: async () => {
          const { loadConfig } = await import('../app/config/load.js')
          const { takeSecrets } = await import('../app/config/environment.js')
          config ??= loadConfig(path, cwd, m.config, env)
          takeSecrets(await config, env)
          database = (await config).database
          return config
        },
      },
      asked.args,
      asked.options,
    )
  } catch (error) {
    out.progress('')
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done
    if (error instanceof Interrupted) {
      out.notice(m.cli.interrupted)
      return EXIT.interrupted
    }
    const { explain } = await import('../app/explain.js')
    const told = explain(error, database, m)
    if (told !== null) {
      out.notice(m.cli.failure(told.message))
      if (told.hint !== null) out.notice(told.hint)
      return told.usage ? EXIT.usage : EXIT.failed
    }
    out.notice(m.cli.unexpected)
    out.notice(error instanceof Error ? withCauses(error) : String(error))
    return EXIT.failed
  } finally {
    for (const name of SIGNALS) surroundings.removeListener(name, interrupt)
  }
}

function withCauses(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${withCauses(error.cause)}` : ''
  return `${error.stack ?? error.message}${cause}`
}

/** What the command line asks for, or null when it only asked for help. @throws UserError for a wrong flag. */
function parse(argv: readonly string[], m: Messages, stdout: Sink, configured: Configured): Asked | null {
  let asked: Asked | null = null
  const program = createProgram(
    m,
    (what) => {
      asked = what
    },
    stdout,
    configured,
  )
  try {
    if (argv.length === 0) program.outputHelp()
    else program.parse(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0 || error.code === 'commander.help') return null
    throw new UserError(usageProblem(error, m), m.cli.usageHint, { usage: true })
  }
  return asked
}

/** Commander's English, worded in the user's language; what it quotes is kept. */
function usageProblem(error: CommanderError, m: Messages): string {
  const first = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const suggestion = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1] ?? null
  switch (error.code) {
    case 'commander.unknownOption':
      return m.cli.unknownOption(first, suggestion)
    case 'commander.unknownCommand':
      return m.cli.unknownCommand(first, suggestion)
    case 'commander.missingArgument':
      return m.cli.missingArgument(first)
    case 'commander.optionMissingArgument':
      return m.cli.optionMissingArgument(first)
    case 'commander.excessArguments':
      return m.cli.excessArguments
    case 'commander.invalidArgument':
      return invalidValue(error.message, m)
    default:
      return error.message
  }
}

/** A value that is none of those allowed: commander names an option before its value, and an argument after it. */
function invalidValue(message: string, m: Messages): string {
  const [, flags = '', ofOption = ''] = /^error: option '(.*?)' argument '(.*)' is invalid\./s.exec(message) ?? []
  const [, ofArgument = '', name = ''] =
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\./s.exec(message) ?? []
  const choices = /Allowed choices are ([^.]+)\.$/.exec(message)?.[1] ?? null
  if (flags === '') return m.cli.invalidArgument(`<${name}>`, ofArgument, choices)
  const [flag = ''] = flags.split(' ')
  return ofOption === '' ? m.cli.optionMissingArgument(flags) : m.cli.invalidArgument(flag, ofOption, choices)
}
