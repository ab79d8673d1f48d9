import type { Selectable } from '#kysely'
import { DEVICE_KINDS, type DeviceDocument, type DeviceKind } from '../model/device.js'
import { OVERRIDE_FIELDS, type Override, type OverrideField, type OverrideNoun } from '../model/override.js'
import { chunks, type Tx } from './bulk.js'
import type { Db } from './database.js'
import type { OverrideTable } from './schema/imported.js'

/**
 * How a list is read: `kept` as people say it, without what they ignore; `all` as people say it, with what they ignore;
 * `read` as it was read or imported, whatever people say.
 */
export type View = 'kept' | 'all' | 'read'

/** What people say of one thing, by field. */
export type Sayings = ReadonlyMap<OverrideField, Pick<Override, 'value' | 'since'>>

const NOTHING_SAID: Sayings = new Map()

/** What people say of the things of one noun. */
export interface Said {
  /** Empty for a thing that nobody says anything of. */
  of(subject: string): Sayings
  /** The things that people ignore. */
  readonly ignored: ReadonlySet<string>
  /** Every thing that somebody says something of. */
  readonly subjects: readonly string[]
}

/**
 * What people say now of the things of a noun: one query, whatever their number, and none in the view `read`. A subject
 * is one thing whatever the board, so that an override holds when a board is configured later.
 */
export async function readSaid(db: Db, noun: OverrideNoun, view: View = 'kept'): Promise<Said> {
  const bySubject = new Map<string, Map<OverrideField, Pick<Override, 'value' | 'since'>>>()
  const ignored = new Set<string>()
  if (view !== 'read') {
    const rows = await db
      .selectFrom('override')
      .select(['subject', 'field', 'value', 'since'])
      .where('noun', '=', noun)
      .where('until', 'is', null)
      .orderBy('id')
      .execute()
    for (const { subject, field, value, since } of rows) {
      const fields = bySubject.get(subject) ?? new Map<OverrideField, Pick<Override, 'value' | 'since'>>()
      bySubject.set(subject, fields.set(field as OverrideField, { value, since }))
      if (field === 'ignore') ignored.add(subject)
    }
  }
  return { of: (subject) => bySubject.get(subject) ?? NOTHING_SAID, ignored, subjects: [...bySubject.keys()] }
}

/** What may be left out of what a command reads: the nouns, and the schools that are in ignored buildings alone. */
export type LeftOutNoun = OverrideNoun | 'school'

const leftOutOf = new WeakMap<Db, Map<LeftOutNoun, Set<string>>>()

/** Things without those that people ignore, which are noted for `leftOut`; in other views, all of them. */
export function kept<T>(
  db: Db,
  noun: LeftOutNoun,
  ignored: ReadonlySet<string>,
  view: View,
  things: readonly T[],
  subjectOf: (thing: T) => string,
): readonly T[] {
  if (view !== 'kept' || ignored.size === 0) return things
  return things.filter((thing) => {
    const subject = subjectOf(thing)
    if (!ignored.has(subject)) return true
    const noted = leftOutOf.get(db) ?? new Map<LeftOutNoun, Set<string>>()
    leftOutOf.set(db, noted.set(noun, (noted.get(noun) ?? new Set()).add(subject)))
    return false
  })
}

/** How many things every reading of a database has left out so far, each counted once. */
export function leftOut(db: Db): ReadonlyMap<LeftOutNoun, number> {
  return new Map([...(leftOutOf.get(db) ?? [])].map(([noun, subjects]) => [noun, subjects.size]))
}

/** Which field of a device's records holds what is said of it. */
const DEVICE_KEYS = { model: 'model', kind: 'kind', building: 'building', name: 'sysName' } as const

/** What people say of a device, in the words of its records, and the names of the fields that they say. */
export interface SaidOfDevice {
  readonly values: Partial<Pick<DeviceDocument, 'model' | 'kind' | 'building' | 'sysName'>>
  readonly overridden: readonly string[]
  /** Evidence of those fields: that it is an override, and of which day (UTC). Never who nor why: exports hold it. */
  readonly evidence: Readonly<Record<string, string>>
}

export function saidOfDevice(sayings: Sayings): SaidOfDevice {
  const values: Record<string, string> = {}
  const evidence: Record<string, string> = {}
  for (const field of OVERRIDE_FIELDS.device) {
    const said = sayings.get(field)
    if (said === undefined || (field === 'kind' && !DEVICE_KINDS.includes(said.value as DeviceKind))) continue
    const key = field === 'ignore' ? field : DEVICE_KEYS[field]
    evidence[key] = `override: ${said.since.slice(0, 10)}`
    if (field !== 'ignore') values[key] = said.value
  }
  return { values, overridden: Object.keys(evidence), evidence }
}

function overrideOf(row: Selectable<OverrideTable>): Override {
  const { id, board, noun, subject, field, value, why, who, since, until, removed_by } = row
  return {
    id,
    board,
    noun: noun as OverrideNoun,
    subject,
    field: field as OverrideField,
    value,
    why,
    who,
    since,
    until,
    removedBy: removed_by,
  }
}

/** Overrides, with who and why, the oldest first: those that hold, or those that were removed too. */
export async function listOverrides(
  db: Tx,
  which: {
    readonly removedToo?: boolean
    /** A board's devices and what belongs to every board; null for all boards. */
    readonly board?: string | null
    readonly noun?: OverrideNoun
    readonly subject?: string
  },
): Promise<Override[]> {
  let query = db.selectFrom('override').selectAll().orderBy('id')
  if (which.removedToo !== true) query = query.where('until', 'is', null)
  if (which.board !== undefined && which.board !== null) query = query.where('board', 'in', [which.board, ''])
  if (which.noun !== undefined) query = query.where('noun', '=', which.noun)
  if (which.subject !== undefined) query = query.where('subject', '=', which.subject)
  return (await query.execute()).map(overrideOf)
}

/** What a person says, before it is written. */
export type NewOverride = Omit<Override, 'id' | 'until' | 'removedBy'>

/**
 * Writes what a person says, all of it or none. What was said before of the same field is closed, as removed by that
 * person; the same words by the same person change nothing. Gives them as they stand, in the order given.
 */
export async function writeOverrides(db: Db, said: readonly NewOverride[]): Promise<Override[]> {
  return db.transaction().execute(async (tx) => {
    const written: Override[] = []
    for (const each of said) {
      const { noun, subject, field, value, why, who, since } = each
      const before = (await listOverrides(tx, { noun, subject })).find((other) => other.field === field)
      if (before?.value === value && before.why === why && before.who === who) {
        written.push(before)
        continue
      }
      if (before !== undefined) await removeOverrides(tx, [before.id], who, since)
      const row = { ...each, until: null, removed_by: null }
      const { id } = await tx.insertInto('override').values(row).returning('id').executeTakeFirstOrThrow()
      written.push({ ...each, id, until: null, removedBy: null })
    }
    return written
  })
}

/** Ends some overrides that hold: what was read shows again. They are kept, with who ended them and when. */
export async function removeOverrides(db: Tx, ids: readonly number[], who: string, at: string): Promise<void> {
  for (const part of chunks(ids, 1000)) {
    await db
      .updateTable('override')
      .set({ until: at, removed_by: who })
      .where('id', 'in', part)
      .where('until', 'is', null)
      .execute()
  }
}
