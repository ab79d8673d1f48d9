/** What to change in a unit: a value for each directive, several, or null to leave the directive out. */
export type UnitChanges = Readonly<Record<string, string | readonly string[] | null>>

/**
 * A unit made of another: directives are given other values in place, left out with the comment above them, or added at
 * the end of a section (`[Service]`, for those that the unit does not have). `header` takes the place of its first comment.
 */
export function editUnit(template: string, header: string, changes: UnitChanges, section: string): string {
  const written: string[] = []
  const met = new Set<string>()
  let comment: string[] = []
  const flush = (...lines: readonly string[]): void => {
    written.push(...comment, ...lines)
    comment = []
  }
  const added = (): string[] =>
    Object.keys(changes)
      .filter((key) => !met.has(key))
      .flatMap((key) => linesOf(key, changes[key] ?? null))
  const body = template.replace(/^(?:#.*\n)*/, '').trimEnd()
  let current = ''
  for (const line of body.split('\n')) {
    const key = /^(\w+)=/.exec(line)?.[1]
    if (line.startsWith('#')) comment.push(line)
    else if (/^\[.+\]$/.test(line)) {
      if (current === section) endSection(written, added())
      current = line
      flush(line)
    } else if (key === undefined || !(key in changes)) flush(line)
    else {
      if (changes[key] === null) comment = []
      else flush(...(met.has(key) ? [] : linesOf(key, changes[key] ?? null)))
      met.add(key)
    }
  }
  flush()
  if (current === section) endSection(written, added())
  const text = `# ${header}\n${written.join('\n')}\n`
  return text.replace(/\n{3,}/g, '\n\n')
}

function linesOf(key: string, value: string | readonly string[] | null): string[] {
  if (value === null) return []
  return (typeof value === 'string' ? [value] : value).map((each) => `${key}=${each}`)
}

/** Adds lines to what is written of a section, before the blank lines that end it. */
function endSection(written: string[], lines: readonly string[]): void {
  if (lines.length === 0) return
  let end = written.length
  while (end > 0 && written[end - 1] === '') end--
  written.splice(end, 0, ...lines)
}
