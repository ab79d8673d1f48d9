import { groupedBy, sum } from '../../src/lib/group.js'
import { distanceKm } from '../../src/lib/great-circle.js'
import { byCode } from '../../src/lib/text.js'

/** A row of the ministry's `pps_public_ecole.csv`: one school in one building. */
export type MinistryRow = Readonly<Record<string, string>>

/** A building of the ministry's file, with what is invented from. */
export interface Site {
  readonly code: string
  readonly name: string
  readonly region: string
  /** The board of most of its schools, and how many there are. */
  readonly board: string
  readonly schools: number
  readonly place: readonly [lon: number, lat: number]
}

/** A school of the ministry's file, and what it may teach. */
export interface Organisme {
  readonly code: string
  readonly primary: boolean
  readonly secondary: boolean
}

/** Where links end: one a region. */
export interface InventedPop {
  readonly id: string
  readonly name: string
  readonly place: Site['place']
}

export function sitesOf(rows: readonly MinistryRow[]): Site[] {
  const inBuilding = groupedBy(rows, (row) => row['CD_IMM'] ?? '')
  return [...inBuilding]
    .map(([code, own]): Site => {
      const [first] = own
      const boards = [...groupedBy(own, (row) => row['CD_CS'] ?? '')].sort((a, b) => b[1].length - a[1].length)
      return {
        code,
        name: first?.['NOM_IMM'] ?? code,
        region: first?.['NOM_REG_ADM'] ?? '',
        board: boards[0]?.[0] ?? '',
        schools: own.length,
        place: [Number(first?.['COORD_X_LL84_IMM']), Number(first?.['COORD_Y_LL84_IMM'])],
      }
    })
    .sort((a, b) => byCode(a.code, b.code))
}

export function organismesOf(rows: readonly MinistryRow[]): Organisme[] {
  const bySchool = groupedBy(rows, (row) => row['CD_ORGNS'] ?? '')
  return [...bySchool]
    .map(([code, own]) => {
      const says = (column: string): boolean => own.some((row) => row[column] === '1')
      return { code, primary: says('PRESC') || says('PRIM'), secondary: says('SEC') }
    })
    .sort((a, b) => byCode(a.code, b.code))
}

/** One POP a region, at the building that is nearest to the middle of all. */
export function popsOf(sites: readonly Site[]): InventedPop[] {
  return [...groupedBy(sites, ({ region }) => region)]
    .sort((a, b) => byCode(a[0], b[0]))
    .map(([region, own], i) => {
      const middle = [mean(own.map(({ place }) => place[0])), mean(own.map(({ place }) => place[1]))] as const
      const { place } = nearest(own, middle)
      return { id: `POP-${String(i + 1).padStart(2, '0')}`, name: `Point de présence inventé – ${region}`, place }
    })
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

/** The nearest of some places; there must be one. */
export function nearest<T extends { readonly place: Site['place'] }>(all: readonly T[], to: Site['place']): T {
  const [first] = all
  if (first === undefined) throw new Error('no place is near')
  let [best, km] = [first, Infinity]
  for (const each of all) {
    const far = distanceKm(each.place, to)
    if (far < km) [best, km] = [each, far]
  }
  return best
}
