import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { IngestTexts } from './define-input.js'
import { MANIFEST } from '../../model/bundle.js'
import { holds } from './records.js'
import { shown } from './shown.js'

/** Stops the reading of a file. `message` is in the user's language; a null line is the one after what was given. */
export class Unreadable extends Error {
  readonly line: number | null

  constructor(
    message: string,
    { line = null, cause }: { readonly line?: number | null; readonly cause?: unknown } = {},
  ) {
    super(message, { cause })
    this.line = line
  }
}

/** More than this out of one file is refused: the ministry's largest has some megabytes. */
const MOST_BYTES = 4 * 1024 ** 3
/** Sheets of repeated values shrink 100 times; DEFLATE's most is 1,032. Little files may shrink as they like. */
const MOST_RATIO = 250
const FREE_BYTES = 64 * 1024 ** 2
const MOST_ENTRIES = 5000

/** The bytes that a gzip file holds. Throws Unreadable when it is broken, or holds too much. */
export async function* gunzipped(chunks: AsyncIterable<Buffer>, texts: IngestTexts): AsyncGenerator<Buffer> {
  let packed = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      packed += chunk.length
      yield chunk
    }
  }
  const unzip = createGunzip()
  pipeline(Readable.from(counted(), { objectMode: false }), unzip, () => undefined)
  try {
    yield* limited(unzip, () => packed, texts)
  } catch (error) {
    throw isOfZlib(error) ? new Unreadable(texts.packedBroken, { cause: error }) : error
  }
}

/** The files of a zip archive, by name. `close` ends it. */
export interface Archive {
  readonly entries: readonly Entry[]
  /** Throws Unreadable when the entry is broken, or holds too much. */
  open(entry: Entry): AsyncIterable<Buffer>
  close(): void
}

/**
 * Opens a zip file, or one that is in memory. Names of entries only say what they are: nothing is written anywhere.
 *
 * @throws Unreadable when it is broken, has too many entries, or one whose name leads out of it.
 */
export async function openZip(source: string | Buffer, texts: IngestTexts): Promise<Archive> {
  const yauzl = await import('yauzl')
  const options = { lazyEntries: true, autoClose: false }
  let zip: ZipFile | null = null
  try {
    zip = await (typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(source, options))
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > MOST_ENTRIES) throw new Unreadable(texts.tooManyEntries(MOST_ENTRIES))
    }
    const opened = zip
    return { entries, open: (entry) => unzipped(opened, entry, texts), close: () => opened.close() }
  } catch (error) {
    zip?.close()
    throw zipError(error, texts)
  }
}

async function* unzipped(zip: ZipFile, entry: Entry, texts: IngestTexts): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new Unreadable(texts.packedSecret)
  // What the archive declares is checked first, then what comes out: yauzl stops at an entry that holds more than it says.
  refuseBomb(entry.uncompressedSize, entry.compressedSize, texts)
  try {
    yield* limited(await zip.openReadStreamPromise(entry), () => entry.compressedSize, texts)
  } catch (error) {
    throw zipError(error, texts)
  }
}

/** Yauzl's errors have no code; those of the file system have one. */
function zipError(error: unknown, texts: IngestTexts): unknown {
  if (!(error instanceof Error) || error instanceof Unreadable || 'syscall' in error) return error
  const [, path] =
    /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/.exec(error.message) ?? []
  return new Unreadable(path === undefined ? texts.packedBroken : texts.packedPath(shown(path)), { cause: error })
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function refuseBomb(bytes: number, packed: number, texts: IngestTexts): void {
  if (bytes > MOST_BYTES || (bytes > FREE_BYTES && bytes > MOST_RATIO * packed))
    throw new Unreadable(texts.packedBomb(MOST_RATIO, MOST_BYTES / 1024 ** 3))
}

async function* limited(
  chunks: AsyncIterable<Buffer>,
  packed: () => number,
  texts: IngestTexts,
): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    refuseBomb(bytes, packed(), texts)
    yield chunk
  }
}

/** All of a stream, when it is not more than so many bytes. @throws Unreadable that says `tooLarge`. */
export async function inMemory(chunks: AsyncIterable<Buffer>, most: number, tooLarge: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of chunks) {
    parts.push(chunk)
    if (holds(parts, most)) throw new Unreadable(tooLarge)
  }
  return Buffer.concat(parts)
}

const DATA = /\.(?:csv|tsv|tab|txt|json|geojson|xlsx)$/i

/**
 * The one file of data in an archive, or the one that is asked for by its name.
 *
 * @throws Unreadable when there is none, or several to choose from.
 */
export function chooseEntry(entries: readonly Entry[], asked: string | null, texts: IngestTexts): Entry {
  const files = entries.filter(
    ({ fileName }) => !/(?:^|\/)[._]|\/$/.test(fileName) && !fileName.startsWith('__MACOSX/'),
  )
  if (asked !== null) {
    const entry = files.find(({ fileName }) => fileName === asked)
    if (entry === undefined) throw new Unreadable(texts.entryUnknown(shown(asked), listed(files)))
    return entry
  }
  const data = files.filter(({ fileName }) => DATA.test(fileName))
  const [first, second] = data.length === 0 && files.length === 1 ? files : data
  if (first === undefined) throw new Unreadable(texts.entryMissing)
  if (second !== undefined)
    throw new Unreadable(
      data.some(({ fileName }) => fileName === MANIFEST) ? texts.entryOfBundle : texts.entryAmbiguous(listed(data)),
    )
  return first
}

function listed(entries: readonly Entry[]): string {
  const names = entries.slice(0, 20).map(({ fileName }) => shown(fileName))
  return names.join(', ') + (entries.length > names.length ? ', …' : '')
}
