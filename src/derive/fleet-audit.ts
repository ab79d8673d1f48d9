import { groupedBy } from '../lib/group.js'
import {
  ROW_CLASSES,
  THING_CLASSES,
  type FleetCounts,
  type FleetFinding,
  type FleetReason,
  type FleetRow,
  type RowClass,
  type SeenThing,
  type ThingClass,
} from '../model/fleet.js'
import type { SchoolBuilding } from '../model/organisation.js'
import { findRepeats, type MatchedRow, type Repeat } from './fleet-duplicates.js'
import { FleetMatcher, labelOf, type FleetMatch } from './fleet-match.js'

/** What an audit starts from. */
export interface FleetAuditInput {
  /** In the order in which files first told them. */
  readonly rows: readonly FleetRow[]
  readonly things: readonly SeenThing[]
  readonly schoolBuildings: readonly Pick<SchoolBuilding, 'school' | 'building'>[]
  /** ISO 8601, UTC. */
  readonly now: string
  /** Days after which what was seen counts as not seen any more. */
  readonly days: number
}

/** The inventory against what was seen. */
export interface FleetAudit {
  /** One for each row, in their order, then one for each thing that no row tells, in theirs. */
  readonly findings: readonly FleetFinding[]
  /** Where each thing stands, in their order. */
  readonly standings: readonly { readonly building: string | null; readonly class: ThingClass }[]
  readonly counts: FleetCounts
}

const DAY_MS = 86_400_000

/**
 * Puts every row of an inventory, and everything seen on the network, in exactly one class, with why.
 *
 * A row that repeats another one is `duplicated`, whatever else it says. Of the others, one that several things could be
 * is `ambiguous`, one without serial or MAC to look for is `unidentified`. One that was seen within `days` is `alive`
 * when its status is anything but active, `elsewhere` when no building of its school is where it was seen, else `seen`.
 * One that was not is `not-seen` when active, else `idle`.
 *
 * A thing is `matched` by a row; `possible` when a row may be it, or has its MAC beside another device's serial;
 * `ignored` when a person leaves it out of lists; else `unknown` when it was seen within `days`, `past` when it was not.
 *
 * @throws Error when a row or a thing is in no class, or in two: a fault of this program.
 */
export function auditFleet(input: FleetAuditInput): FleetAudit {
  const { rows, things } = input
  const matcher = new FleetMatcher(things, rows)
  const matched = rows.map((row) => ({ row, identifiers: matcher.identifiersOf(row), match: matcher.match(row) }))
  const repeats = findRepeats(matched)
  const places = new Places(input)
  const rowFindings = matched.map((each, i) => rowFinding(each, repeats.get(i) ?? null, places))
  const told = thingClasses(matched, things, places)
  const thingFindings = things.flatMap((thing) => {
    const standing = told.get(thing)
    if (standing === undefined || standing.class === 'matched') return []
    return [thingFinding(thing, { ...standing, class: standing.class }, places)]
  })
  const findings = [...rowFindings, ...thingFindings]
  const standings = [...told].map(([{ building }, { class: of }]) => ({ building, class: of }))
  return { findings, standings, counts: checkedCounts(findings, standings, rows.length, things.length) }
}

/** Which buildings are a school's, and how long ago is too long ago. */
class Places {
  readonly #buildings: ReadonlyMap<string, readonly string[]>
  readonly #lively: ReadonlySet<string | null>
  readonly #now: number
  readonly #days: number

  constructor({ schoolBuildings, things, now, days }: FleetAuditInput) {
    const pairs = groupedBy(schoolBuildings, ({ school }) => school)
    this.#buildings = new Map([...pairs].map(([school, list]) => [school, list.map(({ building }) => building)]))
    this.#now = Date.parse(now)
    this.#days = days
    this.#lively = new Set(things.filter((thing) => this.isRecent(thing)).map(({ building }) => building))
  }

  buildingsOf(school: string): readonly string[] {
    return this.#buildings.get(school) ?? []
  }

