import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { messagesFor } from '../src/i18n/translator.js'
import enrolment from '../src/ingest/enrolment.js'
import type { IngestTexts } from '../src/ingest/reading/define-input.js'
import pops from '../src/ingest/pops.js'
import wanLinks from '../src/ingest/wan-links.js'
import { readInput } from '../src/ingest/reading/read.js'
import type { InputKind } from '../src/model/input-kind.js'
import { textRows, workbookOf, zipOf } from '../test/ingest/files.js'
import { generator } from './generator.js'

/** A file that was read otherwise than promised: its number, and why, in words. */
export interface Misread {
  readonly round: number
  readonly told: string
}

type Random = (below: number) => number

/** A format: the file that is whole, and how it is packed once its content is changed. */
interface Format {
  readonly name: string
  readonly kind: InputKind<unknown, IngestTexts>
  readonly content: Buffer
  pack(content: Buffer): Buffer
}

const TABLE = [
  ['school', 'school_year', 'sector', 'pupils'],
  ...Array.from({ length: 40 }, (_, i) => [
    `9110${i + 10}`,
    '2018-2019',
    i % 2 === 0 ? 'youth' : 'été',
    String(i * 37),
  ]),
  ['Total', '', '', '28 860'],
]
const CSV = TABLE.map((row) => row.join(',')).join('\n')
const SEMICOLONS = TABLE.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')
const GEOJSON = JSON.stringify(
  {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
    features: Array.from({ length: 20 }, (_, i) => ({
      type: 'Feature',
      properties: { id: `P${i}`, nom: `Point n° ${i}`, type: 'pop' },
      geometry: { type: 'Point', coordinates: [-7_926_875 - i, 5_911_748 + i] },
    })),
  },
  null,
  1,
)
const OFDS = JSON.stringify(
  {
    networks: [
      {
        ...{ id: 'r', name: 'Réseau' },
        nodes: Array.from({ length: 12 }, (_, i) => ({
          ...{ id: `n${i}`, name: `Nœud ${i}`, type: i % 2 === 0 ? ['pop'] : ['splice', 'ixp'] },
          location: { type: 'Point', coordinates: [-68 - i / 100, 49.1] },
        })),
        spans: Array.from({ length: 11 }, (_, i) => ({
          ...{
            id: `S${i}`,
            name: `Tronçon ${i}`,
            status: 'operational',
            start: `n${i}`,
            end: `n${i + 1}`,
            capacity: 1,
          },
          route: { type: 'LineString', coordinates: [[-68 - i / 100, 49.1], [-68 - (i + 1) / 100, 49.1]] }, // prettier-ignore
        })),
      },
    ],
  },
  null,
  1,
)
const SHEET = textRows(TABLE).replace('<row>', '<row r="1">')
const same = (content: Buffer): Buffer => content

const FORMATS: readonly Format[] = [
  { name: 'CSV', kind: enrolment, content: Buffer.from(CSV), pack: same },
  { name: 'Windows-1252', kind: enrolment, content: Buffer.from(SEMICOLONS, 'latin1'), pack: same },
  { name: 'UTF-16', kind: enrolment, content: Buffer.from(`\ufeff${CSV}`, 'utf16le'), pack: same },
  { name: 'gzip', kind: enrolment, content: Buffer.from(CSV), pack: (content) => gzipSync(content) },
  { name: 'zip', kind: enrolment, content: Buffer.from(CSV), pack: (content) => zipOf([{ name: 'f.csv', content }]) },
  {
    name: 'XLSX',
    kind: enrolment,
    content: Buffer.from(SHEET),
    pack: (content) => workbookOf({ F: content.toString() }),
  },
  { name: 'GeoJSON', kind: pops, content: Buffer.from(GEOJSON), pack: same },
  {
    name: 'GeoJSON in zip',
    kind: pops,
    content: Buffer.from(GEOJSON),
    pack: (content) => zipOf([{ name: 'f', content }]),
  },
  { name: 'OFDS', kind: wanLinks, content: Buffer.from(OFDS), pack: same },
  { name: 'OFDS in gzip', kind: pops, content: Buffer.from(OFDS), pack: (content) => gzipSync(content) },
]

