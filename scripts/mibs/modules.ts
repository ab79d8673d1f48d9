import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What a MIB module defines: a place in the tree, and for an object what it holds. */
export interface Definition {
  readonly module: string
  readonly name: string
  /** The macro that defines it: OBJECT-TYPE, OBJECT IDENTIFIER, OBJECT-IDENTITY, MODULE-IDENTITY… */
  readonly macro: string
  readonly oid: string
  /** SYNTAX of an OBJECT-TYPE, down to its base type; '' elsewhere. */
  readonly syntax: string
  /** MAX-ACCESS or ACCESS of an OBJECT-TYPE; '' elsewhere. */
  readonly access: string
  /** True for a column of a table: its parent is an entry. */
  readonly isColumn: boolean
  /** DESCRIPTION, on one line; '' when there is none. */
  readonly description: string
}

interface Draft {
  readonly name: string
  readonly macro: string
  readonly body: string
  readonly parts: readonly string[]
}

interface Module {
  readonly name: string
  readonly drafts: ReadonlyMap<string, Draft>
  /** Symbol → the module that it comes from. */
  readonly imports: ReadonlyMap<string, string>
  /** Textual convention → its SYNTAX. */
  readonly types: ReadonlyMap<string, string>
}

const MACROS =
  'OBJECT\\s+IDENTIFIER|OBJECT-TYPE|OBJECT-IDENTITY|MODULE-IDENTITY|NOTIFICATION-TYPE|OBJECT-GROUP|NOTIFICATION-GROUP|MODULE-COMPLIANCE|AGENT-CAPABILITIES'
const DEFINITION = new RegExp(
  `(?<![\\w-])([A-Za-z][\\w-]*)\\s+(${MACROS})(?![\\w-])((?:(?!::=)[\\s\\S])*?)::=\\s*\\{([^}]*)\\}`,
  'g',
)
const TYPE =
  /(?<![\w-])([A-Z][\w-]*)\s*::=\s*(?:TEXTUAL-CONVENTION(?:(?!::=)[\s\S])*?SYNTAX\s+)?([A-Z][\w-]*(?:\s+STRING|\s+IDENTIFIER)?)/g
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['iso', '1'],
  ['ccitt', '0'],
  ['enterprises', '1.3.6.1.4.1'],
  ['mib-2', '1.3.6.1.2.1'],
  ['internet', '1.3.6.1'],
  ['private', '1.3.6.1.4'],
])

/** Every definition of every module below a folder, whose place in the tree is known; the first file of a module wins. */
export function readModules(folder: string): Definition[] {
  const modules = new Map<string, Module>()
  for (const file of filesBelow(folder)) {
    for (const module of parseModules(readFileSync(file, 'latin1'))) {
      if (!modules.has(module.name)) modules.set(module.name, module)
    }
  }
  return [...modules.values()].flatMap((module) => definitionsOf(module, modules))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
}

/** Modules of one file. Comments go, and a string is kept in quotes without what would look like a definition. */
export function parseModules(text: string): Module[] {
  const clean = text.replace(/"([^"]*)"|--(?:(?!--)[^\n])*(?:--|\n|$)/g, (_, quoted: string | undefined) =>
    quoted === undefined ? '\n' : `"${quoted.replace(/::=|[{}]/g, ' ').replace(/\s+/g, ' ')}"`,
  )
  const heads = [
    ...clean.matchAll(/(?<![\w-])([A-Z][\w-]*)\s*(?:\{[^}]*\}\s*)?DEFINITIONS\s*(?:\w+\s+TAGS\s*)?::=\s*BEGIN/g),
  ]
  return heads.map((head, i) =>
    parseModule(head[1] ?? '', clean.slice(head.index + head[0].length, heads[i + 1]?.index)),
  )
}

function parseModule(name: string, body: string): Module {
  const imports = new Map<string, string>()
  const rest = body.replace(/\bIMPORTS\b([^;]*);/, (_, list: string) => {
    for (const [, symbols, from] of list.matchAll(/([\w\s,-]*?)\s+FROM\s+([\w-]+)/g)) {
      for (const symbol of (symbols ?? '').split(/[\s,]+/)) if (symbol !== '') imports.set(symbol, from ?? '')
    }
    return ' '
  })
  const drafts = new Map<string, Draft>()
  for (const [, defined = '', macro = '', inside = '', place = ''] of rest.matchAll(DEFINITION)) {
    const parts = place
      .replace(/[\w-]+\s*\(\s*(\d+)\s*\)/g, '$1')
      .trim()
      .split(/[\s,]+/)
    const draft = { name: defined, macro: macro.replace(/\s+/g, ' '), body: inside, parts }
    if (!drafts.has(defined)) drafts.set(defined, draft)
  }
  const types = new Map([...rest.matchAll(TYPE)].map(([, type = '', syntax = '']) => [type, syntax]))
  return { name, drafts, imports, types }
}

function definitionsOf(module: Module, modules: ReadonlyMap<string, Module>): Definition[] {
  return [...module.drafts.values()].flatMap((draft) => {
    const oid = oidOf(draft.name, module, modules, new Set())
    if (oid === null) return []
    const parent = module.drafts.get(draft.parts[0] ?? '')
    const isObject = draft.macro === 'OBJECT-TYPE'
    const syntax = /\bSYNTAX\s+([A-Z][\w-]*(?:\s+STRING|\s+IDENTIFIER|\s+OF)?(?:\s*\{)?)/.exec(draft.body)?.[1] ?? ''
    return {
      module: module.name,
      name: draft.name,
      macro: draft.macro,
      oid,
      syntax: isObject ? baseType(syntax, module, modules) : '',
      access: isObject ? (/\b(?:MAX-)?ACCESS\s+([\w-]+)/.exec(draft.body)?.[1] ?? '') : '',
      isColumn: isObject && parent?.macro === 'OBJECT-TYPE',
      description: /\bDESCRIPTION\s+"([^"]*)"/.exec(draft.body)?.[1]?.trim() ?? '',
    }
  })
}

/** Dotted OID of a symbol as one module sees it; null when its parents are not among the modules. */
function oidOf(name: string, module: Module, modules: ReadonlyMap<string, Module>, seen: Set<string>): string | null {
  const key = `${module.name}::${name}`
  if (seen.has(key)) return null
  seen.add(key)
  const draft = module.drafts.get(name)
  if (draft !== undefined) {
    const [first = '', ...rest] = draft.parts
    const below = rest.filter((part) => /^\d+$/.test(part))
    if (/^\d+$/.test(first)) return [first, ...below].join('.')
    const parent = oidOf(first, module, modules, seen)
    return parent === null || below.length !== rest.length ? null : [parent, ...below].join('.')
  }
  const source = modules.get(module.imports.get(name) ?? '')
  if (source !== undefined && source !== module) {
    const found = oidOf(name, source, modules, seen)
    if (found !== null) return found
  }
  return ROOTS.get(name) ?? null
}

/** `DisplayString` → `OCTET STRING`; an enumeration is `INTEGER {`. */
function baseType(syntax: string, module: Module, modules: ReadonlyMap<string, Module>, depth = 0): string {
  const plain = syntax.replace(/\s+/g, ' ')
  const name = plain.replace(/ ?\{$/, '')
  const next = module.types.get(name) ?? modules.get(module.imports.get(name) ?? '')?.types.get(name)
  return next === undefined || next === name || depth > 8 ? plain : baseType(next, module, modules, depth + 1)
}
