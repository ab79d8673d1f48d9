import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entry } from 'yauzl'
import type { Messages } from '../../i18n/translator.js'
import { loadPlugin } from '../../lib/plugins.js'
import {
  BUNDLE_KINDS,
  BUNDLE_SCHEMA,
  MANIFEST,
  plainCell,
  type BundleManifest,
  type BundleRow,
} from '../../model/bundle.js'
import type { InputKind, NumberedRow } from '../../model/input-kind.js'
import type { Problem } from '../../model/problem.js'
import { BoardOnly } from './board-only.js'
import { readCsvRecords } from './csv-records.js'
import type { IngestTexts } from './define-input.js'
import { inMemory, openZip, Unreadable, type Archive } from './packed.js'
import { opened, readInput, type InputBatch, type InputReading, type InputSummary } from './read.js'
import type { Item } from './records.js'
import { shown } from './shown.js'
import { readTextBytes } from './text-bytes.js'

const MOST_MANIFEST_BYTES = 1024 ** 2

/** Whether a file is a zip archive that has a manifest: what `export bundle` writes. @throws what node:fs throws. */
export async function findManifest(file: string, texts: IngestTexts): Promise<BundleManifest | null> {
  if (!(await isZip(file))) return null
  try {
    const archive = await openZip(file, texts)
    try {
      return await readManifest(archive, texts)
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** A bundle being read. `board` is its board's code, null until its manifest is read. */
export interface BundleReading extends InputReading<BundleRow> {
  readonly board: string | null
}

/**
 * Reads a bundle: what it says of itself is checked before any of its rows is given, which are then those of its own
 * board alone. A fault of the archive is a problem, after which nothing is read.
 *
 * @param ownBoard the reader's own board, which needs no bundle of itself; '' for none.
 */
export function readBundle(file: string, messages: Messages, ownBoard: string): BundleReading {
  const texts = messages.ingest
  let board: string | null = null
  let summary: InputSummary | null = null
  const notices: Problem[] = []
  const counts = { records: 0, rows: 0 }

  async function* batches(): AsyncGenerator<InputBatch<BundleRow>> {
    let sha256: string | null = null
    try {
      if (!(await isZip(file))) throw new Unreadable(texts.notBundle)
      const archive = await openZip(file, texts)
      try {
        const { manifest, entries } = await checked(archive, ownBoard, texts)
        board = manifest.board.code
        if (yield* rowsOf(manifest, entries, archive)) sha256 = await hashOf(createReadStream(file))
      } finally {
        archive.close()
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      yield { rows: [], problems: [{ file, line: 1, column: null, message: error.message }] }
    }
    summary = { ...counts, sha256, notices }
  }

  /** True when every file was read to its end. */
  async function* rowsOf(
    { board, files }: BundleManifest,
    entries: ReadonlyMap<string, Entry>,
    archive: Archive,
  ): AsyncGenerator<InputBatch<BundleRow>, boolean> {
    const only = new BoardOnly(board.code, texts)
    for (const { kind, rows: expected } of files) {
      const entry = entries.get(kind)
      if (entry === undefined) continue
      const name = join(file, entry.fileName)
      const records = plainRecords(archive.open(entry), texts)
      const reading = readInput(await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', kind), name, messages, {
        records,
      })
      for await (const batch of reading.batches) {
        const problems = [...batch.problems]
        const rows: NumberedRow<BundleRow>[] = []
        for (const { line, row } of batch.rows) {
          const fault = only.faultOf(kind, row)
          if (fault === null) rows.push({ line, row: { kind, row, board: board.code } })
          else problems.push({ file: name, line, ...fault })
        }
        counts.rows += rows.length
        yield { rows, problems }
      }
      const { records: found, sha256, notices: told } = reading.summary()
      counts.records += found
      notices.push(...told)
      if (sha256 === null) return false
      if (found !== expected) throw new Unreadable(texts.bundleDiffers(shown(entry.fileName)))
    }
    return true
  }

  return {
    batches: opened(batches(), file, texts),
    get board() {
      return board
    },
    summary: () => {
      if (summary === null) throw new Error(`The summary of ${file} was asked for before its batches were read`)
      return summary
    },
  }
}

/** The manifest and the file of each kind, once names and hashes are proved. @throws Unreadable */
async function checked(
  archive: Archive,
  ownBoard: string,
  texts: IngestTexts,
): Promise<{ readonly manifest: BundleManifest; readonly entries: ReadonlyMap<string, Entry> }> {
  const manifest = await readManifest(archive, texts)
  if (manifest === null) throw new Unreadable(texts.notBundle)
  if (manifest.board.code === ownBoard) throw new Unreadable(texts.bundleOfOwn(ownBoard))
  const entries = new Map<string, Entry>()
  const names = archive.entries.map(({ fileName }) => fileName)
  for (const { kind, sha256 } of manifest.files) {
    const found = archive.entries.filter(({ fileName }) => fileName === `${kind}.csv`)
    const [entry] = found
    if (entry === undefined || found.length > 1 || entries.has(kind))
      throw new Unreadable(texts.bundleDiffers(`${kind}.csv`))
    if ((await hashOf(archive.open(entry))) !== sha256) throw new Unreadable(texts.bundleDiffers(`${kind}.csv`))
    entries.set(kind, entry)
  }
  const stranger = names.find((name) => name !== MANIFEST && !entries.has(name.replace(/\.csv$/, '')))
  if (stranger !== undefined) throw new Unreadable(texts.bundleStranger(shown(stranger)))
  return { manifest, entries }
}

/** Null when there is none. @throws Unreadable when it is of another form, or is none at all. */
async function readManifest(archive: Archive, texts: IngestTexts): Promise<BundleManifest | null> {
  const [entry, other] = archive.entries.filter(({ fileName }) => fileName === MANIFEST)
  if (entry === undefined || other !== undefined) return null
  const text = (await inMemory(archive.open(entry), MOST_MANIFEST_BYTES, texts.notBundle)).toString('utf8')
  const read = parsed(text)
  if (typeof read?.['schema'] !== 'string' || !read['schema'].startsWith('cartable/bundle/')) return null
  if (read['schema'] !== BUNDLE_SCHEMA) throw new Unreadable(texts.bundleOtherForm(shown(read['schema'])))
  return manifestOf(read)
}

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null

function parsed(text: string): Members | null {
  try {
    const read: unknown = JSON.parse(text)
    return isMembers(read) ? read : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function manifestOf({ board, exportedAt, files }: Members): BundleManifest | null {
  if (!isMembers(board) || !isText(board['code'], /^\d{6}$/) || !isText(board['name'], /./)) return null
  if (!isText(exportedAt, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) || !Array.isArray(files)) return null
  const told = (files as unknown[]).flatMap((file) => {
    if (!isMembers(file) || !isText(file['sha256'], /^[0-9a-f]{64}$/) || !Number.isSafeInteger(file['rows'])) return []
    const kind = BUNDLE_KINDS.find((each) => each === file['kind'])
    return kind === undefined ? [] : [{ kind, rows: Number(file['rows']), sha256: file['sha256'] }]
  })
  if (told.length !== files.length) return null
  told.sort((a, b) => BUNDLE_KINDS.indexOf(a.kind) - BUNDLE_KINDS.indexOf(b.kind))
  return { schema: BUNDLE_SCHEMA, board: { code: board['code'], name: board['name'] }, exportedAt, files: told }
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value)
}

/** The records of a file of a bundle, as its cells were before they were made inert. */
async function* plainRecords(chunks: AsyncIterable<Buffer>, texts: IngestTexts): AsyncGenerator<readonly Item[]> {
  try {
    for await (const items of readCsvRecords(readTextBytes(chunks, 'utf-8', texts), texts))
      yield items.map((item) => ('fields' in item ? { ...item, fields: item.fields.map(plainCell) } : item))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield [{ line: error.line ?? 1, fault: error.message, field: null, stops: true }]
  }
}

async function hashOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const hash: Hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

async function isZip(file: string): Promise<boolean> {
  const opened = await open(file)
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && ['504b0304', '504b0506'].includes(buffer.toString('hex'))
  } finally {
    await opened.close()
  }
}
