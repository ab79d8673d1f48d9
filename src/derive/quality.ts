import { groupedBy } from '../lib/group.js'
import type { Board, Enrolment, School, SchoolBuilding } from '../model/organisation.js'
import { LACKS, type BoardQuality, type Lack, type SchoolQuality } from '../model/quality.js'

/** What is known, by the codes of buildings that have it. */
export interface QualityInput {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly pairs: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly located: ReadonlySet<string>
  readonly linked: ReadonlySet<string>
  readonly networked: ReadonlySet<string>
  readonly scanned: ReadonlySet<string>
}

/**
 * What each school lacks. Of what a building has, a school lacks it when one of its buildings does. Its enrolment is known
 * when it was told of one of the last two school years that any file tells.
 */
export function schoolQualities(input: QualityInput): SchoolQuality[] {
  const { schools, pairs, enrolment } = input
  const years = [...new Set(enrolment.map(({ schoolYear }) => schoolYear))].sort().slice(-2)
  const counted = new Set(enrolment.flatMap(({ school, schoolYear }) => (years.includes(schoolYear) ? [school] : [])))
  const buildings = groupedBy(pairs, ({ school }) => school)
  const has: readonly (readonly [Lack, ReadonlySet<string>])[] = [
    ['coordinates', input.located],
    ['link', input.linked],
    ['network', input.networked],
    ['scan', input.scanned],
  ]
  return schools.map(({ code, name, board }) => {
    const own = (buildings.get(code) ?? []).map(({ building }) => building)
    const lacking = has.filter(([, known]) => own.length === 0 || own.some((building) => !known.has(building)))
    const lacks = new Set<Lack>(lacking.map(([lack]) => lack))
    if (!counted.has(code)) lacks.add('enrolment')
    return {
      school: code,
      ...{ name, board },
      lacks: LACKS.filter((lack) => lacks.has(lack)),
      buildings: own.filter((building) => has.some(([, known]) => !known.has(building))),
    }
  })
}

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
      network: lacking('network'),
      scan: lacking('scan'),
    }
  })
}
