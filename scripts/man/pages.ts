import type { Command } from '#commander'
import { EXIT } from '../../src/cli/exit-codes.js'
import { exampleOf } from '../../src/cli/help.js'
import type { Messages } from '../../src/i18n/translator.js'
import { bold, item, listing, paragraphs, plain, section, term } from './roff.js'

/** A manual page of section 1: `cartable-scan` is the file `cartable-scan.1`. */
export interface Page {
  readonly name: string
  /** The name of the same page in the other language. */
  readonly twin: string
  readonly text: string
}

/** What all pages of a set share. */
export interface Edition {
  readonly program: Command
  readonly m: Messages
  readonly version: string
  /** YYYY-MM-DD. */
  readonly date: string
}

const OVERVIEW = { fr: 'cartable.fr', en: 'cartable' } as const

/** The page of the program, then one for each command, in one language. */
export function manualPages(edition: Edition): Page[] {
  return [overview(edition), ...edition.program.commands.map((command) => commandPage(command, edition))]
}

/** A command's name in the user's language, then in the other one. */
export function namesOf(command: Command, m: Messages): readonly [own: string, other: string] {
  const [alias = command.name()] = command.aliases()
  return m.language === 'fr' ? [alias, command.name()] : [command.name(), alias]
}

function heading(name: string, { m, version, date }: Edition): string {
  const title = [
    '.TH',
    name.toUpperCase().replaceAll('-', '\\-'),
    '1',
    date,
    `"cartable ${version}"`,
    `"${m.man.manual}"`,
  ]
  return ['.\\" -*- coding: utf-8 -*-', title.join(' '), '.nh', '.ad l'].join('\n')
}

function overview(edition: Edition): Page {
  const { program, m } = edition
  const other = m.language === 'fr' ? OVERVIEW.en : OVERVIEW.fr
  const commands = program.commands.map((command) => {
    const names = namesOf(command, m).map(bold).join(', ')
    return item(names, plain(command.description()))
  })
  const examples = program.commands.flatMap((command) => exampleOf(command) ?? [])
  const text = [
    heading('cartable', edition),
    section(m.man.name, `cartable \\- ${plain(m.man.oneLine)}`),
    section(m.man.synopsis, `${bold('cartable')} ${term(m.cli.programUsage)}`),
    section(m.man.description, paragraphs(m.man.purpose)),
    section(m.man.commands, ...commands),
    section(m.man.options, ...optionItems(program)),
    section(m.man.exitStatus, ...exitItems(m)),
    section(m.man.environment, ...environment(m)),
    section(m.man.files, ...files(m)),
    section(m.man.examples, listing(examples)),
    section(
      m.man.seeAlso,
      program.commands.map((command) => `${bold(`cartable-${namesOf(command, m)[0]}`)}(1)`).join(',\n'),
      `.PP\n${plain(m.man.otherLanguage)} ${bold(other)}(1)`,
    ),
  ]
  return { name: OVERVIEW[m.language], twin: other, text: joined(text) }
}

function commandPage(command: Command, edition: Edition): Page {
  const { m } = edition
  const [own, other] = namesOf(command, m)
  const name = `cartable-${own}`
  const twin = `cartable-${other}`
  const example = exampleOf(command)
  const description = command.description()
  const text = [
    heading(name, edition),
    section(m.man.name, `${name}, ${twin} \\- ${plain(description)}`),
    section(m.man.synopsis, synopsis(command, own)),
    section(
      m.man.description,
      capital(plain(description)),
      ...(own === other ? [] : [`.PP\n${plain(m.man.inOtherLanguage(other))}`]),
      `.PP\n${plain(m.man.more)}`,
    ),
    section(m.man.commands, ...command.commands.map((each) => nested(each, own, m))),
    section(m.man.arguments, ...argumentItems(command)),
    section(m.man.options, ...optionItems(command)),
    section(m.man.globalOptions, ...optionItems(command, 'program')),
    section(m.man.exitStatus, ...exitItems(m)),
    ...(example === undefined ? [] : [section(m.man.example, listing([example]))]),
    section(m.man.seeAlso, `${bold(OVERVIEW[m.language])}(1)`, `.PP\n${plain(m.man.otherLanguage)} ${bold(twin)}(1)`),
  ]
  return { name, twin, text: joined(text) }
}

const joined = (sections: readonly string[]): string => `${sections.filter((each) => each !== '').join('\n')}\n`

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

/** `cartable scan [options] <file>`. */
function synopsis(command: Command, own: string): string {
  return `${bold('cartable')} ${bold(own)} ${term(command.usage())}`
}

/** A command inside a command: its line, what it does, its arguments and options. */
function nested(command: Command, group: string, m: Messages): string {
  const names = namesOf(command, m)
  const [own] = names
  const example = exampleOf(command)
  return [
    `.SS "${[...new Set(names)].join(', ')}"`,
    `${bold('cartable')} ${bold(group)} ${bold(own)} ${term(command.usage())}`,
    '.PP',
    capital(plain(command.description())),
    ...argumentItems(command),
    ...optionItems(command),
    ...(example === undefined ? [] : ['.PP', listing([example])]),
  ].join('\n')
}

function argumentItems(command: Command): string[] {
  const help = command.createHelp()
  return help
    .visibleArguments(command)
    .map((argument) => item(term(`<${help.argumentTerm(argument)}>`), plain(help.argumentDescription(argument))))
}

/** A command's own options, or those that it takes from the program. */
function optionItems(command: Command, of: 'command' | 'program' = 'command'): string[] {
  const help = command.createHelp()
  const options = of === 'command' ? help.visibleOptions(command) : help.visibleGlobalOptions(command)
  return options.map((option) => item(term(help.optionTerm(option)), plain(help.optionDescription(option))))
}

/** What each exit code means. */
export function exitMeanings(m: Messages): Readonly<Record<keyof typeof EXIT, string>> {
  return {
    done: m.man.exitDone,
    failed: m.man.exitFailed,
    usage: m.man.exitUsage,
    incomplete: m.man.exitIncomplete,
    interrupted: m.man.exitInterrupted,
  }
}

function exitItems(m: Messages): string[] {
  const meanings = exitMeanings(m)
  return Object.entries(EXIT).map(([key, code]) => item(bold(String(code)), plain(meanings[key as keyof typeof EXIT])))
}

function environment(m: Messages): string[] {
  return [
    item(bold('CARTABLE_LANG'), plain(m.man.envLang)),
    item(bold('NO_COLOR'), plain(m.man.envNoColor)),
    item(bold('CARTABLE_NODE'), plain(m.man.envNode)),
    `.PP\n${plain(m.man.envSecrets)}`,
  ]
}

function files(m: Messages): string[] {
  return [
    item(bold('cartable.yaml'), plain(m.man.fileConfig)),
    item(bold('cartable.db'), plain(m.man.fileDatabase)),
    item(bold('cartable-demo/'), plain(m.man.fileDemo)),
    `.PP\n${plain(m.man.fileNone)}`,
  ]
}
