import type { Argument, Command, Option } from '#commander'
import { EXIT } from '../../src/cli/exit-codes.js'
import { exampleOf } from '../../src/cli/help.js'
import { createProgram } from '../../src/cli/program.js'
import type { Messages } from '../../src/i18n/translator.js'
import { exitMeanings, namesOf } from '../man/pages.js'
import { capital, code, page, table } from './markdown.js'

const WORDS = {
  fr: {
    title: 'Référence des commandes',
    intro:
      "Cette page est tirée de la grammaire du programme; `cartable <commande> --help` dit la même chose. Chaque commande a un nom français et un nom anglais, qui se valent dans les deux langues. Les guides montrent ces commandes à l'œuvre.",
    index: 'Les commandes',
    name: 'commande',
    other: 'en anglais',
    does: 'effet',
    argument: 'argument',
    option: 'option',
    meaning: 'sens',
    general: 'Options générales',
    exits: 'Codes de sortie',
    exit: 'code',
    example: 'Exemple :',
    alias: (name: string) => `En anglais : \`${name}\`.`,
  },
  en: {
    title: 'Reference of commands',
    intro:
      "This page is drawn from the program's grammar; `cartable <command> --help` says the same. Each command has an English and a French name, which do the same in both languages. The guides show these commands at work.",
    index: 'The commands',
    name: 'command',
    other: 'in French',
    does: 'effect',
    argument: 'argument',
    option: 'option',
    meaning: 'meaning',
    general: 'Global options',
    exits: 'Exit codes',
    exit: 'code',
    example: 'Example:',
    alias: (name: string) => `In French: \`${name}\`.`,
  },
} as const

/** What each command and each of its options does, from the grammar that help and the command line use. */
export function commandsPage(m: Messages): string {
  const w = WORDS[m.language]
  const program = createProgram(m, () => undefined)
  const rows = program.commands.map((command) => {
    const [own, other] = namesOf(command, m)
    return [`[\`${own}\`](#${own})`, code(other), described(command)]
  })
  const exits = exitMeanings(m)
  return page([
    `# ${w.title}`,
    w.intro,
    `## ${w.index}`,
    table([w.name, w.other, w.does], rows),
    `## ${w.general}`,
    optionTable(program, program.createHelp().visibleOptions(program), m),
    `## ${w.exits}`,
    table(
      [w.exit, w.meaning],
      Object.entries(EXIT).map(([key, value]) => [String(value), exits[key as keyof typeof EXIT]]),
    ),
    ...program.commands.flatMap((command) => section(command, [], m)),
  ])
}

const described = (command: Command): string => capital(command.description())

function section(command: Command, above: readonly string[], m: Messages): string[] {
  const w = WORDS[m.language]
  const [own, other] = namesOf(command, m)
  const path = [...above, own]
  const help = command.createHelp()
  const example = exampleOf(command)
  return [
    `${'#'.repeat(path.length + 1)} ${path.join(' ')}`,
    `${described(command)}.${own === other ? '' : ` ${w.alias(other)}`}`,
    `\`\`\`text\ncartable ${path.join(' ')} ${command.usage()}\n\`\`\``,
    argumentTable(command, help.visibleArguments(command), m),
    optionTable(
      command,
      help.visibleOptions(command).filter(({ long }) => long !== '--help'),
      m,
    ),
    ...(example === undefined ? [] : [w.example, `\`\`\`sh\n${example}\n\`\`\``]),
    ...command.commands.flatMap((each) => section(each, path, m)),
  ]
}

function argumentTable(command: Command, given: readonly Argument[], m: Messages): string {
  const help = command.createHelp()
  const w = WORDS[m.language]
  const rows = given.map((each) => [code(help.argumentTerm(each)), help.argumentDescription(each)])
  return rows.length === 0 ? '' : table([w.argument, w.meaning], rows)
}

function optionTable(command: Command, given: readonly Option[], m: Messages): string {
  const help = command.createHelp()
  const w = WORDS[m.language]
  const rows = given.map((each) => [code(help.optionTerm(each)), help.optionDescription(each)])
  return rows.length === 0 ? '' : table([w.option, w.meaning], rows)
}
