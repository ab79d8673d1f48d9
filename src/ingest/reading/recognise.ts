import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { folded } from '../../lib/text.js'
import type { InputKind } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { readHeader } from './header.js'
import { isOfdsHeader } from './ofds-records.js'
import { readRecords } from './open.js'
import { shown } from './shown.js'

/**
 * What a file's headers say that it is. `tie`: several kinds answer as well. `none`: no kind has all its columns there;
 * `kinds` then holds the nearest, `missing` what it lacks, none when no column is known at all.
 */
export type Recognition =
  | {
      readonly outcome: 'kind'
      readonly kind: string
      readonly known: number
      readonly unknown: number
      /** True for a package of the Open Fibre Data Standard that has points of presence among its nodes. */
      readonly hasNodes?: boolean
      /** What settled it between kinds with the same headers: a cell, or the file's name; null when the headers do. */
      readonly sign: Sign | null
    }
  | { readonly outcome: 'tie'; readonly kinds: readonly string[] }
  | { readonly outcome: 'none'; readonly nearest: string | null; readonly missing: readonly string[] }

/** `column` as the file writes it; null for the file's own name. */
export interface Sign {
  readonly column: string | null
  readonly value: string
}

type Kind = InputKind<unknown, IngestTexts>

/** Compares headers with the columns and synonyms of every kind: the fewest unknown headers win, then the most known. */
export function recognise(kinds: readonly Kind[], fields: readonly string[], texts: IngestTexts): Recognition {
  const readings = kinds.map((kind) => ({ kind, ...readHeader(kind, fields, texts) }))
  const fitting = readings
    .flatMap(({ kind, header, unknown }) => {
      const known = new Set(header?.columns.map(({ name }) => name)).size
      return header === null ? [] : [{ kind: kind.id, known, unknown: unknown.length }]
    })
    .sort((a, b) => a.unknown - b.unknown || b.known - a.known)
  const [best, next] = fitting
  if (best === undefined) return nearestOf(kinds, fields, texts)
  if (next === undefined || next.unknown !== best.unknown || next.known !== best.known)
    return { outcome: 'kind', ...best, sign: null }
  const as = fitting.filter(({ unknown, known }) => unknown === best.unknown && known === best.known)
  return { outcome: 'tie', kinds: as.map(({ kind }) => kind) }
}

/** The kind whose required columns are there most. */
function nearestOf(kinds: readonly Kind[], fields: readonly string[], texts: IngestTexts): Recognition {
  const lacking = kinds.map(({ id, columns, unused }) => {
    // As if nothing were required, so that what is there is told.
    const optional = columns.map((column) => ({ ...column, required: false }))
    const { header } = readHeader({ id, columns: optional, ...(unused === undefined ? {} : { unused }) }, fields, texts)
    const there = new Set(header?.columns.map(({ name }) => name))
    const missing = columns.filter(({ name, required }) => required && !there.has(name)).map(({ name }) => name)
    return { id, there: there.size, missing }
  })
  const [nearest] = lacking.sort((a, b) => b.there - b.missing.length - (a.there - a.missing.length))
  const isNear = nearest !== undefined && nearest.there > 1
  return { outcome: 'none', nearest: isNear ? nearest.id : null, missing: isNear ? nearest.missing : [] }
}

/** Records that may be the header: titles may stand above it. */
const MOST_TITLES = 20
/** Records below the header whose words may settle what headers do not. */
const MOST_LOOKED_AT = 200

/**
 * What a file is, by the first of its records that is the header of a kind. Null when it has none that can be read.
 *
 * @throws what node:fs throws.
 */
export async function recogniseFile(
  kinds: readonly Kind[],
  file: string,
  texts: IngestTexts,
): Promise<Recognition | null> {
  const columns = kinds.flatMap((kind) => kind.columns)
  const options = { encoding: null, sheet: null, columns, ofds: 'spans', texts } as const
  const tried: Recognition[] = []
  let tied: Tied | null = null
  for await (const items of readRecords(file, createHash('sha256'), options)) {
    for (const item of items) {
      if (tied !== null) {
        if ('fields' in item) tied.look(item.fields)
        if (tied.hasSeenEnough || 'fault' in item) return tied.settled(basename(file))
        continue
      }
      if ('fault' in item) return told(tried)
      if ('remark' in item || item.fields.every((field) => field.trim() === '')) continue
      const found = recognise(kinds, item.fields, texts)
      if (found.outcome === 'tie') tied = new Tied(kinds, found, item.fields, texts)
      else if (found.outcome === 'kind' && isOfdsHeader(item.fields))
        return { ...found, hasNodes: await hasNodes(file, options) }
      else if (found.outcome !== 'none') return found
      else if (tried.push(found) === MOST_TITLES) return told(tried)
    }
  }
  return tied === null ? told(tried) : tied.settled(basename(file))
}

async function hasNodes(file: string, options: Parameters<typeof readRecords>[2]): Promise<boolean> {
  let records = 0
  for await (const items of readRecords(file, createHash('sha256'), { ...options, ofds: 'nodes' }))
    records += items.filter((item) => 'fields' in item).length
  return records > 1
}

/** Kinds that a file's headers do not tell apart, and what its rows say. */
class Tied {
  readonly #tie: Recognition
  readonly #kinds: readonly { readonly kind: Kind; readonly at: number | undefined; votes: number; sign: Sign | null }[]
  readonly #fields: readonly string[]
  readonly #texts: IngestTexts
  #looked = 0

  constructor(
    kinds: readonly Kind[],
    tie: Extract<Recognition, { outcome: 'tie' }>,
    fields: readonly string[],
    texts: IngestTexts,
  ) {
    this.#tie = tie
    this.#fields = fields
    this.#texts = texts
    this.#kinds = kinds
      .filter(({ id }) => tie.kinds.includes(id))
      .map((kind) => {
        const at = readHeader(kind, fields, texts).header?.columns.find(
          ({ name }) => name === kind.signs?.column,
        )?.index
        return { kind, at, votes: 0, sign: null }
      })
  }

  get hasSeenEnough(): boolean {
    return this.#looked >= MOST_LOOKED_AT
  }

  look(fields: readonly string[]): void {
    this.#looked++
    for (const each of this.#kinds) {
      const value = fields[each.at ?? -1] ?? ''
      if (each.kind.signs?.words?.test(folded(value)) !== true) continue
      each.votes++
      each.sign ??= { column: this.#fields[each.at ?? -1] ?? null, value: shown(value) }
    }
  }

  /** The kind that the rows alone speak for, else the file's name; still a tie where neither does, or several. */
  settled(name: string): Recognition {
    const voted = this.#kinds.filter(({ votes }) => votes > 0)
    const named = this.#kinds.filter(({ kind }) => kind.signs?.name.test(folded(name)) === true)
    const [one, other] = voted.length > 0 ? voted : named
    if (one === undefined || other !== undefined) return this.#tie
    const found = recognise([one.kind], this.#fields, this.#texts)
    return found.outcome === 'kind' ? { ...found, sign: one.sign ?? { column: null, value: shown(name) } } : this.#tie
  }
}

/** Of records that are no header, the one that comes nearest to be. */
function told(tried: readonly Recognition[]): Recognition | null {
  return tried.find((found) => found.outcome === 'none' && found.nearest !== null) ?? tried[0] ?? null
}
