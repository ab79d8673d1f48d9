/** The form of what a board exports for the ministry; another number is another form. */
export const BUNDLE_SCHEMA = 'cartable/bundle/1'

export const MANIFEST = 'manifest.json'

/**
 * The kinds of files that a bundle may hold, each named `<kind>.csv` with the kind's canonical columns: what names others
 * comes after them.
 */
export const BUNDLE_KINDS = [
  'boards',
  'buildings',
  'schools',
  'shares',
  'enrolment',
  'pops',
  'networks',
  'wan-links',
  'equipment',
  'spending',
  'fleet',
] as const
export type BundleKind = (typeof BUNDLE_KINDS)[number]

/** What a bundle says of itself. */
export interface BundleManifest {
  readonly schema: typeof BUNDLE_SCHEMA
  readonly board: { readonly code: string; readonly name: string }
  /** ISO 8601, UTC. */
  readonly exportedAt: string
  readonly files: readonly {
    readonly kind: BundleKind
    /** Without the header. */
    readonly rows: number
    /** Of the file's bytes, in hexadecimal. */
    readonly sha256: string
  }[]
}

/** A row of one of a bundle's files. */
export interface BundleRow {
  readonly kind: BundleKind
  /** As the kind reads it. */
  readonly row: unknown
  /** The board that tells it. */
  readonly board: string
}

/** A cell that a spreadsheet would take for a formula is preceded by an apostrophe, as is one that looks preceded by it. */
export function inertCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The cell that `inertCell` wrote. */
export function plainCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
