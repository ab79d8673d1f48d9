import { addressNumber, contains, parseCidr, type Cidr } from '../lib/cidr.js'
import type { Network } from '../model/organisation.js'
import type { Locate } from '../store/devices.js'

/** Finds the building of an address: of the networks that hold it, the longest prefix that names one. */
export function locator(networks: readonly Pick<Network, 'cidr' | 'building'>[]): Locate {
  const known = networks
    .flatMap(({ cidr, building }): { cidr: Cidr; building: string }[] => {
      const parsed = parseCidr(cidr)
      return parsed === null || building === null ? [] : [{ cidr: parsed, building }]
    })
    .sort((a, b) => b.cidr.prefix - a.cidr.prefix)
  return (address) => {
    const number = addressNumber(address)
    return number === null ? null : (known.find(({ cidr }) => contains(cidr, number))?.building ?? null)
  }
}
