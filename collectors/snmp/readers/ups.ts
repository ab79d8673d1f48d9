import { defineScalars } from '../wire/table.js'
import { text, type Value } from '../wire/value.js'

/** UPS-MIB, RFC 1628. */
export const upsScalars = defineScalars('UPS-MIB::upsIdent', '1.3.6.1.2.1.33.1.1', {
  upsIdentManufacturer: 1,
  upsIdentModel: 2,
  upsIdentUPSSoftwareVersion: 3,
  upsIdentAgentSoftwareVersion: 4,
})

export interface Ups {
  readonly manufacturer: string | null
  readonly model: string | null
  readonly softwareVersion: string | null
  readonly agentVersion: string | null
}

/** What a UPS says of itself; null when the device is none. */
export function upsOf(values: ReadonlyMap<string, Value>): Ups | null {
  const ups = {
    manufacturer: text(values.get(upsScalars.upsIdentManufacturer)),
    model: text(values.get(upsScalars.upsIdentModel)),
    softwareVersion: text(values.get(upsScalars.upsIdentUPSSoftwareVersion)),
    agentVersion: text(values.get(upsScalars.upsIdentAgentSoftwareVersion)),
  }
  return Object.values(ups).some((value) => value !== null) ? ups : null
}
