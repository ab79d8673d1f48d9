/**
 * Text from a device or a file, made safe to print: control characters (C0, C1, DEL), terminal escapes, and the
 * invisible characters that reorder or hide text (bidi overrides, zero-width) become U+FFFD; tabs and newlines a space.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

/**
 * Text from a file, for a document that people open: without control characters, invisible ones that reorder or hide text
 * (bidi overrides, zero-width), halves of a surrogate pair, and code points that XML refuses; tabs and newlines are spaces.
 */
export function plain(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu, '')
}

/** Text as HTML and XML hold it, in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Case, accents and punctuation removed: what headers and names are compared by. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Text for a cell of a spreadsheet: one that it would take for a formula is preceded by an apostrophe. */
export function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
}

/** Orders codes and identifiers by code unit: the same on every machine and in every language. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
