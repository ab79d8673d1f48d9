import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Encoding } from '../../model/encoding.js'
import type { InputColumn } from '../../model/input-kind.js'
import { readCsvRecords } from './csv-records.js'
import type { IngestTexts } from './define-input.js'
import { readGeoJson } from './geojson-records.js'
import { isOfdsStart, readOfdsPackage, type OfdsPart } from './ofds-records.js'
import { chooseEntry, gunzipped, inMemory, openZip, Unreadable, type Archive } from './packed.js'
import { holds, peek, stop, type Item } from './records.js'
import { readTextBytes } from './text-bytes.js'

/** How a file is to be read, where it does not tell by itself. */
export interface ReadingOptions {
  /** Null: recognised by its bytes. */
  readonly encoding: Encoding | null
  /** The sheet of a workbook, or the file of an archive; null: the first one, or the only one. */
  readonly sheet: string | null
}

interface Reading extends ReadingOptions {
  /** What is taken of a package of the Open Fibre Data Standard; null when such a file is none of the kind's. */
  readonly ofds: OfdsPart | null
  /** What the file's columns may be. */
  readonly columns: readonly InputColumn[]
  readonly texts: IngestTexts
}

/** Bytes, and how to have them again; null when they come once only (a pipe). */
interface Source {
  readonly chunks: AsyncIterable<Buffer>
  readonly again: (() => AsyncIterable<Buffer>) | null
}

const MAGIC_LENGTH = 512
/** A workbook inside another file is read in memory, for want of random access. */
const MOST_IN_MEMORY = 64 * 1024 ** 2

type Format = 'gzip' | 'zip' | 'json' | 'text' | 'other'

/**
 * A file's records in order, header included, some at a time, whatever it is: text with delimiters, GeoJSON, a package
 * of the Open Fibre Data Standard, an XLSX workbook, or one of these inside a gzip or zip file. It is known by its first bytes, never by its name.
 *
 * `hash` takes the raw bytes; it is whole only when no fault stopped the reading. Throws what node:fs throws.
 */
export async function* readRecords(file: string, hash: Hash, options: Reading): AsyncGenerator<readonly Item[]> {
  let line = 0
  try {
    for await (const items of itemsOf(file, hash, options)) {
      line = items.at(-1)?.line ?? line
      yield items
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield [stop(error.line ?? line + 1, error.message)]
  }
}

async function* itemsOf(file: string, hash: Hash, options: Reading): AsyncGenerator<readonly Item[]> {
  const isRegular = (await stat(file)).isFile()
  const raw = await peek(hashed(createReadStream(file), hash), (head) => holds(head, MAGIC_LENGTH))
  const source: Source = { chunks: raw.all, again: isRegular ? () => createReadStream(file) : null }
  const format = formatOf(Buffer.concat(raw.head))
  if (format === 'zip') {
    // To the end, for the hash: an archive is read from its end.
    for await (const _ of raw.all) continue
    if (!isRegular) throw new Unreadable(options.texts.notFromPipe)
    yield* ofArchive(await openZip(file, options.texts), options)
  } else yield* unpacked(format === 'gzip' ? gunzippedSource(source, options.texts) : source, options)
}

function gunzippedSource({ chunks, again }: Source, texts: IngestTexts): Source {
  return {
    chunks: gunzipped(chunks, texts),
    again: again === null ? null : () => gunzipped(again(), texts),
  }
}

/** Records of what is packed no more, but for a workbook, which is a zip archive itself. */
async function* unpacked({ chunks, again }: Source, options: Reading): AsyncGenerator<readonly Item[]> {
  const { texts } = options
  const start = await peek(chunks, (head) => holds(head, MAGIC_LENGTH))
  switch (formatOf(Buffer.concat(start.head))) {
    case 'text':
      yield* readCsvRecords(readTextBytes(start.all, options.encoding, texts), texts)
      return
    case 'json':
      if (isOfdsStart(Buffer.concat(start.head))) {
        if (options.ofds === null) throw new Unreadable(texts.ofdsOther, { line: 1 })
        yield* readOfdsPackage(start.all, options.ofds, texts)
        return
      }
      if (again === null) {
        await start.close()
        throw new Unreadable(texts.notFromPipe)
      }
      yield* readGeoJson(start.all, again, options.columns, texts)
      return
    case 'zip': {
      const tooLarge = texts.workbookInside(MOST_IN_MEMORY / 1024 ** 2)
      const archive = await openZip(await inMemory(start.all, MOST_IN_MEMORY, tooLarge), texts)
      if (isWorkbook(archive)) {
        yield* ofArchive(archive, options)
        return
      }
      archive.close()
      throw new Unreadable(texts.packedTwice)
    }
    case 'gzip':
      await start.close()
      throw new Unreadable(texts.packedTwice)
    case 'other':
      await start.close()
      throw new Unreadable(texts.formatUnknown)
  }
}

async function* ofArchive(archive: Archive, options: Reading): AsyncGenerator<readonly Item[]> {
  try {
    if (isWorkbook(archive)) {
      const { readXlsx } = await import('./xlsx-records.js')
      yield* readXlsx(archive, options.sheet, options.texts)
      return
    }
    const entry = chooseEntry(archive.entries, options.sheet, options.texts)
    const again = (): AsyncIterable<Buffer> => archive.open(entry)
    // The name was for the archive: a workbook inside gives its first sheet.
    yield* unpacked({ chunks: again(), again }, { ...options, sheet: null })
  } finally {
    archive.close()
  }
}

function isWorkbook({ entries }: Archive): boolean {
  return entries.some(({ fileName }) => fileName === 'xl/workbook.xml')
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

/** First bytes of files that nothing here reads: old Office (and .xls), PDF, 7z, RAR, xz, bzip2, zstd. */
const OTHERS = ['d0cf11e0', '25504446', '377abcaf', '52617221', 'fd377a58', '425a68', '28b52ffd']

function formatOf(start: Buffer): Format {
  const hex = start.toString('hex', 0, 4)
  if (hex.startsWith('1f8b')) return 'gzip'
  if (hex === '504b0304' || hex === '504b0506') return 'zip'
  if (OTHERS.some((magic) => hex.startsWith(magic))) return 'other'
  return /^(?:\xef\xbb\xbf)?\s*\{/.test(start.toString('latin1')) ? 'json' : 'text'
}
