import type { AccessPoint, Gauge } from '../../../src/model/device-parts.js'
import { indexNumbers } from '../wire/oid.js'
import { serialOrNull } from '../wire/serial.js'
import type { Rows } from '../wire/table.js'
import { integer, ipAddress, mac, text, type Value } from '../wire/value.js'
import type { Controller, Facet, RadioTable } from './controllers.js'

type Row = Readonly<Partial<Record<string, Value>>>

/** The access points that a controller lists, and how many clients each has. Clients themselves are not read. */
export function accessPointsOf(
  controller: Controller,
  rows: Rows<string>,
): { readonly accessPoints: AccessPoint[]; readonly gauges: Gauge[] } {
  const accessPoints: AccessPoint[] = []
  const gauges: Gauge[] = []
  for (const [index, row] of rows) {
    const id = controller.index === 'mac' ? macAt(indexNumbers(index), 0) : textAt(indexNumbers(index), 1)
    const at = (facet: Facet): Value | undefined => {
      const column = controller.facets[facet]
      return column === undefined ? undefined : row[column]
    }
    if (id === null || controller.isForeign?.(row) === true) continue
    accessPoints.push({
      id,
      name: text(at('name')),
      mac: mac(at('mac')) ?? (controller.index === 'mac' ? id : null),
      model: text(at('model')),
      serialNumber: controller.index === 'serial' ? id : serialOrNull(text(at('serialNumber'))),
      osVersion: text(at('osVersion')),
      address: addressOf(at('address')),
      status: statusOf(controller, at('status')),
    })
    gauges.push(...clientsOf(controller.facets.clients, id, row))
  }
  return { accessPoints, gauges }
}

/** Channel and clients of each radio of the access points. */
export function radioGauges(controller: Controller, radios: RadioTable, rows: Rows<string>): Gauge[] {
  return [...rows].flatMap(([index, row]): Gauge[] => {
    const numbers = indexNumbers(index)
    const id = controller.index === 'mac' ? macAt(numbers, 0) : textAt(numbers, 1)
    const radio = numbers.at(-1)
    if (id === null || radio === undefined) return []
    const instance = `${id}.${radio}`
    // AI-AP-MIB writes `36E`: the channel and which side of it is bonded.
    const channel = integer(row[radios.channel]) ?? Number(/^\d+/.exec(text(row[radios.channel]) ?? '')?.[0] ?? 0)
    return [
      ...(channel > 0 ? [{ name: radios.channel, instance, label: null, value: channel, unit: 'channel' }] : []),
      ...clientsOf(radios.clients, instance, row),
    ]
  })
}

function clientsOf(column: string | undefined, instance: string, row: Row): Gauge[] {
  if (column === undefined) return []
  const value = integer(row[column])
  return value === null || value < 0 ? [] : [{ name: column, instance, label: null, value, unit: 'clients' }]
}

function macAt(numbers: readonly number[], from: number): string | null {
  const bytes = numbers.slice(from, from + 6)
  return bytes.length === 6 && bytes.every((byte) => byte <= 255) ? mac(Buffer.from(bytes)) : null
}

/** A string in an index: its length, then its bytes (RFC 2578, 7.7). */
function textAt(numbers: readonly number[], from: number): string | null {
  const length = numbers[from] ?? 0
  const bytes = numbers.slice(from + 1, from + 1 + length)
  return bytes.length === length && bytes.every((byte) => byte <= 255) ? text(Buffer.from(bytes)) : null
}

function addressOf(value: Value | undefined): string | null {
  const address = Buffer.isBuffer(value) ? (ipAddress(value) ?? text(value)) : text(value)
  return address === null || address === '0.0.0.0' || !/^[\da-f.:]+$/i.test(address) ? null : address
}

function statusOf({ statuses }: Controller, value: Value | undefined): AccessPoint['status'] {
  const told = integer(value) ?? text(value)?.toLowerCase()
  return told === undefined ? null : (statuses[told] ?? null)
}
