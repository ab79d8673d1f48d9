import { Fields } from '../ingest/reading/fields.js'
import { UserError } from '../model/errors.js'
import { OVERRIDE_FIELDS, type Override, type OverrideField, type OverrideNoun } from '../model/override.js'
import type { OverrideRow } from '../model/rows.js'
import { listOverrides, readSaid, removeOverrides, writeOverrides, type NewOverride } from '../store/overrides.js'
import { listBuildings, listSchoolBuildings } from '../store/organisation.js'
import { findThing, thingsOf, type Thing } from './override-things.js'
import { scopeOf, type Session } from './session.js'

/** What a person says of one thing. */
export interface OverrideRequest {
  readonly noun: OverrideNoun
  /** An address, a serial, a name; a building's code; a link's id. */
  readonly thing: string
  readonly fields: Readonly<Partial<Record<OverrideField, string>>>
  readonly why: string
  readonly who: string
  readonly dryRun: boolean
}

/** What became of it. `said` holds, field by field; `before` tells the fields of which the very same was said already. */
export interface OverrideResult {
  readonly said: readonly OverrideRow[]
  readonly before: readonly OverrideField[]
  /** Codes of the schools that leave lists with an ignored building, because they are nowhere else. */
  readonly schoolsLeftOut: readonly string[]
}

function rowOf(
  { id, board: _, ...said }: Omit<Override, 'id'> & { readonly id: number | null },
  of: Thing,
): OverrideRow {
  const { noun, subject, field, value, who, since, why, until, removedBy } = said
  const read = of.read[field] ?? null
  return {
    override: id,
    noun,
    subject,
    thing: of.thing,
    name: of.name,
    field,
    read,
    value,
    who,
    since,
    why,
    holds: until === null,
    until,
    removedBy,
  }
}

/**
 * Says something of a thing, over what is read of it, until somebody removes it.
 *
 * @throws UserError when the thing is not known or is several, or a value cannot be: an unknown building, a place outside Québec.
 */
export async function override(session: Session, request: OverrideRequest): Promise<OverrideResult> {
  const { noun, why, who, fields, dryRun } = request
  const { db } = session.store
  const thing = await findThing(session, noun, request.thing)
  await checkBuilding(session, fields.building)
  const since = session.now()
  const wanted = OVERRIDE_FIELDS[noun].flatMap((field): NewOverride[] => {
    const value = fields[field]
    return value === undefined
      ? []
      : [{ board: thing.board, noun, subject: thing.subject, field, value, why, who, since }]
  })
  const held = await listOverrides(db, { noun, subject: thing.subject })
  const alike = wanted.filter((each) =>
    held.some((said) => said.field === each.field && said.value === each.value && said.why === why && said.who === who),
  )
  const said = dryRun
    ? wanted.map((each) => ({ ...each, id: null, until: null, removedBy: null }))
    : await writeOverrides(db, wanted)
  return {
    said: said.map((each) => rowOf(each, thing)),
    before: alike.map(({ field }) => field),
    schoolsLeftOut: noun === 'building' && fields.ignore !== undefined ? await leftNowhere(session, thing.subject) : [],
  }
}

async function checkBuilding({ store, m }: Session, code: string | undefined): Promise<void> {
  if (code === undefined) return
  const buildings = await listBuildings(store.db, 'read')
  if (buildings.some((building) => building.code === code)) return
  throw new UserError(m.overrides.unknownBuilding(code), m.overrides['unknownHint-building'])
}

/** The schools that have no building left once that one is ignored. */
async function leftNowhere({ store }: Session, building: string): Promise<string[]> {
  const { ignored } = await readSaid(store.db, 'building')
  const pairs = await listSchoolBuildings(store.db, 'all')
  const elsewhere = new Set(
    pairs.filter((p) => p.building !== building && !ignored.has(p.building)).map((p) => p.school),
  )
  return pairs.filter((p) => p.building === building && !elsewhere.has(p.school)).map(({ school }) => school)
}

/**
 * A place as an override holds it.
 *
 * @throws UserError when one of the two is missing, is no number, or the place is not in Québec: as an import would say.
 */
export function coordinatesValue(
  lon: string | undefined,
  lat: string | undefined,
  m: Session['m'],
): string | undefined {
  const problems: string[] = []
  const cells = new Fields(
    { lon: lon ?? '', lat: lat ?? '' },
    ({ column, message }) => problems.push(m.show.line(`--${column}`, message)),
    m.ingest,
  )
  const place = cells.coordinatesOrNull('lon', 'lat')
  if (problems.length > 0) throw new UserError(problems.join('\n'), m.overrides.coordinatesHint, { usage: true })
  return place?.join(',')
}

/** Overrides of the board and of what belongs to every board, with what is read now; those that hold unless `removedToo`. */
export async function overrideRows(
  session: Session,
  which: { readonly removedToo?: boolean; readonly noun?: OverrideNoun; readonly subject?: string },
): Promise<OverrideRow[]> {
  const overrides = await listOverrides(session.store.db, { board: scopeOf(session.config), ...which })
  const thingOf = await thingsOf(session, overrides)
  return overrides.map((each) => rowOf(each, thingOf(each)))
}

/** Which overrides to remove: some by their numbers, or those of a thing, all of them or of one field. */
export type RemovalRequest =
  | { readonly ids: readonly number[] }
  | { readonly noun: OverrideNoun; readonly thing: string; readonly field: OverrideField | null }

/**
 * Ends overrides, all of them or none, so that what is read shows again. Gives those that it ended.
 *
 * @throws UserError when one of the numbers, or the thing, has none in force, or the thing is not known.
 */
export async function removeSaid(
  session: Session,
  request: RemovalRequest,
  by: { readonly who: string; readonly dryRun: boolean },
): Promise<OverrideRow[]> {
  const { store } = session
  const rows = 'ids' in request ? await rowsNumbered(session, request.ids) : await rowsOfThing(session, request)
  if (by.dryRun) return rows
  const at = session.now()
  await removeOverrides(
    store.db,
    rows.flatMap(({ override }) => override ?? []),
    by.who,
    at,
  )
  return rows.map((row) => ({ ...row, holds: false, until: at, removedBy: by.who }))
}

async function rowsNumbered(session: Session, ids: readonly number[]): Promise<OverrideRow[]> {
  const { overrides } = session.m
  const rows = await overrideRows(session, {})
  const absent = ids.find((id) => !rows.some(({ override }) => override === id))
  if (absent !== undefined) throw new UserError(overrides.noSuch(String(absent)), overrides.noSuchHint)
  return rows.filter(({ override }) => override !== null && ids.includes(override))
}

async function rowsOfThing(
  session: Session,
  { noun, thing, field }: Exclude<RemovalRequest, { readonly ids: readonly number[] }>,
): Promise<OverrideRow[]> {
  const { subject } = await findThing(session, noun, thing)
  const { overrides } = session.m
  const rows = await overrideRows(session, { noun, subject })
  const meant = rows.filter((row) => field === null || row.field === field)
  if (meant.length === 0) throw new UserError(overrides.nothingSaid(thing), overrides.noSuchHint)
  return meant
}
