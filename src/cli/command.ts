import type { Command as CommanderCommand } from '#commander'
import type { Config } from '../app/config/load.js'
import type { Messages } from '../i18n/translator.js'
import type { Secret } from '../model/secret.js'
import type { Output } from './output.js'
import type { ExitCode } from './exit-codes.js'
import type { Streams } from './surroundings.js'

/** What every command is given. */
export interface Context {
  readonly m: Messages
  readonly out: Output
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** The script that was started, as it was named. */
  readonly script: string
  /** For what asks a person; results and notices go through `out`. */
  readonly streams: Streams
  /** Aborted by Ctrl-C or SIGTERM: a command ends cleanly with what it has. */
  readonly signal: AbortSignal
  /** Asks a person for the vault's key; absent where nobody can be asked. */
  askVaultKey?(): Promise<Secret>
  /** Loads and checks the configuration once. @throws UserError */
  config(): Promise<Config>
}

export type Options = Readonly<Record<string, unknown>>

/** One command: one file in src/cli/commands/, one line in program.ts; or one of several under a group's name. */
export interface Command {
  readonly name: string
  readonly alias: string
  summary(m: Messages): string
  /** Adds arguments and options, and the example that ends the help. */
  define(command: CommanderCommand, m: Messages): void
  /** Commands under this one's name: `cartable import list`. A first word that is none of theirs is an argument. */
  readonly commands?: readonly Command[]
  /** True when Ctrl-C aborts `context.signal` and the command then ends by itself, with nothing half done. */
  readonly endsCleanly?: true
  run(context: Context, args: readonly string[], options: Options): Promise<ExitCode>
}

/** A name that does nothing by itself: `cartable credentials add`. Without a command after it, it shows its help. */
export interface CommandGroup extends Pick<Command, 'name' | 'alias' | 'summary' | 'define'> {
  readonly commands: readonly Command[]
}

export function defineCommand(command: Command): Command {
  return command
}
