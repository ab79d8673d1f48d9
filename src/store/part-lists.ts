import type { AccessPointRow, ComponentRow } from '../model/rows.js'
import type { Db } from './database.js'
import { componentOf } from './device-parts.js'
import { currentRows, devicePages, idsOf, ownerOf } from './devices.js'
import { accessPointOf, radioGauges } from './document-parts.js'
import { readGauges } from './gauges.js'
import type { View } from './overrides.js'

/** Every part of every device (chassis, stack members, modules, supplies), by address, with the device it belongs to. */
export async function* listComponents(db: Db, board: string | null, view: View = 'kept'): AsyncGenerator<ComponentRow> {
  for await (const devices of devicePages(db, { board, view })) {
    const rows = await currentRows(db, 'component', idsOf(devices), 'ent_physical_index')
    const names = await currentRows(db, 'device_system', idsOf(devices))
    for (const { id, management_address, sayings } of devices) {
      const device = ownerOf(management_address, names(id)[0]?.sys_name ?? null, sayings)
      for (const row of rows(id)) yield { ...device, ...componentOf(row) }
    }
  }
}

/** Every access point of every controller, by the controller's address, with its clients when last read. */
export async function* listAccessPoints(
  db: Db,
  board: string | null,
  view: View = 'kept',
): AsyncGenerator<AccessPointRow> {
  for await (const devices of devicePages(db, { board, view })) {
    const rows = await currentRows(db, 'access_point', idsOf(devices), 'access_point')
    const names = await currentRows(db, 'device_system', idsOf(devices))
    const controllers = devices.filter(({ id }) => rows(id).length > 0)
    if (controllers.length === 0) continue
    const gauges = await readGauges(db, idsOf(controllers))
    for (const { id, management_address, sayings } of controllers) {
      const device = ownerOf(management_address, names(id)[0]?.sys_name ?? null, sayings)
      const radios = radioGauges(gauges(id))
      for (const row of rows(id)) yield { ...device, ...accessPointOf(row, radios) }
    }
  }
}
