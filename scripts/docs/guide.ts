import type { Language } from '../../src/i18n/language.js'
import { prose } from './markdown.js'
import type { Session } from './session.js'

/** A fenced block of a template, or an HTML comment that runs a line without showing it. */
const DIRECTIVE = /^```(sh|yaml) (run|write)\b([^\n]*)\n([\s\S]*?)^```$|^<!-- hidden: (.*) -->\n/gm

interface Wanted {
  /** The exit code; `exit=3`. */
  readonly exit: number
  /** How many lines of the output the page shows, or null for all; `head=12`. */
  readonly head: number | null
  /** The file to write; `file=cartable.yaml`. */
  readonly file: string
}

function wantedOf(text: string): Wanted {
  const words = new Map(
    text.split(' ').map((word): [string, string] => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']),
  )
  const head = words.get('head')
  return {
    exit: Number(words.get('exit') ?? 0),
    head: head === undefined ? null : Number(head),
    file: words.get('file') ?? '',
  }
}

function cut(text: string, head: number | null): string {
  const lines = text.trimEnd().split('\n')
  return (head === null || lines.length <= head ? lines : [...lines.slice(0, head), '…']).join('\n')
}

/**
 * A finished page: its template, where each `sh run` block is followed by what the commands wrote, and each `yaml write`
 * block is a file that the session then has.
 *
 * @throws when a command ends otherwise than the template says.
 */
export async function playGuide(text: string, language: Language, session: Session): Promise<string> {
  const template = prose(text, { language })
  let page = ''
  let from = 0
  for (const found of template.matchAll(DIRECTIVE)) {
    page += template.slice(from, found.index)
    from = found.index + found[0].length
    page += await play(found, session)
  }
  return page + template.slice(from)
}

async function play(found: RegExpExecArray, session: Session): Promise<string> {
  const [, kind = '', verb, settings = '', body = '', hidden] = found
  if (hidden !== undefined) {
    await session.type(hidden, 0)
    return ''
  }
  const { exit, head, file } = wantedOf(settings)
  const block = `\`\`\`${kind}\n${body}\`\`\``
  if (verb === 'write') {
    await session.write(file, body)
    return block
  }
  const output = await session.type(body, exit)
  return output.trim() === '' || head === 0 ? block : `${block}\n\n\`\`\`text\n${cut(output, head)}\n\`\`\``
}
