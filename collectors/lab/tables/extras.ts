import type { LabDevice, LabExtra } from '../device.js'
import { value } from '../values.js'
import type { LabObject } from '../view.js'

/** What only this hardware family has, as `families.yaml` gives it. */
export function extraObjects(device: LabDevice): LabObject[] {
  return device.extras.map((extra) => {
    const parts = extra.oid.split('.')
    return { object: parts.slice(0, -1).join('.'), index: [Number(parts.at(-1))], value: encode(extra) }
  })
}

function encode(extra: LabExtra): Buffer {
  switch (extra.type) {
    case 'string':
      return value.text(extra.value)
    case 'integer':
      return value.integer(Number(extra.value))
    case 'gauge':
      return value.gauge32(Number(extra.value))
    case 'objectIdentifier':
      return value.oid(extra.value)
    case 'hex':
      return value.octets(Buffer.from(extra.value, 'hex'))
  }
}
