import type { Board, Building, Enrolment, School, SchoolBuilding } from '../../src/model/organisation.js'
import { NO_ORDERS } from '../../src/model/organisation.js'
import type { Pop, WanLinkFacts } from '../../src/model/wan-link.js'

/** An invented province of Québec's size. */
export interface Province {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly wanLinks: readonly WanLinkFacts[]
  readonly pops: readonly Pop[]
}

export const SCHOOL_YEAR = '2022-2023'
const BOARDS = 72
const BUILDINGS = 4664
const POPS = 12
const ORDERS = { ...NO_ORDERS, primary: true }

/** Numbers in [0, 1), the same ones for the same seed (Park and Miller's generator). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/**
 * 4,664 buildings in 72 boards. In a board, most buildings lead to the one of its data centre, others to a neighbour of
 * theirs in a chain, and one in twelve has no link; a third of the boards lead to another board's data centre, whose
 * backbone they share, the others to a POP. One access link in fifty has no known capacity.
 */
export function inventedProvince(seed: number): Province {
  const random = seeded(seed)
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T)
  const near = ([lon, lat]: readonly [number, number], degrees: number): readonly [number, number] => {
    const moved = (value: number): number => Math.round((value + (random() - 0.5) * 2 * degrees) * 1e6) / 1e6
    return [moved(lon), moved(lat)]
  }
  const pops = Array.from({ length: POPS }, (_, i): Pop => {
    const place = near([-74 + i * 0.9, 45.6 + i * 0.25], 0.2)
    return { id: `POP-${i + 1}`, name: `Point ${i + 1}`, network: 'RISQ', kind: 'pop', coordinates: place }
  })
  const boards: Board[] = []
  const buildings: Building[] = []
  const wanLinks: WanLinkFacts[] = []
  const enrolment: Enrolment[] = []
  const hubs: string[] = []
  for (let b = 0; b < BOARDS; b++) {
    const code = `${String(700 + b)}000`
    const language = b % 8 === 7 ? 'Anglo' : 'Franco'
    boards.push({ code, name: `Organisme ${b + 1}`, language, municipality: null })
    const pop = of(pops)
    const centre = near(pop.coordinates ?? [-72, 46], 0.6)
    const size = Math.floor(((b + 1) * BUILDINGS) / BOARDS) - Math.floor((b * BUILDINGS) / BOARDS)
    const own = Array.from({ length: size }, (_, i) => `${String(700 + b)}${String(i + 1).padStart(3, '0')}`)
    const [hub = ''] = own
    const shared = b % 3 === 2
    wanLinks.push(linkOf(`DORS-${code}`, hub, shared ? of(hubs) : pop.id, of([1000, 1000, 10_000])))
    if (!shared) hubs.push(hub)
    own.forEach((building, i) => {
      const region = `Région ${(b % 17) + 1}`
      const places = { municipality: null, mrc: `MRC ${b % 17}-${i % 5}`, region }
      buildings.push({
        code: building,
        name: `Immeuble ${building}`,
        coordinates: near(centre, 0.3),
        ...places,
        areaM2: null,
      })
      const pupils = Math.round(20 + 700 * random() ** 2)
      enrolment.push({ school: building, schoolYear: SCHOOL_YEAR, sector: 'youth', pupils })
      if (i === 0 || random() < 1 / 12) return
      const to = random() < 0.3 ? (own[Math.floor(random() * i)] ?? hub) : hub
      wanLinks.push(
        linkOf(`ACC-${building}`, building, to, random() < 0.02 ? null : of([10, 50, 100, 100, 300, 1000, 1000])),
      )
    })
  }
  const schools = buildings.map(({ code }): School => ({
    code,
    name: `École ${code}`,
    board: `${code.slice(0, 3)}000`,
    orders: ORDERS,
  }))
  const schoolBuildings = buildings.map(({ code }) => ({ school: code, building: code, share: null, orders: ORDERS }))
  return { boards, schools, buildings, schoolBuildings, enrolment, wanLinks, pops }
}

function linkOf(id: string, a: string, b: string, mbps: number | null): WanLinkFacts {
  const bps = mbps === null ? null : mbps * 1e6
  return {
    ...{
      id,
      name: null,
      provider: null,
      network: null,
      a,
      b,
      medium: 'fibre',
      capacityDownBps: bps,
      capacityUpBps: bps,
    },
    ...{ status: 'operational', role: 'primary', monthlyCostCents: null, contractEnd: null },
    ...{ burstDownBps: null, burstUpBps: null, source: null, route: null },
  }
}
