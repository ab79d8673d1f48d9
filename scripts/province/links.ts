import { groupedBy } from '../../src/lib/group.js'
import { distanceKm } from '../../src/lib/great-circle.js'
import { byCode } from '../../src/lib/text.js'
import { nearest, type InventedPop, type Site } from './sites.js'

interface Kind {
  readonly medium: string
  readonly mbps: number
  readonly provider: string
}

/** One a board in this many has its data centre on a ring: a backup link to a second POP. */
const RINGED = 3

/**
 * A board's buildings hang on its data centre, the building of most schools, by fibre, copper or microwave; those far from
 * it hang on a neighbour that is nearer (chains), some on a satellite, some on nothing, some on a fibre that is only
 * planned. Data centres go to the nearest POP. Columns: id, name, provider, network, a, b, medium, capacity, status, role, cost.
 */
export function linkUp(sites: readonly Site[], pops: readonly InventedPop[], random: () => number): string[][] {
  const boards = [...groupedBy(sites, ({ board }) => board)].sort((a, b) => byCode(a[0], b[0]))
  return boards.flatMap(([board, own], i) => {
    const hub = own.reduce((best, site) => (site.schools > best.schools ? site : best))
    const pop = nearest(pops, hub.place)
    const edge: Kind = { medium: 'fibre', mbps: own.length > 40 ? 10_000 : 1000, provider: 'RISQ' }
    const second = nearest(
      pops.filter((other) => other !== pop),
      hub.place,
    )
    const backup = i % RINGED === 0 ? [link(`${board}-R`, hub, second, edge, 'operational', 'backup')] : []
    const around = own.toSorted(
      (a, b) => distanceKm(a.place, hub.place) - distanceKm(b.place, hub.place) || byCode(a.code, b.code),
    )
    const joined: Site[] = [hub]
    const access = around.flatMap((site) => {
      if (site === hub) return []
      const rows = accessOf(site, { hub, pop, joined }, random)
      if (rows.some((row) => row[8] === 'operational' && row[6] !== 'satellite')) joined.push(site)
      return rows
    })
    return [link(`${board}-0`, hub, pop, edge, 'operational'), ...backup, ...access]
  })
}

function accessOf(
  site: Site,
  to: { readonly hub: Site; readonly pop: InventedPop; readonly joined: readonly Site[] },
  random: () => number,
): string[][] {
  const luck = random()
  const id = `L-${site.code}`
  if (luck < 0.02) return []
  if (luck < 0.03) return [link(id, site, to.pop, { medium: 'satellite', mbps: 25, provider: 'Constellation' })]
  const fast = { medium: 'fibre', mbps: random() < 0.35 ? 1000 : 100, provider: 'Fibre du centre de services' }
  const slow =
    random() < 0.5
      ? { medium: 'microwave', mbps: 50, provider: 'Ondes du Nord' }
      : { medium: 'copper', mbps: 20, provider: 'Paires torsadées' }
  const far = distanceKm(site.place, to.hub.place) > 25
  const end = far || random() < 0.1 ? nearest(to.joined, site.place) : to.hub
  const now = link(id, site, end, luck < 0.25 ? slow : fast)
  const planned = luck < 0.08 ? [link(`P-${site.code}`, site, end, { ...fast, mbps: 1000 }, 'planned')] : []
  return [now, ...planned]
}

function link(
  id: string,
  a: Site,
  b: Site | InventedPop,
  { medium, mbps, provider }: Kind,
  status = 'operational',
  role = 'primary',
): string[] {
  const end = 'id' in b ? b.id : b.code
  const cost = (180 + mbps ** 0.6 * 9).toFixed(2)
  return [id, `${a.name} – ${b.name}`, provider, 'RISQ', a.code, end, medium, String(mbps), status, role, cost]
}
