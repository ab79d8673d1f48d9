import { Help, type Argument, type Command, type HelpConfiguration, type Option } from '#commander'
import type { Messages } from '../i18n/translator.js'
import { ListedOption, type Configured } from './shared-options.js'

/** A command's names, the user's language first. */
function namesOf(command: Command, m: Messages): readonly string[] {
  const names = [command.name(), ...command.aliases()]
  return m.language === 'fr' ? names.reverse() : names
}

/** The groups above a command, from the outermost in, under the program's own name. */
function groupsOf({ parent }: Command): readonly Command[] {
  return parent === null || parent.parent === null ? [] : [...groupsOf(parent), parent]
}

const examples = new WeakMap<Command, string>()

/** Ends a command's help with one real example, under the command's name in the user's language. */
export function addExample(command: Command, m: Messages, rest = ''): void {
  const name = [...groupsOf(command), command].map((each) => namesOf(each, m)[0]).join(' ')
  const line = `cartable ${name} ${rest}`.trimEnd()
  examples.set(command, line)
  command.addHelpText('after', `\n${m.cli.example(line)}`)
}

/** The line that ends a command's help. */
export function exampleOf(command: Command): string | undefined {
  return examples.get(command)
}

/** A description, then `(values: table, csv, json; default: table)` where there is something to add. */
function described(what: Option | Argument, takesValue: boolean, m: Messages, configured: Configured): string {
  const values = what instanceof ListedOption ? what.values(configured) : (what.argChoices ?? [])
  const usual: unknown = what.defaultValueDescription ?? what.defaultValue
  const told = [
    ...(values.length === 0 ? [] : [m.cli.values(values.length, values.join(', '))]),
    ...(takesValue && typeof usual === 'string' ? [m.cli.byDefault(usual)] : []),
  ]
  return told.length === 0 ? what.description : `${what.description} (${told.join('; ')})`
}

function argumentTerms({ registeredArguments }: Command): string {
  return registeredArguments.map((each) => (each.required ? ` <${each.name()}>` : ` [${each.name()}]`)).join('')
}

/** How help is worded and laid out, in the user's language. */
export function helpConfiguration(m: Messages, configured: Configured): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': m.cli.usageTitle,
    'Arguments:': m.cli.argumentsTitle,
    'Options:': m.cli.optionsTitle,
    'Global Options:': m.cli.globalOptionsTitle,
    'Commands:': m.cli.commandsTitle,
  }
  const names = (command: Command): string => namesOf(command, m).join('|')
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (command) =>
      [
        ...(command.parent === null ? [] : ['cartable']),
        ...[...groupsOf(command), command].map(names),
        command.usage(),
      ].join(' '),
    // Those of the program alone: a command under another's name has not the other's options.
    visibleGlobalOptions: (command) => {
      let program = command
      while (program.parent !== null) program = program.parent
      return program === command ? [] : program.options.filter(({ hidden }) => !hidden)
    },
    subcommandTerm: (command) => `${names(command)}${argumentTerms(command)}`,
    optionDescription: (option) => described(option, option.required || option.optional, m, configured),
    argumentDescription: (argument) => described(argument, true, m, configured),
    // Commander also breaks lines at no-break spaces: they pass for letters while it does.
    boxWrap: (text, width) =>
      new Help().boxWrap(text.replaceAll('\u00a0', '\ue000'), width).replaceAll('\ue000', '\u00a0'),
  }
}
