import * as z from '#zod'
import { configSchema } from '../../src/app/config/schema.js'
import { configTemplate } from '../../src/app/config/template.js'
import type { Messages } from '../../src/i18n/translator.js'
import { CONFIGURATION } from './configuration-texts.js'
import { code, page, prose, table } from './markdown.js'

const WORDS = {
  fr: {
    title: 'Référence de la configuration',
    intro:
      "`cartable.yaml` est cherché dans le dossier de travail, puis dans ceux qui le contiennent; `--config` en désigne un autre. Cette page est tirée du schéma qui le vérifie : une clé qui n'y est pas est refusée, avec sa ligne et sa colonne. Tout est facultatif, sauf ce dont une commande a besoin.",
    keys: 'Les clés',
    keysIntro:
      "Un nom suivi de `[]` est une liste. Une clé « obligatoire » ne l'est que si ce qui la contient est écrit.",
    heads: ['clé', 'valeur', 'par défaut', 'sens'],
    required: 'obligatoire',
    secrets: 'Les secrets',
    secretsIntro:
      "Là où la valeur est « secret », on écrit où il se trouve, jamais ce qu'il est. Un secret écrit en toutes lettres est refusé.",
    secretRows: [
      ['`{ vault: nom }`', 'dans le coffre, sous ce nom (`cartable acces ajouter nom`)'],
      ['`{ file: chemin }`', 'dans un fichier en mode 0600, sinon il est refusé'],
      ['`{ env: NOM }`', "dans une variable d'environnement"],
    ],
    secretHeads: ['forme', 'où est le secret'],
    template: 'Le fichier de départ',
    templateIntro: "Ce qu'écrit `cartable initialiser` :",
    text: 'texte',
    sixDigits: 'six chiffres entre guillemets',
    number: 'nombre',
    integer: 'nombre entier',
    boolean: '`true` ou `false`',
    object: 'bloc',
    list: 'liste',
    secret: 'secret',
    hours: '`HH:MM-HH:MM`',
    or: ' ou ',
    between: (from: string, to: string) => ` de ${from} à ${to}`,
    least: (from: string) => `, ${from} ou plus`,
    more: (from: string) => `, plus de ${from}`,
    most: (to: string) => `, ${to} au plus`,
  },
  en: {
    title: 'Reference of the configuration',
    intro:
      '`cartable.yaml` is looked for in the working folder, then in those that hold it; `--config` names another. This page is drawn from the schema that checks it: a key that is not here is refused, with its line and column. Everything is optional but what a command needs.',
    keys: 'The keys',
    keysIntro: 'A name followed by `[]` is a list. A "required" key is so only when what holds it is written.',
    heads: ['key', 'value', 'default', 'meaning'],
    required: 'required',
    secrets: 'Secrets',
    secretsIntro: 'Where the value is "secret", write where it is, never what it is. A secret written out is refused.',
    secretRows: [
      ['`{ vault: name }`', 'in the vault, under that name (`cartable credentials add name`)'],
      ['`{ file: path }`', 'in a file of mode 0600, else it is refused'],
      ['`{ env: NAME }`', 'in an environment variable'],
    ],
    secretHeads: ['form', 'where the secret is'],
    template: 'The file to start from',
    templateIntro: 'What `cartable init` writes:',
    text: 'text',
    sixDigits: 'six digits between quotes',
    number: 'number',
    integer: 'whole number',
    boolean: '`true` or `false`',
    object: 'block',
    list: 'list',
    secret: 'secret',
    hours: '`HH:MM-HH:MM`',
    or: ' or ',
    between: (from: string, to: string) => ` from ${from} to ${to}`,
    least: (from: string) => `, ${from} or more`,
    more: (from: string) => `, more than ${from}`,
    most: (to: string) => `, ${to} at most`,
  },
} as const

/** The part of JSON Schema that the configuration's schema comes out as. */
interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
}

interface Key {
  readonly path: string
  readonly schema: Schema
  /** In every form of what holds it. */
  readonly required: boolean
}

const formsOf = (schema: Schema): readonly Schema[] => schema.oneOf ?? schema.anyOf ?? [schema]

