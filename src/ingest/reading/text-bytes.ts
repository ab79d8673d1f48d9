import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../model/encoding.js'
import type { IngestTexts } from './define-input.js'
import { ENCODING_NAMES, toUtf8 } from './encoding.js'
import { stop, type Fault, type Remark } from './records.js'

const LF = 0x0a
const CR = 0x0d

/** U+FFFD in UTF-8: what a byte became for which an encoding has no character. */
const REPLACEMENT = Buffer.from('\ufffd')

/**
 * A file's bytes in chunks that are proved to be UTF-8 text without NUL, their line ends (CRLF, lone CR) made LF so that
 * lines are counted alike everywhere. The encoding is told when it is another one. A fault comes last: what stands
 * before its line has been given, nothing after.
 */
export async function* readTextBytes(
  chunks: AsyncIterable<Buffer>,
  asked: Encoding | null,
  texts: IngestTexts,
): AsyncGenerator<Buffer | Fault | Remark> {
  let held: Buffer = Buffer.alloc(0)
  let line = 1
  let encoding: Encoding = 'utf-8'
  for await (const part of toUtf8(chunks, asked)) {
    if (typeof part === 'string') {
      encoding = part
      if (asked === null) yield { line: 1, remark: texts.readAs(ENCODING_NAMES[encoding]) }
      continue
    }
    const joined = held.length === 0 ? part : Buffer.concat([held, part])
    const cut = completeLength(joined)
    held = joined.subarray(cut)
    const text = withLineFeeds(joined.subarray(0, cut))
    if (!isText(text, encoding)) {
      yield* untilFault(text, line, encoding, texts)
      return
    }
    line += countLines(text)
    yield text
  }
  const rest = withLineFeeds(held)
  if (isText(rest, encoding)) yield rest
  else yield* untilFault(rest, line, encoding, texts)
}

function isText(text: Buffer, encoding: Encoding): boolean {
  return !text.includes(0) && isUtf8(text) && (encoding === 'utf-8' || !text.includes(REPLACEMENT))
}

/** The length without what the next chunk must complete: the first bytes of a character, or a CR that may belong to a CRLF. */
function completeLength(bytes: Buffer): number {
  const end = bytes.length
  if (bytes[end - 1] === CR) return end - 1
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back] ?? 0
    if (byte < 0x80) return end
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return size > back ? end - back : end
    }
  }
  return end
}

function withLineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes(CR)) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === CR && bytes[i + 1] === LF) continue
    out[length++] = byte === CR ? LF : byte
  }
  return out.subarray(0, length)
}

function countLines(text: Buffer): number {
  let lines = 0
  for (let at = text.indexOf(LF); at !== -1; at = text.indexOf(LF, at + 1)) lines++
  return lines
}

/** What stands before the first line that is not text, then its fault. */
function* untilFault(text: Buffer, line: number, encoding: Encoding, texts: IngestTexts): Generator<Buffer | Fault> {
  let start = 0
  for (;;) {
    const end = text.indexOf(LF, start)
    const content = text.subarray(start, end === -1 ? text.length : end)
    const isFault = !isText(content, encoding)
    if (isFault || end === -1) {
      if (start > 0) yield text.subarray(0, start)
      if (isFault) yield stop(line, content.includes(0) ? texts.nulByte : notIn(encoding, texts))
      return
    }
    start = end + 1
    line++
  }
}

function notIn(encoding: Encoding, texts: IngestTexts): string {
  return encoding === 'utf-8' ? texts.notUtf8 : texts.notInEncoding(ENCODING_NAMES[encoding])
}
