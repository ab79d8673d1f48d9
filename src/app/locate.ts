import { addressNumber, parseCidr } from '../lib/cidr.js'
import type { Network } from '../model/organisation.js'
import type { Locate } from '../store/devices.js'

/** Networks of one family and one prefix length: first address → building. */
interface Length {
  readonly family: 4 | 6
  readonly prefix: number
  readonly size: bigint
  readonly buildings: Map<bigint, string>
}

/** Where networks say that an address is. */
type Place = (address: string) => string | null

/** A network, and the board that it is of; '' is no board in particular: its networks hold in every board. */
export interface PlacedNetwork extends Pick<Network, 'cidr' | 'building'> {
  readonly board: string
}

/**
 * Finds the building of a board's address: of that board's networks and of those of no board in particular that hold
 * it, the longest prefix that names one; of two alike the board's own, else the first. What another board does with the
 * same addresses is not looked at. An address costs a look-up for each prefix length, however many networks there are.
 */
export function locator(networks: readonly PlacedNetwork[]): Locate {
  const of = (board: string): readonly PlacedNetwork[] => networks.filter((network) => network.board === board)
  const places = new Map<string, Place>()
  return (address, board) => {
    const place = places.get(board) ?? placeIn(board === '' ? of('') : [...of(board), ...of('')])
    places.set(board, place)
    return place(address)
  }
}

function placeIn(networks: readonly PlacedNetwork[]): Place {
  const lengths = new Map<string, Length>()
  for (const { cidr, building } of networks) {
    const parsed = parseCidr(cidr)
    if (parsed === null || building === null) continue
    const { family, prefix, first, last } = parsed
    const length = lengths.get(`${family}/${prefix}`) ?? {
      family,
      prefix,
      size: last - first + 1n,
      buildings: new Map(),
    }
    lengths.set(`${family}/${prefix}`, length)
    if (!length.buildings.has(first)) length.buildings.set(first, building)
  }
  const longestFirst = [...lengths.values()].sort((a, b) => b.prefix - a.prefix)
  return (address) => {
    const number = addressNumber(address)
    if (number === null) return null
    for (const { family, size, buildings } of longestFirst) {
      const building = family === number.family ? buildings.get(number.value - (number.value % size)) : undefined
      if (building !== undefined) return building
    }
    return null
  }
}