const isSecret = (schema: Schema): boolean =>
  (schema.anyOf ?? []).some(({ properties }) => properties?.['vault'] !== undefined)

/** Every key, in the order of the schema; several forms of one thing give each key once. */
function keysOf(schema: Schema, prefix: string): Key[] {
  const keys = new Map<string, Key[]>()
  const forms = formsOf(schema).filter(({ properties }) => properties !== undefined)
  for (const form of forms) {
    for (const [name, value] of Object.entries(form.properties ?? {})) {
      const path = `${prefix}${name}`
      const key = { path, schema: value, required: form.required?.includes(name) === true }
      keys.set(path, [...(keys.get(path) ?? []), key])
    }
  }
  return [...keys.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { path } = first
    const schema = same.length === 1 ? first.schema : { anyOf: same.flatMap((each) => formsOf(each.schema)) }
    const own = {
      path,
      schema: same.every((each) => each.schema.type === first.schema.type && first.schema.type) ? first.schema : schema,
      required: same.length === forms.length && same.every(({ required }) => required),
    }
    if (isSecret(first.schema)) return [own]
    const inside =
      first.schema.items === undefined ? keysOf(first.schema, `${path}.`) : keysOf(first.schema.items, `${path}[].`)
    return [own, ...inside]
  })
}

const LARGEST = Number.MAX_SAFE_INTEGER

function bounds({ minimum, maximum, exclusiveMinimum }: Schema, m: Messages): string {
  const w = WORDS[m.language]
  const written = (value: number): string => m.format.number(value)
  const top = maximum === undefined || maximum === LARGEST ? undefined : written(maximum)
  if (minimum !== undefined && top !== undefined) return w.between(written(minimum), top)
  return [
    ...(minimum === undefined ? [] : [w.least(written(minimum))]),
    ...(exclusiveMinimum === undefined ? [] : [w.more(written(exclusiveMinimum))]),
    ...(top === undefined ? [] : [w.most(top)]),
  ].join('')
}

function valueOf(schema: Schema, m: Messages): string {
  const w = WORDS[m.language]
  if (isSecret(schema)) return w.secret
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map((each) => valueOf(each, m)))].join(w.or)
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.enum !== undefined) return schema.enum.map((each) => code(String(each))).join(', ')
  if (schema.type === 'object') return w.object
  if (schema.type === 'array') return w.list
  if (schema.type === 'boolean') return w.boolean
  if (schema.type === 'integer') return w.integer + bounds(schema, m)
  if (schema.type === 'number') return w.number + bounds(schema, m)
  if (schema.pattern === '^\\d{6}$') return w.sixDigits
  return schema.pattern?.includes(':') === true && schema.pattern.includes('-') ? w.hours : w.text
}

function defaultOf({ schema, required }: Key, m: Messages): string {
  if (required) return WORDS[m.language].required
  return schema.default === undefined || typeof schema.default === 'object' || schema.default === ''
    ? '—'
    : code(String(schema.default))
}

/** Every key of `cartable.yaml`, from the schema that checks it. @throws when a key and its line do not go together. */
export function configurationPage(m: Messages): string {
  const w = WORDS[m.language]
  const schema = z.toJSONSchema(configSchema(m.config), { io: 'input', unrepresentable: 'any' }) as Schema
  const keys = keysOf(schema, '')
  const unknown = Object.keys(CONFIGURATION).filter((path) => !keys.some((key) => key.path === path))
  if (unknown.length > 0) throw new Error(`No such key: ${unknown.join(', ')}`)
  const rows = keys.map((key) => {
    const text = CONFIGURATION[key.path]
    if (text === undefined) throw new Error(`${key.path} has no line in configuration-texts.ts`)
    return [code(key.path), valueOf(key.schema, m), defaultOf(key, m), prose(text[m.language], m)]
  })
  return page([
    `# ${w.title}`,
    prose(w.intro, m),
    `## ${w.keys}`,
    prose(w.keysIntro, m),
    table(w.heads, rows),
    `## ${w.secrets}`,
    prose(w.secretsIntro, m),
    table(w.secretHeads, w.secretRows),
    `## ${w.template}`,
    prose(w.templateIntro, m),
    `\`\`\`yaml\n${configTemplate(m)}\`\`\``,
  ])
}
