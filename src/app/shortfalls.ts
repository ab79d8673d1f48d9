import { enrolmentYearOf } from '../derive/allocation.js'
import { countFleet } from '../derive/fleet-count.js'
import { deriveRenewal } from '../derive/renewal.js'
import { deriveShortfalls } from '../derive/shortfalls.js'
import type { DeviceCounts } from '../model/device-counts.js'
import type { EquipmentRules } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import type { Shortfall } from '../model/records.js'
import type { RenewalRow } from '../model/renewal.js'
import { countedOn, schoolYearAfter } from '../model/school-year.js'
import { listFleet } from '../store/fleet.js'
import { kindsOfDevices } from '../store/seen.js'
import { checkBoard, lastSchoolYear, type Known } from './known.js'
import { checkedYear } from './results.js'
import { readSeen } from './seen.js'
import { scopeOf, sessionLocator, type Session } from './session.js'
import { doubtNotes, lotNotes, shortfallNotes } from './shortfall-notes.js'

/** Equipment against a rule in a school year, with what to remember of it. */
export interface FoundShortfalls {
  /** By school, then category in the rule's order. */
  readonly shortfalls: readonly Shortfall[]
  readonly schoolYear: string
  /** Whose 30 September pupils are of. */
  readonly enrolmentYear: string
  /** A sentence each, in the user's language: what is not known, and what does not count. */
  readonly notes: readonly string[]
}

/** Days without having been seen after which a device that scans saw does not count as in service: a summer is not enough. */
const SEEN_DAYS = 365
const DAY_MS = 86_400_000

/** The devices that the inventory and scans tell, counted; none, and nothing is read, where no category counts them. */
async function countDevices(session: Session, known: Known, rules: EquipmentRules) {
  const counts = Object.values(rules.categories).flatMap((rule) => rule.counts)
  if (!counts.includes('fleet') && !counts.includes('scanned')) return null
  const { db } = session.store
  const rows = await listFleet(db, scopeOf(session.config))
  const kinds = await kindsOfDevices(db)
  const since = new Date(Date.parse(session.now()) - SEEN_DAYS * DAY_MS).toISOString()
  return countFleet({
    ...{ rules, rows, since, schools: known.schools, schoolBuildings: known.schoolBuildings },
    things: await readSeen(session, rows, await sessionLocator(session)),
    kindOf: ({ id }) => kinds.get(Number(id.replace('device ', ''))) ?? null,
  })
}

/**
 * The school year asked for, whose pupils must be known by the rule; else the last one that the known enrolments allow.
 *
 * @throws UserError naming the years that there are.
 */
export function schoolYearBy({ m }: Session, known: Known, rules: EquipmentRules, year: string | undefined): string {
  if (year !== undefined) {
    checkedYear(known, enrolmentYearOf(rules, year), m)
    return year
  }
  const last = lastSchoolYear(known.enrolment)
  if (last === null) return rules.schoolYear
  return rules.enrolment === 'previous' ? schoolYearAfter(last, 1) : last
}

/** A part of what there is: one board's schools, one category of the rule. */
export interface Only {
  readonly board?: string | undefined
  readonly category?: string | undefined
}

/** @throws UserError for a board or a category that there is not. */
function checkOnly({ m }: Session, known: Known, rules: EquipmentRules, { board, category }: Only): void {
  const texts = m.shortfalls
  checkBoard(known, board, m)
  if (category !== undefined && !Object.hasOwn(rules.categories, category))
    throw new UserError(
      texts.unknownCategory(category),
      texts.unknownCategoryHint(Object.keys(rules.categories).join(', ')),
    )
}

/** What is known, without the schools of other boards and all that is theirs. */
function ofBoard(known: Known, board: string | undefined): Known {
  if (board === undefined) return known
  const others = new Set(known.schools.filter((school) => school.board !== board).map(({ code }) => code))
  return {
    ...known,
    schools: known.schools.filter(({ code }) => !others.has(code)),
    schoolBuildings: known.schoolBuildings.filter(({ school }) => !others.has(school)),
    enrolment: known.enrolment.filter(({ school }) => !others.has(school)),
    equipment: known.equipment.filter(({ school }) => !others.has(school)),
  }
}

