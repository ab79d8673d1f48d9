/**
 * Text from a device or a file, made safe to print: control characters (C0, C1, DEL), terminal escapes, and the
 * invisible characters that reorder or hide text (bidi overrides, zero-width) become U+FFFD; tabs and newlines a space.
 */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
}

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
