import { folded } from '../lib/text.js'

/** What makers and technicians leave where a serial number belongs; compared folded. */
const PLACEHOLDERS = new Set([
  ...[
    'to be filled by o e m',
    'to be filled by oem',
    'o e m',
    'oem',
    'default string',
    'default',
    'system serial number',
  ],
  ...['serial number', 'chassis serial number', 'base board serial number', 'not specified', 'not applicable'],
  ...['not available', 'not provided', 'no serial', 'none', 'null', 'nil', 'n a', 'na', 'nd', 'unknown', 'undefined'],
  ...['invalid', 'empty', 'test', 'inconnu', 'inconnue', 'aucun', 'aucune', 'non disponible', 'sans objet', 's o'],
  ...['illisible', 'vide', 'a venir', 'a verifier', '123456789', '1234567890', '0123456789', '12345678', '1234567'],
])

/** A serial shorter than this may be shared by two makers, and needs more than itself to tell a device. */
export const SURE_SERIAL = 6

/**
 * What a serial number is compared by: blanks around it and case left out. Null when it tells nothing: empty, one
 * character over and over, or a placeholder (`To be filled by O.E.M.`, `N/A`, `0`).
 */
export function serialKey(serial: string | null): string | null {
  const key = (serial ?? '').trim().toUpperCase()
  const bare = key.replace(/[^\p{L}\p{N}]/gu, '')
  if (bare === '' || new Set(bare).size === 1 || PLACEHOLDERS.has(folded(key))) return null
  return key
}

/**
 * What a MAC address may tell. `none`: no device's own (all zeros, broadcast, a group address, the fixed one by which a
 * telephone hides its own, a value typed to fill the cell). `local`: given by software, perhaps at random for one
 * network (IEEE 802, bit U/L), so worth a word even when it is found.
 */
export function natureOfMac(mac: string): 'none' | 'local' | 'maker' {
  const first = Number.parseInt(mac.slice(0, 2), 16)
  const isFilled = new Set(mac.split(':')).size === 1
  if (isFilled || (first & 1) === 1 || HIDDEN.has(mac)) return 'none'
  return (first & 2) === 2 ? 'local' : 'maker'
}

/** What Android and iOS answer instead of their MAC, and examples of documentation. */
const HIDDEN = new Set(['02:00:00:00:00:00', '00:11:22:33:44:55', '12:34:56:78:9a:bc', '00:00:00:00:00:01'])

/** Words that two texts share, generic ones left out: how much a model that a file gives agrees with one that was read. */
export function sharedWords(a: string | null, b: string | null): number {
  const words = new Set(wordsOf(a))
  return new Set(wordsOf(b).filter((word) => words.has(word))).size
}

const GENERIC = new Set([
  'switch',
  'series',
  'access',
  'point',
  'printer',
  'device',
  'inc',
  'poe',
  'pro',
  'port',
  'ports',
])

function wordsOf(text: string | null): readonly string[] {
  return folded(text ?? '')
    .split(' ')
    .filter((word) => (word.length > 2 || word === 'hp') && !GENERIC.has(word))
}
