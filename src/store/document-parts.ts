import type { Selectable } from '#kysely'
import type { DeviceDocument } from '../model/device.js'
import type { AccessPoint, InstalledSoftware, PoePort, PoeSource } from '../model/device-parts.js'
import type { Db } from './database.js'
import { currentRows } from './devices.js'
import { readGauges, SUPPLY_LEVEL, type StoredGauge } from './gauges.js'
import type { Schema } from './schema.js'

type Parts = Pick<
  DeviceDocument,
  'supplies' | 'accessPoints' | 'software' | 'storage' | 'poeSources' | 'poePorts' | 'gauges'
>

/** The gauges that measure a volume, a power source and a port; the first that a device has. */
const USED_BYTES = ['hrStorageUsed', 'dskUsed']
const SOURCE_WATTS = ['pethMainPseConsumptionPower']
const PORT_WATTS = ['cpeExtPsePortPwrConsumption', 'hpicfPoePethPsePortActualPower']

/** The parts of some devices as documents have them, by device id: each with its own last measurements. */
export async function documentParts(db: Db, ids: readonly number[]): Promise<(id: number) => Parts> {
  const supplies = await currentRows(db, 'supply', ids, 'position')
  const accessPoints = await currentRows(db, 'access_point', ids, 'access_point')
  const software = await currentRows(db, 'installed_software', ids, 'name')
  const volumes = await currentRows(db, 'storage_volume', ids, 'volume')
  const sources = await currentRows(db, 'poe_source', ids, 'pse_group')
  const ports = await currentRows(db, 'poe_port', ids, 'pse_group', 'pse_port')
  const gaugesOf = await readGauges(db, ids)
  return (id) => {
    const gauges = gaugesOf(id)
    const measured = new Map(gauges.map((gauge) => [`${gauge.name} ${gauge.instance}`, gauge.value]))
    const numberAt = (names: readonly string[], instance: string): number | null => {
      const found = names.map((name) => measured.get(`${name} ${instance}`)).find((value) => value !== undefined)
      return typeof found === 'number' ? found : null
    }
    const radios = radioGauges(gauges)
    return {
      supplies: supplies(id).map(({ instance, description, percent_left }) => ({
        instance,
        description,
        percentLeft: instance === null ? percent_left : numberAt([SUPPLY_LEVEL], instance),
      })),
      accessPoints: accessPoints(id).map((row) => accessPointOf(row, radios)),
      software: software(id).map((row) => ({
        name: row.name,
        type: row.type as InstalledSoftware['type'],
        installedOn: row.installed_on,
      })),
      storage: volumes(id).map((row) => ({
        index: row.volume,
        description: row.description,
        type: row.type,
        sizeBytes: row.size_bytes,
        usedBytes: numberAt(USED_BYTES, String(row.volume)),
      })),
      poeSources: sources(id).map((row) => ({
        group: row.pse_group,
        budgetWatts: row.budget_watts,
        status: row.status as PoeSource['status'],
        usedWatts: numberAt(SOURCE_WATTS, String(row.pse_group)),
      })),
      poePorts: ports(id).map((row) => ({
        group: row.pse_group,
        port: row.pse_port,
        ifIndex: row.if_index,
        adminEnabled: row.admin_enabled === null ? null : row.admin_enabled === 1,
        status: row.status as PoePort['status'],
        powerClass: row.power_class,
        watts: numberAt(PORT_WATTS, `${row.pse_group}.${row.pse_port}`),
      })),
      gauges,
    }
  }
}

type Radios = (id: string) => { readonly clients: number | null; readonly channels: readonly number[] }

/** An access point as a document has it, of its row. */
export function accessPointOf(
  row: Selectable<Schema['access_point']>,
  radios: Radios,
): DeviceDocument['accessPoints'][number] {
  return {
    id: row.access_point,
    name: row.name,
    mac: row.mac,
    model: row.model,
    serialNumber: row.serial_number,
    osVersion: row.os_version,
    address: row.address,
    status: row.status as AccessPoint['status'],
    ...radios(row.access_point),
  }
}

/** Clients and channels of an access point: those of its id, or of its radios (`id.radio`). */
export function radioGauges(gauges: readonly StoredGauge[]): Radios {
  const clients = new Map<string, number>()
  const channels = new Map<string, number[]>()
  for (const { instance, value, unit } of gauges) {
    if (typeof value !== 'number' || (unit !== 'clients' && unit !== 'channel')) continue
    const [id = ''] = instance.split('.')
    if (unit === 'clients') clients.set(id, (clients.get(id) ?? 0) + value)
    else channels.set(id, [...(channels.get(id) ?? []), value])
  }
  return (id: string) => ({ clients: clients.get(id) ?? null, channels: channels.get(id) ?? [] })
}
