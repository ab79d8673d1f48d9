import { groupedBy } from '../lib/group.js'
import type { Board, School, SchoolBuilding } from '../model/organisation.js'
import { LACKS, type BoardQuality, type Lack, type SchoolQuality } from '../model/quality.js'
import type { Gap, GapReason } from '../model/records.js'

/** What is known of the schools and of their buildings. */
export interface QualityInput {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly pairs: readonly SchoolBuilding[]
  /** Of every building: what maps and lists of gaps are made of. */
  readonly gaps: readonly Gap[]
  /** Buildings that a network, and a device that answered, are in. */
  readonly networked: ReadonlySet<string>
  readonly scanned: ReadonlySet<string>
}

/** What is lacking when a gap gives a reason; the other reasons are no lack of data. */
const LACK_OF: Readonly<Partial<Record<GapReason['code'], Lack>>> = {
  'no-coordinates': 'coordinates',
  'enrolment-missing': 'enrolment',
  'no-links-imported': 'link',
  'no-link': 'link',
  'no-path': 'link',
  'link-not-operational': 'link',
  'capacity-missing': 'capacity',
}

/**
 * What each school lacks: it lacks what one of its buildings does, as the gap of that building says. A school that is in
 * no building lacks all that a building has.
 */
export function schoolQualities({ schools, pairs, gaps, networked, scanned }: QualityInput): SchoolQuality[] {
  const buildings = groupedBy(pairs, ({ school }) => school)
  const gapOf = new Map(gaps.map((gap) => [gap.building, gap]))
  const lacksOf = (school: string, building: string): readonly Lack[] => [
    // Of several schools in a building, the reason names those whose pupils are not known.
    ...(gapOf.get(building)?.reasons ?? []).flatMap(({ code, about }) =>
      code === 'enrolment-missing' && !about.includes(school) ? [] : (LACK_OF[code] ?? []),
    ),
    ...(networked.has(building) ? [] : (['network'] as const)),
    ...(scanned.has(building) ? [] : (['scan'] as const)),
  ]
  return schools.map(({ code, name, board }) => {
    const own = (buildings.get(code) ?? []).map(({ building }) => ({ building, lacks: lacksOf(code, building) }))
    const lacks = new Set(own.length === 0 ? NOWHERE : own.flatMap((each) => each.lacks))
    return {
      school: code,
      ...{ name, board },
      lacks: LACKS.filter((lack) => lacks.has(lack)),
      buildings: own.filter((each) => each.lacks.length > 0).map(({ building }) => building),
      unknown: own.map(({ building }) => building).filter((building) => gapOf.get(building)?.level === 'unknown'),
    }
  })
}

const NOWHERE: readonly Lack[] = ['coordinates', 'link', 'network', 'scan']

/** By board: how many of its schools lack what. A board without schools is there too. */
export function boardQualities(boards: readonly Board[], schools: readonly SchoolQuality[]): BoardQuality[] {
  const byBoard = groupedBy(schools, ({ board }) => board)
  const names = new Map(boards.map(({ code, name }) => [code, name]))
  return [...new Set([...names.keys(), ...byBoard.keys()])].sort().map((board) => {
    const own = byBoard.get(board) ?? []
    const lacking = (lack: Lack): number => own.filter(({ lacks }) => lacks.includes(lack)).length
    const complete = own.filter(({ lacks }) => lacks.length === 0).length
    return {
      board,
      name: names.get(board) ?? null,
      schools: own.length,
      // Rounded down: 100 is said when none lacks anything.
      complete: own.length === 0 ? 0 : Math.floor((100 * complete) / own.length),
      coordinates: lacking('coordinates'),
      enrolment: lacking('enrolment'),
      link: lacking('link'),
      capacity: lacking('capacity'),
      network: lacking('network'),
      scan: lacking('scan'),
      unknown: own.filter(({ unknown }) => unknown.length > 0).length,
    }
  })
}
