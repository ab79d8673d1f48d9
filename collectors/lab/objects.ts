import type { LabDevice } from './device.js'
import { bridgeObjects } from './tables/bridge-mib.js'
import { entityObjects } from './tables/entity-mib.js'
import { extraObjects } from './tables/extras.js'
import { interfaceObjects } from './tables/if-mib.js'
import { lldpObjects } from './tables/lldp-mib.js'
import { printerObjects } from './tables/printer-mib.js'
import { systemObjects } from './tables/system.js'
import { upsObjects } from './tables/ups-mib.js'
import type { LabObject } from './view.js'

/** Every object that a device shows, in no particular order. */
export function deviceObjects(device: LabDevice): LabObject[] {
  return [
    systemObjects,
    interfaceObjects,
    bridgeObjects,
    entityObjects,
    lldpObjects,
    printerObjects,
    upsObjects,
    extraObjects,
  ].flatMap((objects) => objects(device))
}