function ofCategory(rules: EquipmentRules, category: string | undefined): EquipmentRules {
  const rule = category === undefined ? undefined : rules.categories[category]
  return rule === undefined || category === undefined ? rules : { ...rules, categories: { [category]: rule } }
}

/** What shortfalls are derived from in any year. */
async function factsOf(session: Session, known: Known, rules: EquipmentRules, only: Only) {
  checkOnly(session, known, rules, only)
  const counted = await countDevices(session, known, rules)
  const devices: { devices?: DeviceCounts } = counted === null ? {} : { devices: counted }
  return {
    facts: { ...ofBoard(known, only.board), ...devices, rules: ofCategory(rules, only.category) },
    doubts: counted?.doubts,
  }
}

/**
 * Equipment against the rules, for every eligible school and category, or those of one board or category.
 *
 * @throws UserError when nobody is counted in the year that the rule looks at, or for a board or category that is not known.
 */
export async function findShortfalls(
  session: Session,
  known: Known,
  rules: EquipmentRules,
  year: string | undefined,
  only: Only = {},
): Promise<FoundShortfalls> {
  const { m } = session
  const schoolYear = schoolYearBy(session, known, rules, year)
  const enrolmentYear = enrolmentYearOf(rules, schoolYear)
  const { facts, doubts } = await factsOf(session, known, rules, only)
  const shortfalls = deriveShortfalls({ ...facts, schoolYear }, m)
  const notes = [
    ...shortfallNotes({ known: facts, rules: facts.rules, shortfalls, enrolmentYear }, m),
    ...lotNotes({ known: facts, rules, schoolYear }, m),
    ...doubtNotes(doubts, m),
  ]
  return { shortfalls, schoolYear, enrolmentYear, notes }
}

/** The same for every school year whose pupils are known, earliest first. @throws UserError */
export async function findTrend(
  session: Session,
  known: Known,
  rules: EquipmentRules,
  only: Only = {},
): Promise<Pick<FoundShortfalls, 'shortfalls' | 'notes'>> {
  const { m } = session
  const counted = [...new Set(known.enrolment.map(({ schoolYear }) => schoolYear))].sort()
  const years = rules.enrolment === 'previous' ? counted.map((year) => schoolYearAfter(year, 1)) : counted
  const { facts, doubts } = await factsOf(session, known, rules, only)
  return {
    shortfalls: years.flatMap((schoolYear) => deriveShortfalls({ ...facts, schoolYear }, m)),
    notes: [
      m.shortfalls.trendNote,
      ...(facts.devices === undefined ? [] : [m.shortfalls.trendDevices]),
      ...doubtNotes(doubts, m),
    ],
  }
}

/**
 * What reaches the end of its life when, and what as many cost. `asOf`: ISO date; what ended by then is overdue.
 *
 * @throws UserError for a board or category that is not known.
 */
export function findRenewal(
  session: Session,
  known: Known,
  rules: EquipmentRules,
  asOf: string,
  only: Only = {},
): { readonly rows: readonly RenewalRow[]; readonly notes: readonly string[] } {
  checkOnly(session, known, rules, only)
  const { m } = session
  const counts = Object.values(rules.categories).flatMap((rule) => rule.counts)
  const isBeside = counts.includes('fleet') || counts.includes('scanned')
  const own = ofBoard(known, only.board)
  return {
    rows: deriveRenewal({ ...own, rules: ofCategory(rules, only.category), asOf }),
    notes: [
      ...(isBeside ? [m.shortfalls.renewalDevices] : []),
      ...lotNotes({ known: own, rules, schoolYear: null }, m),
    ],
  }
}

/** The day on which equipment is counted in the year asked for, or in the last one that the enrolments allow. @throws UserError */
export function countDay(session: Session, known: Known, rules: EquipmentRules, year: string | undefined): string {
  return countedOn(schoolYearBy(session, known, rules, year))
}
