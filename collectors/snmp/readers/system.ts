import { defineScalars } from '../wire/table.js'
import { text, type Value } from '../wire/value.js'

/** The system group (SNMPv2-MIB, RFC 3418). */
export const systemScalars = defineScalars('SNMPv2-MIB::system', '1.3.6.1.2.1.1', {
  sysDescr: 1,
  sysObjectID: 2,
  sysName: 5,
  sysLocation: 6,
  sysServices: 7,
})

export interface System {
  readonly sysName: string | null
  readonly sysDescr: string | null
  /** Dotted, without a leading point; null when not told or 0.0. */
  readonly sysObjectID: string | null
  readonly sysLocation: string | null
  /** Layers of service as a bit mask (RFC 3418); null when not told. */
  readonly sysServices: number | null
}

export function systemOf(values: ReadonlyMap<string, Value>): System {
  const sysObjectID = values.get(systemScalars.sysObjectID)
  const sysServices = values.get(systemScalars.sysServices)
  return {
    sysName: text(values.get(systemScalars.sysName)),
    sysDescr: text(values.get(systemScalars.sysDescr)),
    sysObjectID: typeof sysObjectID === 'string' && sysObjectID !== '0.0' ? sysObjectID : null,
    sysLocation: text(values.get(systemScalars.sysLocation)),
    sysServices: typeof sysServices === 'number' ? sysServices : null,
  }
}