  /** True when nothing at all was seen lately in a school whose buildings are known. */
  isSilent(school: string): boolean {
    const buildings = this.buildingsOf(school)
    return buildings.length > 0 && !buildings.some((building) => this.#lively.has(building))
  }

  isRecent({ lastSeen }: SeenThing): boolean {
    return this.#now - Date.parse(lastSeen) <= this.#days * DAY_MS
  }

  lastSeen({ lastSeen }: SeenThing): FleetReason {
    const days = Math.max(0, Math.floor((this.#now - Date.parse(lastSeen)) / DAY_MS))
    return { code: 'last-seen', about: [lastSeen, String(days)] }
  }
}

function rowFinding({ row, match }: MatchedRow, repeat: Repeat | null, places: Places): FleetFinding {
  const { thing } = match
  const location = thing === null ? null : locationOf(row, thing, places)
  const of = classOf(row, match, repeat, places, location?.code === 'in-other-building')
  const absent = of === 'not-seen' || of === 'idle'
  return {
    class: of,
    serial: row.serial,
    mac: row.mac,
    assetTag: row.assetTag,
    name: row.name,
    model: row.model,
    school: row.school,
    status: row.status,
    lastContact: row.lastContact,
    file: row.file,
    line: row.line,
    managementAddress: thing?.managementAddress ?? null,
    sysName: thing?.sysName ?? null,
    building: thing?.building ?? null,
    lastSeen: thing?.lastSeen ?? null,
    matchedBy: match.by,
    reasons: [
      ...(repeat === null ? [] : [repeat.reason]),
      ...(of === 'alive' || of === 'idle' ? [{ code: 'status', about: [row.status] } as const] : []),
      ...match.reasons,
      ...(location === null ? [] : [location]),
      ...(thing === null ? [] : placedByHand(thing)),
      ...(thing === null ? [] : [places.lastSeen(thing)]),
      ...(absent && row.lastContact !== null ? [{ code: 'last-contact', about: [row.lastContact] } as const] : []),
      ...(of === 'not-seen' && row.school !== null && places.isSilent(row.school)
        ? [{ code: 'school-silent', about: [row.school] } as const]
        : []),
    ],
  }
}

function classOf(
  { status }: FleetRow,
  { thing, candidates, hasIdentifier }: FleetMatch,
  repeat: Repeat | null,
  places: Places,
  isElsewhere: boolean,
): RowClass {
  if (repeat !== null) return 'duplicated'
  if (thing === null && candidates.length > 0) return 'ambiguous'
  if (!hasIdentifier) return 'unidentified'
  if (thing === null || !places.isRecent(thing)) return status === 'active' ? 'not-seen' : 'idle'
  if (status !== 'active') return 'alive'
  return isElsewhere ? 'elsewhere' : 'seen'
}

/** Where the thing that a row is was seen, against the row's school; null when the row names none and no place is known. */
function locationOf({ school }: FleetRow, thing: SeenThing, places: Places): FleetReason | null {
  const { building } = thing
  if (building === null) return school === null ? null : { code: 'building-unknown', about: [labelOf(thing)] }
  if (school === null) return { code: 'in-building', about: [building] }
  const buildings = places.buildingsOf(school)
  if (buildings.length === 0) return { code: 'school-without-building', about: [building, school] }
  return buildings.includes(building)
    ? { code: 'in-building', about: [building, school] }
    : { code: 'in-other-building', about: [building, school, ...buildings] }
}

function placedByHand({ isPlacedByHand }: SeenThing): readonly FleetReason[] {
  return isPlacedByHand ? [{ code: 'building-said', about: [] }] : []
}

/** Where a thing stands, and the first row that may be it. */
interface Standing {
  readonly class: ThingClass
  readonly by: FleetRow | null
}

function thingClasses(
  matched: readonly MatchedRow[],
  things: readonly SeenThing[],
  places: Places,
): ReadonlyMap<SeenThing, Standing> {
  const found = new Set(matched.map(({ match }) => match.thing))
  const possible = new Map<SeenThing, FleetRow>()
  for (const { row, match } of matched)
    for (const thing of match.candidates) if (!possible.has(thing)) possible.set(thing, row)
  return new Map(
    things.map((thing): [SeenThing, Standing] => {
      if (found.has(thing)) return [thing, { class: 'matched', by: null }]
      const by = possible.get(thing) ?? null
      if (by !== null) return [thing, { class: 'possible', by }]
      if (thing.isIgnored) return [thing, { class: 'ignored', by }]
      return [thing, { class: places.isRecent(thing) && !thing.isGone ? 'unknown' : 'past', by }]
    }),
  )
}

function thingFinding(
  thing: SeenThing,
  { class: of, by }: { readonly class: Exclude<ThingClass, 'matched'>; readonly by: FleetRow | null },
  places: Places,
): FleetFinding {
  const { heardAt, building } = thing
  const heard = heardAt === null ? [] : [heardAt.protocol, heardAt.port, heardAt.by]
  return {
    class: of,
    serial: thing.serials[0]?.value ?? null,
    mac: thing.macs.slice(0, 1).map(({ value }) => value),
    assetTag: null,
    name: thing.sysName,
    model: [thing.vendor, thing.model].filter((word) => word !== null).join(' ') || null,
    ...{ school: null, status: null, lastContact: null, file: null, line: null, matchedBy: null },
    managementAddress: thing.managementAddress,
    sysName: thing.sysName,
    building,
    lastSeen: thing.lastSeen,
    reasons: [
      by === null
        ? { code: 'not-in-inventory', about: [labelOf(thing)] }
        : { code: 'may-be', about: [labelOf(thing), by.file, String(by.line)] },
      ...(heardAt === null ? [] : [{ code: 'heard-only', about: heard } as const]),
      ...(building === null ? [] : [{ code: 'in-building', about: [building] } as const]),
      ...placedByHand(thing),
      places.lastSeen(thing),
    ],
  }
}

/** The part of an audit that is a school's: its rows, and what was seen in its buildings. */
export function auditOfSchool(audit: FleetAudit, school: string, buildings: ReadonlySet<string>): FleetAudit {
  const isHere = ({ building }: { readonly building: string | null }): boolean =>
    building !== null && buildings.has(building)
  const findings = audit.findings.filter((each) => (each.file === null ? isHere(each) : each.school === school))
  const standings = audit.standings.filter(isHere)
  const rows = findings.filter(({ file }) => file !== null).length
  return { findings, standings, counts: checkedCounts(findings, standings, rows, standings.length) }
}

/** Counts the classes, and proves that nothing was left out or told twice. */
function checkedCounts(
  findings: readonly FleetFinding[],
  standings: FleetAudit['standings'],
  rowCount: number,
  thingCount: number,
): FleetCounts {
  const rows = Object.fromEntries(ROW_CLASSES.map((each) => [each, 0])) as Record<RowClass, number>
  const things = Object.fromEntries(THING_CLASSES.map((each) => [each, 0])) as Record<ThingClass, number>
  for (const finding of findings) if (finding.file !== null) rows[finding.class as RowClass]++
  for (const { class: of } of standings) things[of]++
  const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0)
  const listed = findings.length - total(rows)
  if (total(rows) !== rowCount || total(things) !== thingCount || listed !== thingCount - things.matched) {
    const sums = `${total(rows)} of ${rowCount} rows, ${total(things)} of ${thingCount} devices, ${listed} listed`
    throw new Error(`The fleet audit does not add up: ${sums}`)
  }
  return { rows, things }
}
