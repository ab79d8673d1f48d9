import type { Argument, Command, Option } from '#commander'
import type { Messages } from '../i18n/translator.js'
import { ListedOption, NOTHING_CONFIGURED, type Configured } from './shared-options.js'

/** A word that may stand where the cursor is. */
interface Candidate {
  readonly word: string
  /** One line, or empty. */
  readonly about: string
}

/** What may follow on a command line: words of ours, or the shell's own files or folders. */
type Completion =
  { readonly kind: 'words'; readonly candidates: readonly Candidate[] } | { readonly kind: 'files' | 'folders' }

const NOTHING: Completion = { kind: 'words', candidates: [] }

/** Where the cursor is in the grammar. */
interface Position {
  readonly command: Command
  /** Arguments given before the cursor. */
  readonly given: number
  /** The option that waits for its value, when there is one. */
  readonly option: Option | null
  /** Options already on the line, by long flag. */
  readonly used: ReadonlySet<string>
  /** After `--`, nothing is an option. */
  readonly onlyArguments: boolean
}

/**
 * What may stand in place of the last word of a line (the words after `cartable`, the last one as far as it is typed).
 * It comes from the grammar and the configuration's standards alone: no secret or database is read.
 */
export function complete(
  program: Command,
  words: readonly string[],
  m: Messages,
  configured: Configured = NOTHING_CONFIGURED,
): Completion {
  const [before, typed] = splitValue(words)
  const position = locate(program, before)
  const { command, option } = position
  if (option !== null) return valuesOf(option, placeholderOf(option), { typed, m, configured })
  if (typed.startsWith('-') && !position.onlyArguments) return options(position, typed)
  const [first] = command.registeredArguments
  if (command.commands.length > 0 && first === undefined) {
    // After a word that is no command of ours, nothing can be known.
    return position.given > 0 ? NOTHING : { kind: 'words', candidates: names(command, typed, m) }
  }
  if (command.commands.length > 0 && first !== undefined && position.given === 0) {
    const values = valuesOf(first, first.name(), { typed, m, configured })
    const own = values.kind === 'words' ? values.candidates : []
    return { kind: 'words', candidates: [...own, ...names(command, typed, m)] }
  }
  const argument = command.registeredArguments.at(position.given) ?? lastVariadic(command)
  if (argument === undefined) return position.onlyArguments ? NOTHING : options(position, typed)
  if (argument.name() === m.placeholders.command) return { kind: 'words', candidates: names(program, typed, m) }
  return valuesOf(argument, argument.name(), { typed, m, configured })
}

/** As the shells' scripts read it: the kind on the first line, then a candidate a line, a tab before what it is. */
export function completionText(completion: Completion): string {
  const candidates = completion.kind === 'words' ? completion.candidates : []
  const lines = candidates.map(({ word, about }) => `${word}\t${about.replace(/\s+/g, ' ')}`)
  return `${[completion.kind, ...lines].join('\n')}\n`
}

/**
 * The words before the value that is being typed, and that value. `--format=csv` comes as one word from zsh and fish, as
 * three from bash, which cuts at `=`; either way the option stands before its value as if there were a space.
 */
function splitValue(words: readonly string[]): readonly [before: readonly string[], typed: string] {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1).filter((word, i) => word !== '=' || !isFlag(words[i - 1]))
  if (typed === '=' && isFlag(before.at(-1))) return [before, '']
  const [, flag, value] = /^(--[^=]+)=(.*)$/s.exec(typed) ?? []
  return flag === undefined ? [before, typed] : [[...before, flag], value ?? '']
}

function isFlag(word: string | undefined): boolean {
  return word?.startsWith('--') === true && word.length > 2
}

function locate(program: Command, words: readonly string[]): Position {
  let command = program
  let given = 0
  let option: Option | null = null
  let onlyArguments = false
  const used = new Set<string>()
  for (const word of words) {
    if (option !== null) option = null
    else if (onlyArguments) given++
    else if (word === '--') onlyArguments = true
    else if (word.startsWith('-') && word !== '-') {
      const [flag = ''] = word.split('=')
      const known = optionsOf(command).find((each) => each.long === flag || each.short === flag)
      if (known?.long !== undefined) used.add(known.long)
      if (known !== undefined && takesValue(known) && !word.includes('=')) option = known
    } else {
      const found = command.commands.find((each) => each.name() === word || each.aliases().includes(word))
      if (found === undefined) given++
      else [command, given] = [found, 0]
    }
  }
  return { command, given, option, used, onlyArguments }
}

function takesValue(option: Option): boolean {
  return option.required || option.optional
}

/** A command's own options, then those of the program, as its help shows them. */
function optionsOf(command: Command): readonly Option[] {
  const help = command.createHelp()
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)]
}

function options({ command, used }: Position, typed: string): Completion {
  const candidates = optionsOf(command)
    .filter(({ long }) => long !== undefined && long.startsWith(typed) && !used.has(long))
    .map(({ long, description }) => ({ word: long ?? '', about: description }))
  return { kind: 'words', candidates }
}

/** Names of commands: the user's language alone until a letter is typed, then both languages. */
function names(parent: Command, typed: string, m: Messages): Candidate[] {
  return parent
    .createHelp()
    .visibleCommands(parent)
    .flatMap((command) => {
      const english = command.name()
      const all = [english, ...command.aliases()]
      const own = m.language === 'fr' ? (command.aliases().at(0) ?? english) : english
      const words = typed === '' ? [own] : all.filter((word) => word.startsWith(typed))
      return words.map((word) => ({ word, about: command.description() }))
    })
}

function lastVariadic({ registeredArguments }: Command): Argument | undefined {
  const last = registeredArguments.at(-1)
  return last?.variadic === true ? last : undefined
}

/** `file` in `--out <file>`. */
function placeholderOf({ flags }: Option): string {
  return /[<[]([^>\].]+)/.exec(flags)?.[1] ?? ''
}

/** The word as far as it is typed, and what its values are worded and looked for with. */
interface Asking {
  readonly typed: string
  readonly m: Messages
  readonly configured: Configured
}

function valuesOf(what: Option | Argument, placeholder: string, { typed, m, configured }: Asking): Completion {
  const { backup, destination, file, source } = m.placeholders
  if ([backup, destination, file, source].some((each) => each === placeholder)) return { kind: 'files' }
  if (placeholder === m.placeholders.folder) return { kind: 'folders' }
  const values = what instanceof ListedOption ? what.values(configured) : (what.argChoices ?? [])
  // A list, `geojson,html`: what was written before the last comma stays, and is not offered again.
  const isList = placeholder === m.placeholders.list || placeholder === m.placeholders.standards
  const cut = isList ? typed.lastIndexOf(',') + 1 : 0
  const written = typed.slice(0, cut)
  const candidates = values
    .filter((value) => value.startsWith(typed.slice(cut)) && !written.split(',').includes(value))
    .map((value) => ({ word: `${written}${value}`, about: '' }))
  return { kind: 'words', candidates }
}
