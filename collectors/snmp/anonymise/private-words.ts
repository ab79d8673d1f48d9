import type { DeviceReading } from '../../../src/model/device.js'
import { serialOrNull } from '../wire/serial.js'

/** Names that makers give, not people. */
const NOBODYS_NAME =
  /^(?:(?:default|fddi|token-ring|fddinet|trnet|trbrf|trcrf)(?:[ _-]?(?:vlan|default))?[ _-]?\(?\d*\)?|vlan[ _-]?\(?\d+\)?|unknown|none|n\/?a|not (?:set|available)|null|undefined|public|private|\W*)$/i
/** Words of the trade: no secret, and what they stand in would make no sense without them. */
const TRADE = new Set(
  `access address admin agent alarm antenna backup bridge building camera cisco class client controller core default device
  distribution email eleves enabled ethernet external fiber fibre firewall firmware floor gateway gestion gigabit group guest
  hardware input interface internal internet invites ipphone linux local management memory model module monitor network
  output phone pool port ports power printer private production public rack radio reseau room router salle school
  server serial server service software staff standard static status storage supply switch system telephone temperature
  test trunk unknown uplink user users version video virtual vlan voice voip wifi windows wireless`.split(/\s+/),
)
const WORD = /[\p{L}\p{N}]+/gu

/** What is private in one device's words, however it is written. */
export class PrivateWords {
  /** Whole names and serial numbers → true for a serial number. */
  readonly #strict = new Map<string, boolean>()
  readonly #loose = new Set<string>()
  readonly #open: ReadonlySet<string>
  #pattern: RegExp | null = null

  /** `open` are texts that tell the model and the version: their words are not private. */
  constructor(open: readonly (string | null)[]) {
    this.#open = new Set(open.flatMap((text) => wordsOf(text ?? '')))
  }

  /** A serial number, wherever it was found. */
  addSerial(text: string | null): void {
    if (text !== null && serialOrNull(text) !== null && text.length >= 4 && /\d/.test(text)) this.#add(text, true)
  }

  /** The name of a device, a community, a user: searched for in every text, as a whole and without its domain. */
  addName(text: string | null): void {
    if (text === null || isNobodysName(text)) return
    for (const name of [text, text.split('.')[0] ?? text, text.replace(/\(.*\)$/, '')]) this.#add(name.trim(), false)
    this.addPhrase(text)
  }

  /** What a person wrote: its longer words are searched for in texts that do not tell the model. */
  addPhrase(text: string | null): void {
    if (text === null || isNobodysName(text)) return
    for (const word of wordsOf(text)) {
      const isTelling = word.length >= 5 || (word.length === 4 && /\d/.test(word) && /\D/.test(word))
      if (isTelling && !TRADE.has(word) && !this.#open.has(word)) this.#loose.add(word)
    }
  }

  isLoose(word: string): boolean {
    return this.#loose.has(word.toLowerCase())
  }

  /** True for a word that also tells the model or the version. */
  isOpen(word: string): boolean {
    return this.#open.has(word.toLowerCase())
  }

  isSerial(text: string): boolean {
    return this.#strict.get(text.toLowerCase()) === true
  }

  /** Finds the strict ones; null when there is none. */
  get pattern(): RegExp | null {
    if (this.#pattern === null && this.#strict.size > 0) {
      const longestFirst = [...this.#strict.keys()].sort((a, b) => b.length - a.length)
      const any = longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
      this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu')
    }
    return this.#pattern
  }

  #add(text: string, isSerial: boolean): void {
    const lower = text.toLowerCase()
    const isOpen = wordsOf(lower).every((word) => this.#open.has(word))
    const isShort = lower.length < 3 || (lower.length === 3 && !/\d/.test(lower))
    if (isShort || /^\d{1,3}$/.test(lower) || TRADE.has(lower) || (!isSerial && isOpen)) return
    this.#strict.set(lower, isSerial || this.#strict.get(lower) === true)
    this.#pattern = null
  }
}

/** True for what no person chose: `default`, `VLAN0010`, `N/A`. */
export function isNobodysName(text: string): boolean {
  return NOBODYS_NAME.test(text.trim())
}

/** What cartable itself reads as private in a device. */
export function addReading(words: PrivateWords, reading: DeviceReading): void {
  words.addName(reading.sysName)
  words.addPhrase(reading.sysLocation)
  words.addSerial(reading.serialNumber)
  for (const { serialNumber } of reading.components) words.addSerial(serialNumber)
  for (const { name, serialNumber } of reading.accessPoints) {
    words.addName(name)
    words.addSerial(serialNumber)
  }
  for (const { ifAlias } of reading.interfaces) words.addPhrase(ifAlias)
  for (const { name } of reading.vlans) words.addPhrase(name)
  for (const { remoteSysName } of reading.neighbours) words.addName(remoteSysName)
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase())
}
