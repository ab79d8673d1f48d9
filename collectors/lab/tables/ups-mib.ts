import type { LabDevice } from '../device.js'
import { scalar, value } from '../values.js'
import type { LabObject } from '../view.js'

const UPS = {
  upsIdentManufacturer: '1.3.6.1.2.1.33.1.1.1', // UPS-MIB::upsIdentManufacturer
  upsIdentModel: '1.3.6.1.2.1.33.1.1.2', // UPS-MIB::upsIdentModel
  upsIdentUPSSoftwareVersion: '1.3.6.1.2.1.33.1.1.3', // UPS-MIB::upsIdentUPSSoftwareVersion
  upsIdentAgentSoftwareVersion: '1.3.6.1.2.1.33.1.1.4', // UPS-MIB::upsIdentAgentSoftwareVersion
  upsIdentName: '1.3.6.1.2.1.33.1.1.5', // UPS-MIB::upsIdentName
  upsBatteryStatus: '1.3.6.1.2.1.33.1.2.1', // UPS-MIB::upsBatteryStatus
  upsEstimatedMinutesRemaining: '1.3.6.1.2.1.33.1.2.3', // UPS-MIB::upsEstimatedMinutesRemaining
  upsEstimatedChargeRemaining: '1.3.6.1.2.1.33.1.2.4', // UPS-MIB::upsEstimatedChargeRemaining
} as const

const BATTERY = { normal: 2, low: 3 } as const

/** upsIdent and upsBattery (RFC 1628). */
export function upsObjects(device: LabDevice): LabObject[] {
  const { ups } = device
  if (ups === null) return []
  return [
    scalar(UPS.upsIdentManufacturer, value.text(ups.manufacturer)),
    scalar(UPS.upsIdentModel, value.text(ups.model)),
    scalar(UPS.upsIdentUPSSoftwareVersion, value.text(ups.softwareVersion)),
    scalar(UPS.upsIdentAgentSoftwareVersion, value.text(ups.agentVersion)),
    scalar(UPS.upsIdentName, value.text(device.name)),
    scalar(UPS.upsBatteryStatus, value.integer(ups.chargePercent < 20 ? BATTERY.low : BATTERY.normal)),
    scalar(UPS.upsEstimatedMinutesRemaining, value.integer(ups.minutesLeft)),
    scalar(UPS.upsEstimatedChargeRemaining, value.integer(ups.chargePercent)),
  ]
}
