import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import type { IngestTexts } from './define-input.js'
import { Unreadable } from './packed.js'

/** What is done with an XML document's elements, by local name: namespaces are left aside. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Characters of one text or tag. A sheet's cell holds 32,767. */
const MOST_CHARACTERS = 1024 * 1024

/**
 * Walks an XML document, giving a turn after each chunk. Entities other than XML's own five are refused.
 *
 * Throws Unreadable when it is not well formed, or a text of it is too long.
 */
export async function* walkXml(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  texts: IngestTexts,
): AsyncGenerator<void> {
  let sinceEvent = 0
  let broken: Error | null = null
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => (broken ??= error))
  parser.on('doctype', () => (broken ??= new Error('a document type')))
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0
    handler.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0
    handler.close?.(localName(name))
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  const decoder = new StringDecoder('utf8')
  const feed = (run: () => unknown): void => {
    run()
    if (broken !== null) throw new Unreadable(texts.workbookBroken, { cause: broken })
    if (sinceEvent > MOST_CHARACTERS) throw new Unreadable(texts.recordTooLong(MOST_CHARACTERS / 1024))
  }
  for await (const chunk of chunks) {
    const text = decoder.write(chunk)
    sinceEvent += text.length
    feed(() => parser.write(text))
    yield
  }
  feed(() => parser.write(decoder.end()).close())
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Walks a whole document, whose elements are few. */
export async function walkAll(chunks: AsyncIterable<Buffer>, handler: XmlHandler, texts: IngestTexts): Promise<void> {
  for await (const _ of walkXml(chunks, handler, texts)) continue
}
