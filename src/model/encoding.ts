/** Encodings that a file of text may be in, by the names that `--encoding` takes. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'latin1', 'macroman'] as const

export type Encoding = (typeof ENCODINGS)[number]
