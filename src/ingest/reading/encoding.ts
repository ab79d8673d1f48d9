import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '../../model/encoding.js'
import { holds, peek } from './records.js'

/** Their names in a message. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  latin1: 'ISO-8859-1',
  macroman: 'MacRoman',
}

/** Bytes from the first that is not ASCII on by which an encoding is recognised. */
const WINDOW = 256 * 1024
const START = 4096

/** What French text is made of beyond ASCII, by how much each character speaks for an encoding that gives it. */
const WEIGHTS: readonly (readonly [weight: number, characters: string])[] = [
  [10, 'é'],
  [5, 'èàÉ’'],
  [3, 'çêôîâ'],
  [1, 'ëïùûœÈÀÇÊÔÎÂ«»–\u00a0\u202f…°²½'],
]

/**
 * A file's bytes as UTF-8. An encoding comes once, before the first chunk that it decided; none comes for UTF-8.
 *
 * A byte order mark decides, then zero bytes on one side of each pair (UTF-16). Else what is ASCII passes as it is, and
 * the encoding is decided at the first other byte, from there on: UTF-8 when most of such bytes are UTF-8, so that a
 * damaged line does not change how the others are read; else Windows-1252 or MacRoman, whichever gives more of what
 * French is written with. What an encoding has no character for becomes U+FFFD.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  asked: Encoding | null,
): AsyncGenerator<Buffer | Encoding> {
  if (asked !== null) {
    yield* decoded(chunks, asked)
    return
  }
  const start = await peek(chunks, (head) => holds(head, START))
  const sixteen = findUtf16(Buffer.concat(start.head).subarray(0, START))
  if (sixteen !== null) {
    yield* decoded(start.all, sixteen)
    return
  }
  const iterator = start.all[Symbol.asyncIterator]()
  // An own loop: leaving a `for await` would close what is read on below.
  const rest: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => iterator }
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      if (isAscii(next.value)) {
        yield next.value
        continue
      }
      const first = next.value.findIndex((byte) => byte >= 0x80)
      yield next.value.subarray(0, first)
      const window = await peek(before(next.value.subarray(first), rest), (head) => holds(head, WINDOW))
      yield* decoded(window.all, recognised(Buffer.concat(window.head)))
      return
    }
  } finally {
    await iterator.return?.()
  }
}

async function* before(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** By its byte order mark, or by zero bytes on one side of nearly all pairs: most letters of a header are ASCII. */
function findUtf16(start: Buffer): Encoding | null {
  const [a = 0, b = 0] = start
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const pairs = start.length >> 1
  for (let i = 0; i < 2 * pairs; i++) if (start[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return 'utf-16le'
  return even > 0.7 * pairs && odd < 0.1 * pairs ? 'utf-16be' : null
}

/** The encoding of bytes of which the first is not ASCII. */
function recognised(window: Buffer): Encoding {
  if (isUtf8(window)) return 'utf-8'
  const { sequences, strays } = countSequences(window, window.length < WINDOW)
  if (sequences >= strays) return 'utf-8'
  const counts = new Map<number, number>()
  for (const byte of window) if (byte >= 0x80) counts.set(byte, (counts.get(byte) ?? 0) + 1)
  const score = (weights: ReadonlyMap<number, number>): number =>
    [...counts].reduce((sum, [byte, count]) => sum + count * (weights.get(byte) ?? -2), 0)
  return score(BYTE_WEIGHTS.macroman) > score(BYTE_WEIGHTS['windows-1252']) ? 'macroman' : 'windows-1252'
}

/** The bytes of those characters in each encoding (Unicode's CP1252.TXT and ROMAN.TXT), as written out below. */
const BYTES = {
  'windows-1252': {
    é: 0xe9,
    è: 0xe8,
    à: 0xe0,
    É: 0xc9,
    '’': 0x92,
    ç: 0xe7,
    ê: 0xea,
    ô: 0xf4,
    î: 0xee,
    â: 0xe2,
    ë: 0xeb,
    ï: 0xef,
    ù: 0xf9,
    û: 0xfb,
    œ: 0x9c,
    È: 0xc8,
    À: 0xc0,
    Ç: 0xc7,
    Ê: 0xca,
    Ô: 0xd4,
    Î: 0xce,
    Â: 0xc2,
    '«': 0xab,
    '»': 0xbb,
    '–': 0x96,
    '\u00a0': 0xa0,
    '…': 0x85,
    '°': 0xb0,
    '²': 0xb2,
    '½': 0xbd,
  },
  macroman: {
    é: 0x8e,
    è: 0x8f,
    à: 0x88,
    É: 0x83,
    '’': 0xd5,
    ç: 0x8d,
    ê: 0x90,
    ô: 0x99,
    î: 0x94,
    â: 0x89,
    ë: 0x91,
    ï: 0x95,
    ù: 0x9d,
    û: 0x9e,
    œ: 0xcf,
    È: 0xe9,
    À: 0xcb,
    Ç: 0x82,
    Ê: 0xe6,
    Ô: 0xef,
    Î: 0xeb,
    Â: 0xe5,
    '«': 0xc7,
    '»': 0xc8,
    '–': 0xd0,
    '\u00a0': 0xca,
    '…': 0xc9,
    '°': 0xa1,
  },
} satisfies Readonly<Record<string, Readonly<Record<string, number>>>>

function weightsOf(bytes: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(
    WEIGHTS.flatMap(([weight, characters]) =>
      [...characters].flatMap((character): [number, number][] => {
        const byte = bytes[character]
        return byte === undefined ? [] : [[byte, weight]]
      }),
    ),
  )
}

const BYTE_WEIGHTS = { 'windows-1252': weightsOf(BYTES['windows-1252']), macroman: weightsOf(BYTES.macroman) }

/** Characters of two to four bytes that are UTF-8, and bytes that belong to none. The last one may be cut unless it is the end. */
function countSequences(bytes: Buffer, isEnd: boolean): { readonly sequences: number; readonly strays: number } {
  let sequences = 0
  let strays = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) continue
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (!isEnd && byte >= 0xc2 && i + size > bytes.length) break
    if (byte >= 0xc2 && isUtf8(bytes.subarray(i, i + size))) {
      sequences++
      i += size - 1
    } else strays++
  }
  return { sequences, strays }
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer | Encoding> {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  yield encoding
  const { default: iconv } = await import('iconv-lite')
  const decoder = iconv.getDecoder(encoding)
  let half = ''
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    const text = half + decoder.write(chunk)
    // The first half of a surrogate pair waits for the second.
    half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : ''
    yield Buffer.from(half === '' ? text : text.slice(0, -1))
  }
  const isCut = encoding.startsWith('utf-16') && length % 2 === 1
  yield Buffer.from(half + (decoder.end() ?? '') + (isCut ? '\ufffd' : ''))
}
