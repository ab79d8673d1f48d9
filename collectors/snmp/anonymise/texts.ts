import { serialOrNull } from '../wire/serial.js'
import type { Holds } from './columns.js'
import { isNobodysName } from './private-words.js'
import { addressBytes, addressWritten, type Secrets } from './secrets.js'

/** Finds something private in a text; `replace` gives null where it turns out to be nothing. */
interface Search {
  readonly pattern: RegExp
  replace(found: string, secrets: Secrets): string | null
}

const MAC: Search = {
  pattern:
    /(?<![0-9a-z:])(?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}(?![0-9a-z:])|(?<![0-9a-z])(?:[0-9a-f]{2}([- ]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-z])|(?<![0-9a-f])[0-9a-f]{4}([.:-])[0-9a-f]{4}\2[0-9a-f]{4}(?![0-9a-f])|(?<![0-9a-f])[0-9a-f]{6}-[0-9a-f]{6}(?![0-9a-f])/gi,
  replace: (found, secrets) => likeMac(found, hexOf(found), secrets),
}
/** Twelve digits without a sign between them may be anything, unless they are known to be an address. */
const BARE_MAC: Search = {
  pattern: /(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])/gi,
  replace: (found, secrets) => (secrets.has('mac', Buffer.from(found, 'hex')) ? likeMac(found, found, secrets) : null),
}
const IP6: Search = {
  pattern: /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi,
  replace: (found, secrets) => likeAddress(found, secrets),
}
const IP4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/g
const ANY_IP4: Search = { pattern: IP4, replace: (found, secrets) => likeAddress(found, secrets) }
const KNOWN_IP4: Search = {
  pattern: IP4,
  replace: (found, secrets) => (isKnown(found, secrets) ? likeAddress(found, secrets) : null),
}
/** Four numbers may be a version: those that no version begins with, or that no school has for an address, decide. */
const LIKELY_IP4: Search = {
  pattern: /(?<![\d.v])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/gi,
  replace: (found, secrets) =>
    isKnown(found, secrets) || /^(?:10|2[4-9]|[3-9]\d|1\d\d|2\d\d)\./.test(found) ? likeAddress(found, secrets) : null,
}
const MAIL: Search = {
  pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g,
  replace: (found, { standIns }) => standIns.words(found),
}
const HOST: Search = {
  pattern:
    /(?<![\w.-])(?:[\w-]+\.)+(?:ca|com|edu|example|fr|gov|intra|internal|lan|local|net|org|quebec|test)(?![\w-])/gi,
  replace: (found, { standIns }) => standIns.words(found),
}
const LABELLED_SERIAL: Search = {
  pattern: /(?<=(?:serial(?: ?(?:number|no|num|#))?|\bS\/?N)\.?\s{0,2}[:#=]?\s{0,2})(?=[A-Z-]*\d)[A-Z0-9-]{5,}/gi,
  replace: (found, { standIns }) => standIns.serial(found),
}
/** What is written alone where a maker's private object holds it, and looks like nothing but a serial number. */
const LONE_SERIAL: Search = {
  pattern: /^\s*(?=(?:[A-Z]*\d){5})[A-Z0-9]{8,24}\s*$/g,
  replace: (found, { standIns, words }) => (words.isOpen(found.trim()) ? null : standIns.serial(found)),
}
const WORD: Search = {
  pattern: /[\p{L}\p{N}]+/gu,
  replace: (found, { standIns, words }) => (words.isLoose(found) ? standIns.words(found) : null),
}

/** A port's own name, not what a person wrote of it: few words, and a number. */
const PORT_NAME = /^(?:[a-z][a-z-]{0,24} ?)?(?:[a-z]{0,10} )?[a-z]{0,4}\d+(?:[/.:-]\d+){0,4}(?: [a-z]{1,12})?$/i

/** A text with stand-ins for what is private in it, as far as what it holds is known. */
export function replaceText(text: string, holds: Holds, secrets: Secrets): string {
  const { standIns } = secrets
  if (holds === 'serial') {
    if (serialOrNull(text) === null) return text
    return replaced(text, [MAC, BARE_MAC], secrets, (rest) => standIns.serial(rest))
  }
  if (holds === 'port' && !PORT_NAME.test(text.trim())) return replaceText(text, 'name', secrets)
  if (holds === 'name') {
    if (isNobodysName(text)) return text
    if (secrets.words.isSerial(text.trim())) return standIns.serial(text)
    return replaced(text, [MAC, BARE_MAC, IP6, ANY_IP4], secrets, (rest) => standIns.words(rest))
  }
  const strict = strictSearch(secrets)
  if (holds === 'kept' || holds === 'port') {
    return replaced(text, [MAC, BARE_MAC, IP6, KNOWN_IP4, ...strict, MAIL, LABELLED_SERIAL], secrets)
  }
  const searches = [MAC, BARE_MAC, IP6, LIKELY_IP4, ...strict, MAIL, HOST, LABELLED_SERIAL, LONE_SERIAL, WORD]
  return replaced(text, searches, secrets)
}

/** Only what is known to be private, as a whole: for bytes that are not text. */
export function replaceStrict(text: string, secrets: Secrets): string {
  return replaced(text, strictSearch(secrets), secrets)
}

function strictSearch({ words, standIns }: Secrets): readonly Search[] {
  const { pattern } = words
  if (pattern === null) return []
  return [{ pattern, replace: (found) => (words.isSerial(found) ? standIns.serial(found) : standIns.words(found)) }]
}

/** What the first search finds is settled; what is left goes to the next ones, and at last to `rest`. */
function replaced(
  text: string,
  [search, ...others]: readonly Search[],
  secrets: Secrets,
  rest: (text: string) => string = (left) => left,
): string {
  if (text === '') return ''
  if (search === undefined) return rest(text)
  let done = ''
  let from = 0
  for (const match of text.matchAll(search.pattern)) {
    const standIn = search.replace(match[0], secrets)
    if (standIn === null) continue
    done += replaced(text.slice(from, match.index), others, secrets, rest) + standIn
    from = match.index + match[0].length
  }
  return done + replaced(text.slice(from), others, secrets, rest)
}

function hexOf(written: string): string {
  const parts = written.split(/[:. -]/)
  return parts.length === 6 ? parts.map((part) => part.padStart(2, '0')).join('') : parts.join('')
}

/** A MAC address written as another one was: its separators, its capitals, its leading zeros. */
function likeMac(written: string, hex: string, { standIns }: Secrets): string {
  const standIn = standIns.mac(Buffer.from(hex, 'hex')).toString('hex')
  const isUpper = /[A-F]/.test(written)
  let at = 0
  const parts = written.split(/([:. -])/).map((part, i) => {
    if (i % 2 === 1) return part
    const length = part.length === 1 ? 2 : part.length
    at += length
    return standIn.slice(at - length, at)
  })
  return isUpper ? parts.join('').toUpperCase() : parts.join('')
}

function isKnown(written: string, secrets: Secrets): boolean {
  const bytes = addressBytes(written)
  return bytes !== null && secrets.has(bytes.length === 4 ? 'ip4' : 'ip6', bytes)
}

function likeAddress(written: string, { standIns }: Secrets): string | null {
  const bytes = addressBytes(written)
  if (bytes === null) return null
  return addressWritten(bytes.length === 4 ? standIns.ip4(bytes) : standIns.ip6(bytes))
}
