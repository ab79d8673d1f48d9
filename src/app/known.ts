import type { Messages } from '../i18n/translator.js'
import type { EquipmentLot } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import type { Board, Building, Enrolment, School, SchoolBuilding } from '../model/organisation.js'
import type { Pop, WanLinkFacts } from '../model/wan-link.js'
import type { EstablishmentRow } from '../model/rows.js'
import type { Db } from '../store/database.js'
import type { View } from '../store/overrides.js'
import {
  listBoards,
  listBuildings,
  listEnrolment,
  listEquipment,
  listEstablishments,
  listPops,
  listSchoolBuildings,
  listSchools,
  listWanLinks,
} from '../store/organisation.js'

/** Everything imported, as it stands now and as people say it: what derivations and maps start from. */
export interface Known {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly wanLinks: readonly WanLinkFacts[]
  /** Whether any link was imported, be it one that people ignore. */
  readonly linksImported: boolean
  readonly pops: readonly Pop[]
  readonly equipment: readonly EquipmentLot[]
  /** Private schools, cégeps and universities, in each of their buildings. */
  readonly establishments: readonly EstablishmentRow[]
}

export async function readKnown(db: Db, view: View = 'kept'): Promise<Known> {
  const schoolBuildings = await listSchoolBuildings(db, view)
  const wanLinks = await listWanLinks(db, view)
  return {
    boards: await listBoards(db),
    schools: await listSchools(db, schoolBuildings, view),
    buildings: await listBuildings(db, view),
    schoolBuildings,
    enrolment: await listEnrolment(db),
    wanLinks,
    linksImported: wanLinks.length > 0 || (await listWanLinks(db, 'all')).length > 0,
    pops: await listPops(db),
    equipment: await listEquipment(db),
    establishments: await listEstablishments(db, null),
  }
}

/** The last school year that has an enrolment; null when there is none. */
export function lastSchoolYear(enrolment: readonly Enrolment[]): string | null {
  return enrolment.reduce<string | null>(
    (last, { schoolYear }) => (last === null || schoolYear > last ? schoolYear : last),
    null,
  )
}

/** @throws UserError for a board that is neither told nor any school's. */
export function checkBoard({ boards, schools }: Known, board: string | null | undefined, { results }: Messages): void {
  if (board === null || board === undefined) return
  if (boards.some(({ code }) => code === board) || schools.some((school) => school.board === board)) return
  throw new UserError(results.unknownBoard(board), results.unknownBoardHint, { usage: true })
}
