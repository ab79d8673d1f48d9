/** Something wrong in one place of a file. All are gathered before any is shown. */
export interface Problem {
  readonly file: string
  /** 1 for the first line of the file. */
  readonly line: number
  /** The column's header, or null when the whole row is meant. */
  readonly column: string | null
  /** What is wrong and what to do, in the user's language, safe to print. */
  readonly message: string
  /** The cell as a message may quote it, when the problem is one cell's; absent when it is not. */
  readonly value?: string
}

/** Where an imported value comes from. */
export interface ImportedFrom {
  /** The number that `import list` gives the file. */
  readonly import: number
  readonly file: string
  readonly sha256: string
  readonly line: number
  /** ISO 8601, UTC. */
  readonly importedAt: string
}
