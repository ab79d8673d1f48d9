import { longestPrefix } from '../lib/longest-prefix.js'
import type { Network } from '../model/organisation.js'
import type { Locate } from '../store/devices.js'

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
  return longestPrefix(networks.flatMap(({ cidr, building }) => (building === null ? [] : [[cidr, building] as const])))
}
