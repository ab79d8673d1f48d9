/** What separates columns. The first of two that are as frequent in a header wins: a comma is also found within names. */
const DELIMITERS = ['\t', ';', '|', ','] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** What separates columns, and whether the first line is only there to say so (`sep=;`, as Excel writes and reads it). */
export interface Delimiting {
  readonly delimiter: Delimiter
  readonly isTold: boolean
}

/** From the first lines of a text: the first one that has a delimiter outside quotes decides. A comma when none has. */
export function findDelimiter(start: string): Delimiting {
  const told = /^\ufeff?"?sep=([\t;|,])"?\r?\n/i.exec(start)?.[1] as Delimiter | undefined
  if (told !== undefined) return { delimiter: told, isTold: true }
  const counts = new Map<string, number>()
  let isQuoted = false
  for (const character of start) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\n' && counts.size > 0) break
    else if ((DELIMITERS as readonly string[]).includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
  }
  const most = Math.max(...counts.values())
  return { delimiter: DELIMITERS.find((delimiter) => counts.get(delimiter) === most) ?? ',', isTold: false }
}
