/** The person asked to stop, and what was begun was taken back or ended cleanly: exit code 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/**
 * A mistake that the person at the keyboard can mend: a wrong flag, file, configuration or environment.
 *
 * `message` says what and where; `hint` says what to do next, or is null. Both are already in the user's language.
 * `usage` is true when the command line itself was wrong (exit code 2).
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly hint: string | null
  readonly usage: boolean

  constructor(message: string, hint: string | null = null, options: { cause?: unknown; usage?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.hint = hint
    this.usage = options.usage ?? false
  }
}
