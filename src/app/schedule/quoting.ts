/** True for text that no line of a unit or of a crontab can hold. */
export function isUnwritable(text: string): boolean {
  return /[\u0000-\u001f\u007f]/.test(text)
}

/**
 * A unit's command line, whose `%`, `$` and quotes mean themselves. systemd takes no quote or backslash in the program's
 * own path, and leaves `$` there as it is: such a program is started by env(1).
 *
 * @see systemd.service(5), COMMAND LINES
 */
export function commandLine(words: readonly string[]): string {
  const [program = ''] = words
  return [...(isPlain(program) ? [] : ['/usr/bin/env']), ...words].map(commandWord).join(' ')
}

function commandWord(text: string): string {
  const literal = text.replaceAll('%', '%%').replaceAll('$', '$$$$')
  return isPlain(text) ? literal : quoted(literal)
}

function isPlain(text: string): boolean {
  return /^[\w@+,./:=-]+$/.test(text)
}

/** A path in a unit's list of paths (ReadWritePaths=), where spaces separate. @see systemd.exec(5), systemd.syntax(7) */
export function listedPath(path: string): string {
  return isPlain(path) ? path : quoted(path.replaceAll('%', '%%'))
}

/** A path that is a unit's whole value (WorkingDirectory=, LoadCredential=). */
export function wholePath(path: string): string {
  return path.replaceAll('%', '%%')
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** A word of a cron line: the shell's quotes, then cron's own `%`, which ends a command where it stands bare. @see crontab(5) */
export function cronWord(text: string): string {
  const word = isPlain(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
  return word.replaceAll('%', '\\%')
}
