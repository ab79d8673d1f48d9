import { Option, type Command } from '#commander'
import { readFileSync } from 'node:fs'
import type { Messages } from '../i18n/translator.js'
import { shipped } from '../lib/paths.js'

/** An option whose values help lists and the command checks. They are only looked for when help is shown. */
export class ListedOption extends Option {
  readonly values: () => readonly string[]

  constructor(flags: string, description: string, values: () => readonly string[]) {
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

/** `--profile`: a bandwidth standard, one of those that are shipped. */
export function profileOption(m: Messages): Option {
  const ids = (): readonly string[] => {
    const text = readFileSync(shipped('data', 'reference', 'bandwidth-profiles.json'), 'utf8')
    return (JSON.parse(text) as readonly { readonly id: string }[]).map(({ id }) => id)
  }
  return new ListedOption(`--profile <${m.placeholders.standard}>`, m.cli.profileOption, ids).default(
    undefined,
    m.cli.profileDefault,
  )
}