/** What breaks readers: in any place of a file. */
const TOKENS = [
  '"',
  '\0',
  '\ufeff',
  ',',
  ';',
  '\n',
  '\r',
  '{',
  ']',
  '<',
  '>',
  '<row>',
  '&x;',
  '<!DOCTYPE x>',
  '=1+1',
  '\ud83d\ude00',
  '9'.repeat(400),
  '[[[[',
].map((token) => Buffer.from(token))

/** So many files of every format, each changed in random places before or after it is packed. */
export function* mutatedFiles(rounds: number, seed: number): Generator<Omit<Format, 'pack'>> {
  const next = generator(seed)
  const random: Random = (below) => Math.floor(next() * below)
  for (let round = 0; round < rounds; round++) {
    const format = FORMATS[round % FORMATS.length]
    if (format !== undefined) yield { ...format, content: mutatedFile(format, random) }
  }
}

/**
 * Reads so many damaged files. A file keeps the promise when it is read to its end or refused, no error is thrown, and each problem has a line, and words.
 */
export async function readMutatedFiles(rounds: number, seed: number): Promise<readonly Misread[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-mutated-'))
  const misread: Misread[] = []
  try {
    let round = 0
    for (const { name, kind, content } of mutatedFiles(rounds, seed)) {
      const file = join(folder, 'f')
      await writeFile(file, content)
      const wrong = await whatIsWrong(kind, file)
      if (wrong !== null) misread.push({ round, told: `file ${round} (${name}): ${wrong}` })
      round++
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return misread
}

function mutatedFile({ content, pack }: Format, random: Random): Buffer {
  return random(2) === 0 ? mutated(pack(content), random) : pack(mutated(content, random))
}

function mutated(bytes: Buffer, random: Random): Buffer {
  let changed = Buffer.from(bytes)
  for (let n = random(4) + 1; n > 0; n--) {
    const at = random(changed.length + 1)
    const end = Math.min(changed.length, at + random(random(2) === 0 ? 8 : 400))
    const [before, middle, after] = [changed.subarray(0, at), changed.subarray(at, end), changed.subarray(end)]
    switch (random(6)) {
      case 0:
        changed = Buffer.concat([before, after])
        break
      case 1:
        changed = Buffer.concat([before, middle, middle, after])
        break
      case 2:
        changed = Buffer.concat([before, Buffer.from(Array.from(middle, () => random(256))), after])
        break
      case 3:
        changed = Buffer.concat([before, TOKENS[random(TOKENS.length)] ?? middle, middle, after])
        break
      case 4:
        if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
        break
      default:
        if (random(4) === 0) changed = Buffer.from(before)
    }
  }
  return changed
}

/** Null when a file is read or refused as promised. */
async function whatIsWrong(kind: InputKind<unknown, IngestTexts>, file: string): Promise<string | null> {
  try {
    const reading = readInput(kind, file, messagesFor('fr'))
    let rows = 0
    let problems = 0
    for await (const batch of reading.batches) {
      rows += batch.rows.length
      for (const { line, message } of batch.problems) {
        problems++
        if (!Number.isSafeInteger(line) || line < 1) return `a problem on line ${line}: ${message}`
        if (message === '' || /undefined|\[object|\n {4}at /.test(message)) return `a problem says ${message}`
      }
    }
    const summary = reading.summary()
    if (summary.rows !== rows) return `${rows} rows were given, ${summary.rows} counted`
    if (summary.records > rows && problems === 0) return `${summary.records - rows} records are missing without a word`
    return summary.sha256 === null && problems === 0 ? 'it was refused without a word' : null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
