import { auditFleet, auditOfSchool, type FleetAudit } from '../derive/fleet-audit.js'
import { UserError } from '../model/errors.js'
import { listFleet } from '../store/fleet.js'
import { listSchoolBuildings } from '../store/organisation.js'
import { listScans } from '../store/scans.js'
import { unreadAddresses } from '../store/seen.js'
import { readSeen } from './seen.js'
import { scopeOf, sessionLocator, type Session } from './session.js'

/** What a fleet audit is asked. */
export interface FleetAuditRequest {
  readonly days: number
  /** Only the rows of this school, and what was seen in its buildings; null for all. */
  readonly school: string | null
}

/** A fleet audit, with what a reader must know before trusting it. */
export interface FleetAuditResult extends FleetAudit {
  readonly now: string
  readonly days: number
  /** Start of the last scan: ISO 8601, UTC; null when there was none. */
  readonly lastScanAt: string | null
  /** Addresses that answer, and could not be read: a device of the inventory may be there. */
  readonly unread: number
}

/**
 * Matches the imported fleet with everything that scans saw.
 *
 * @throws UserError when no fleet is imported, or when nothing is known of the school asked for.
 */
export async function runFleetAudit(session: Session, { days, school }: FleetAuditRequest): Promise<FleetAuditResult> {
  const { config, store, m } = session
  const { db } = store
  const board = scopeOf(config)
  const rows = await listFleet(db, board)
  if (rows.length === 0) throw new UserError(m.fleet.noFleet, m.fleet.noFleetHint)
  const schoolBuildings = await listSchoolBuildings(db)
  const buildings = new Set(schoolBuildings.filter((pair) => pair.school === school).map(({ building }) => building))
  if (school !== null && buildings.size === 0 && !rows.some((row) => row.school === school))
    throw new UserError(m.fleet.unknownSchool(school), m.fleet.unknownSchoolHint)
  const locate = await sessionLocator(session)
  const things = await readSeen(session, rows, locate)
  const now = session.now()
  const audit = auditFleet({ rows, things, schoolBuildings, now, days })
  const scans = (await listScans(db)).filter((scan) => board === null || scan.board === board)
  const unread = await unreadAddresses(db, board)
  return {
    ...(school === null ? audit : auditOfSchool(audit, school, buildings)),
    now,
    days,
    lastScanAt: scans[0]?.startedAt ?? null,
    unread: unread.filter((each) => school === null || buildings.has(locate(each.address, each.board) ?? '')).length,
  }
}
