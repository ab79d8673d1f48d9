import type { Language } from './language.js'
import { formatsFor, type Formats } from './formats.js'
import { catalogue } from './catalogue.js'

/** One message: a text, or a function of its parameters, in both languages, with the same parameters. */
type Message = { readonly fr: unknown; readonly en: unknown }
type Area = Readonly<Record<string, Message>>
type Picked<A extends Area> = { readonly [K in keyof A]: A[K]['fr'] }

type Catalogue = typeof catalogue

/** The whole catalogue in one language (`m.scan.found(3)`), with that language's numbers, dates and money in `m.format`. */
export type Messages = { readonly [K in keyof Catalogue]: Picked<Catalogue[K]> } & {
  readonly language: Language
  readonly format: Formats
}

function pick(area: Area, language: Language): Record<string, unknown> {
  return Object.fromEntries(Object.entries(area).map(([key, message]) => [key, message[language]]))
}

/** Texts and formats of the interface in a language. */
export function messagesFor(language: Language): Messages {
  const areas = Object.fromEntries(
    Object.entries(catalogue).map(([name, area]) => [name, pick(area as Area, language)]),
  )
  return { ...areas, language, format: formatsFor(language) } as unknown as Messages
}
