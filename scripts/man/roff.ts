/** Text as roff takes it: nothing in it is a request or an escape, and its characters print as they are. */
export function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('\u00a0', '\\~')
    .replace(/^\./gm, '\\&.')
}

/** What is typed: hyphens stay hyphens, so that it can be copied. */
function literal(text: string): string {
  return plain(text).replaceAll('-', '\\-')
}

export function bold(text: string): string {
  return `\\fB${literal(text)}\\fP`
}

/** Option and argument terms, `-h, --help` or `--out <file>`: flags in bold, what stands for a value in italics. */
export function term(text: string): string {
  return text
    .split(/(<[^>]+>|\[[^\]]+\])/)
    .map((part) =>
      /^[<[]/.test(part) ? plain(part[0] ?? '') + italic(part.slice(1, -1)) + plain(part.at(-1) ?? '') : flags(part),
    )
    .join('')
}

function italic(text: string): string {
  return `\\fI${literal(text)}\\fP`
}

function flags(text: string): string {
  return text.replace(/[\p{L}\p{N}|_-]+/gu, (word) => bold(word))
}

export const section = (title: string, ...blocks: readonly string[]): string =>
  blocks.length === 0 ? '' : [`.SH ${/\s/.test(title) ? `"${title}"` : title}`, ...blocks].join('\n')

/** Paragraphs, separated by empty lines in the text. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((each) => plain(each.trim()))
    .join('\n.PP\n')
}

/** A term and what it means, which must be roff already. */
export const item = (what: string, meaning: string): string => `.TP\n${what}\n${meaning}`

/** Lines to type, as they are. */
export const listing = (lines: readonly string[]): string =>
  ['.nf', '.RS', ...lines.map(literal), '.RE', '.fi'].join('\n')
