import { Option, type Command } from '#commander'
import { shippedProfiles } from '../app/shipped-profiles.js'
import type { Messages } from '../i18n/translator.js'

/** What the configuration adds to the values of options: ids of its own standards. */
export interface Configured {
  readonly profiles: readonly string[]
}

export const NOTHING_CONFIGURED: Configured = { profiles: [] }

/** An option whose values help lists and the command checks. They are only looked for when help is shown. */
export class ListedOption extends Option {
  readonly values: (configured: Configured) => readonly string[]

  constructor(flags: string, description: string, values: (configured: Configured) => readonly string[]) {
    super(flags, description)
    this.values = values
  }
}

/** Forms in which any report is printed or written. */
const REPORT_FORMATS = ['table', 'csv', 'json'] as const

/** `--json`, `--format` and `--out`: how the rows of a report come out. `printReport` reads them, but for `others`. */
export function reportOptions(command: Command, m: Messages, others: readonly string[] = []): Command {
  return command
    .option('--json', m.cli.jsonOption)
    .addOption(
      new Option(`--format <${m.placeholders.form}>`, m.cli.formatOption)
        .choices([...REPORT_FORMATS, ...others])
        .default(undefined, m.cli.formatDefault),
    )
    .option(`--out <${m.placeholders.file}>`, m.cli.outOption)
}

/** `--profile`: a bandwidth standard, one of those that are shipped or configured; or several, where they are compared. */
export function profileOption(m: Messages, many: 'one' | 'several' = 'one'): Option {
  const [placeholder, about] =
    many === 'one' ? [m.placeholders.standard, m.cli.profileOption] : [m.placeholders.standards, m.cli.profilesOption]
  const ids = ({ profiles }: Configured): readonly string[] => [...shippedProfiles().map(({ id }) => id), ...profiles]
  return new ListedOption(`--profile <${placeholder}>`, about, ids).default(undefined, m.cli.profileDefault)
}

/** `--scenario`: the file of what would be otherwise. */
export function scenarioOption(m: Messages): Option {
  return new Option(`--scenario <${m.placeholders.file}>`, m.scenario.option)
}
