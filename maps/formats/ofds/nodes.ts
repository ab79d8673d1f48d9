import type { Position } from 'geojson'
import type { MapInput } from '../../../src/model/map-format.js'
import type { Pop } from '../../../src/model/wan-link.js'
import { rounded } from '../../scene/layer.js'

/** An organisation named where it has a part. */
export interface Reference {
  readonly id: string
  readonly name: string
}

export interface Node {
  readonly id: string
  readonly name?: string
  readonly location?: { readonly type: 'Point'; readonly coordinates: Position }
  readonly type?: readonly string[]
  readonly physicalInfrastructureProvider?: Reference
}

/** The standard's words for a node's type. */
const TYPES: Readonly<Record<Pop['kind'], string>> = {
  pop: 'pop',
  'data-centre': 'dataCentre',
  ixp: 'internetExchange',
}

/**
 * Makes nodes of the ends of links, building or POP. A building's owner is its board; a POP says that it is one in its
 * own network; an id that nothing knows is a node all the same.
 */
export function nodesOf(input: MapInput): (id: string, network: string | null) => Node {
  const pops = new Map(input.pops.map((pop) => [pop.id, pop]))
  const buildings = new Map(input.buildings.map((building) => [building.code, building]))
  const boards = new Map(input.boards.map(({ code, name }) => [code, { id: code, name }]))
  const boardOf = new Map(input.gaps.map(({ building, board }) => [building, board ?? '']))
  return (id, network) => {
    const building = buildings.get(id)
    const pop = building === undefined ? pops.get(id) : undefined
    const { name = '', coordinates = null } = building ?? pop ?? {}
    const owner = boards.get(boardOf.get(id) ?? '')
    return {
      id,
      ...(name === '' ? {} : { name }),
      ...(coordinates === null ? {} : { location: { type: 'Point', coordinates: rounded(coordinates) } }),
      ...(pop === undefined || pop.network !== network ? {} : { type: [TYPES[pop.kind]] }),
      ...(owner === undefined ? {} : { physicalInfrastructureProvider: owner }),
    }
  }
}
