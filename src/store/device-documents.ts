import type { DeviceDocument, DeviceKind } from '../model/device.js'
import type { Status } from '../model/outcome.js'
import type { Db } from './database.js'
import { addressOf, componentOf, interfaceOf, neighbourOf, vlanOf } from './device-parts.js'
import {
  currentRows,
  devicePages,
  grouped,
  idsOf,
  type DeviceScope,
  type Locate,
  type StoredDevice,
} from './devices.js'
import { documentParts } from './document-parts.js'
import { saidOfDevice } from './overrides.js'

/**
 * The documents of the devices that are there, by address, some at a time: memory grows with their ids alone. What a
 * person says wins over what was read, and its evidence says that it is an override.
 *
 * @throws the driver's errors.
 */
export async function* deviceDocuments(db: Db, locate: Locate, scope: DeviceScope): AsyncGenerator<DeviceDocument> {
  for await (const devices of devicePages(db, scope)) yield* await documentsOf(db, devices, locate)
}

async function documentsOf(db: Db, devices: readonly StoredDevice[], locate: Locate): Promise<DeviceDocument[]> {
  const ids = idsOf(devices)
  const systems = await currentRows(db, 'device_system', ids)
  const components = await currentRows(db, 'component', ids, 'ent_physical_index')
  const interfaces = await currentRows(db, 'interface', ids, 'if_index')
  const own = await currentRows(db, 'device_address', ids, 'id')
  const vlans = await currentRows(db, 'vlan', ids, 'vlan_id')
  const neighbours = await currentRows(db, 'neighbour', ids, 'local_if_index', 'neighbour')
  const parts = await documentParts(db, ids)
  const targets = await db
    .selectFrom('target')
    .select(['device_id', 'address', 'status', 'reason_code'])
    .where('device_id', 'in', ids)
    .where('until', 'is', null)
    .orderBy('address')
    .execute()
  const addresses = grouped(
    targets.flatMap((row) => (row.device_id === null ? [] : [{ ...row, device_id: row.device_id }])),
  )
  return devices.map((device) => {
    const system = systems(device.id)[0]
    const seen = addresses(device.id)
    const target = seen.find(({ address }) => address === device.management_address) ?? seen[0]
    const { values, evidence } = saidOfDevice(device.sayings)
    return {
      schema: 'cartable/device/1',
      managementAddress: device.management_address,
      scannedAddresses: seen.map(({ address }) => address),
      sysName: system?.sys_name ?? null,
      sysDescr: system?.sys_descr ?? null,
      sysObjectID: system?.sys_object_id ?? null,
      sysLocation: system?.sys_location ?? null,
      vendor: system?.vendor ?? null,
      model: system?.model ?? null,
      osName: system?.os_name ?? null,
      osVersion: system?.os_version ?? null,
      serialNumber: system?.serial_number ?? null,
      kind: (system?.kind ?? 'unknown') as DeviceKind,
      evidence: { ...(JSON.parse(system?.evidence ?? '{}') as Record<string, string>), ...evidence },
      building: locate(device.management_address, device.board),
      ...values,
      status: (target?.status ?? 'failed') as Status,
      reasonCode: target?.reason_code ?? null,
      firstSeen: device.first_seen,
      lastSeen: device.last_seen,
      components: components(device.id).map(componentOf),
      interfaces: interfaces(device.id).map(interfaceOf),
      addresses: own(device.id).map(addressOf),
      vlans: vlans(device.id).map(vlanOf),
      spanningTree: JSON.parse(system?.spanning_tree ?? 'null') as DeviceDocument['spanningTree'],
      neighbours: neighbours(device.id).map(neighbourOf),
      memoryBytes: system?.memory_bytes ?? null,
      ...parts(device.id),
    }
  })
}
