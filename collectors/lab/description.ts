import { z } from '#zod'
import { BEHAVIOURS } from './device.js'
import { AUTH, type AuthProtocol } from './usm.js'

const CHASSIS_ID_SUBTYPES = [
  'chassisComponent',
  'interfaceAlias',
  'portComponent',
  'macAddress',
  'networkAddress',
  'interfaceName',
  'local',
] as const
const PORT_ID_SUBTYPES = [
  'interfaceAlias',
  'portComponent',
  'macAddress',
  'networkAddress',
  'interfaceName',
  'agentCircuitId',
  'local',
] as const
const CAPABILITIES = ['bridge', 'wlanAccessPoint', 'router', 'telephone', 'stationOnly'] as const

const dotted = z.string().regex(/^\d+(\.(\d+|\{\w+\}))+$/, 'an object identifier in dotted digits')
const address = z.string().regex(/^127(\.\d{1,3}){3}$/, 'a loopback address, 127.x.y.z')

/** Ports alike: `{n}` in a name is the port's number, from `first`. */
const portGroup = z.strictObject({
  ifName: z.string(),
  ifDescr: z.string().optional(),
  first: z.number().int().default(1),
  count: z.number().int().positive().default(1),
  ifIndex: z.number().int().positive(),
  speedMbps: z.number().int().nonnegative(),
  ifType: z.number().int().default(6),
  mtu: z.number().int().default(1500),
  bridged: z.boolean().default(true),
  /** Up without any link described: the number of first ports of the group that have someone behind. */
  up: z.number().int().default(0),
})

const component = z.strictObject({
  index: z.number().int().positive(),
  class: z.string(),
  containedIn: z.number().int().default(0),
  descr: z.string(),
  name: z.string().default(''),
  modelName: z.string().default(''),
  serialNumber: z.string().default(''),
  hardwareRev: z.string().default(''),
  firmwareRev: z.string().default(''),
  softwareRev: z.string().default(''),
  manufacturer: z.string().default(''),
})

const extra = z.strictObject({
  name: z.string().includes('::'),
  oid: dotted,
  type: z.enum(['string', 'integer', 'gauge', 'objectIdentifier', 'hex']).default('string'),
  value: z.string(),
})

const supply = z.strictObject({ description: z.string(), percentLeft: z.number().min(0).max(100).nullable() })

const family = z.strictObject({
  sysObjectID: dotted,
  sysDescr: z.string(),
  /** Software version, put where `{version}` is written. */
  version: z.string(),
  sysServices: z.number().int(),
  ports: z.array(portGroup),
  components: z.array(component).default([]),
  lldp: z
    .strictObject({
      inView: z.boolean().default(true),
      chassisIdSubtype: z.enum(CHASSIS_ID_SUBTYPES).default('macAddress'),
      portIdSubtype: z.enum(PORT_ID_SUBTYPES),
      portNumber: z.enum(['ifIndex', 'ordinal']).default('ifIndex'),
      capabilities: z.array(z.enum(CAPABILITIES)),
    })
    .nullable()
    .default(null),
  printer: z.string().nullable().default(null),
  supplies: z.array(supply).default([]),
  ups: z
    .strictObject({
      manufacturer: z.string(),
      model: z.string(),
      softwareVersion: z.string(),
      agentVersion: z.string(),
    })
    .nullable()
    .default(null),
  extras: z.array(extra).default([]),
})

const device = z.strictObject({
  address,
  name: z.string(),
  family: z.string(),
  behaviour: z.enum(BEHAVIOURS).default('normal'),
  versions: z.array(z.enum(['2c', '3'])).default(['2c', '3']),
  delayMs: z.number().int().nonnegative().default(300),
  location: z.string().default(''),
  /** One a member for a stack, in order. */
  serials: z.array(z.string()).default([]),
  /** Software version when it is not the family's. */
  version: z.string().optional(),
  vlans: z.record(z.string().regex(/^\d+$/), z.string()).default({}),
  supplies: z.array(supply).optional(),
  chargePercent: z.number().min(0).max(100).default(100),
})

const end = z.string().regex(/^\S+ \S/, 'the name of a device, a space, the ifName of a port')

/** Something heard by LLDP at a port, which answers no SNMP: a telephone. */
const heard = z.strictObject({
  at: end,
  chassisId: z.strictObject({ subtype: z.enum(CHASSIS_ID_SUBTYPES), value: z.string() }),
  portId: z.strictObject({ subtype: z.enum(PORT_ID_SUBTYPES), value: z.string() }),
  portDescr: z.string(),
  sysName: z.string(),
  sysDescr: z.string(),
  capabilities: z.array(z.enum(CAPABILITIES)),
  address: address.nullable().default(null),
})

const authProtocols = Object.keys(AUTH) as [AuthProtocol, ...AuthProtocol[]]
const access = z.strictObject({
  community: z.string(),
  otherCommunity: z.string(),
  users: z.array(
    z.strictObject({
      name: z.string(),
      auth: z
        .strictObject({ protocol: z.enum(authProtocols), key: z.string().min(8) })
        .nullable()
        .default(null),
      priv: z
        .strictObject({ protocol: z.literal('aes'), key: z.string().min(8) })
        .nullable()
        .default(null),
    }),
  ),
})

/** `families.yaml`: what hardware answers, by family. */
export const familiesFile = z.record(z.string(), family)

/** `board.yaml`: who may read, the devices and the cables between them. */
export const boardFile = z.strictObject({
  contact: z.string(),
  access,
  devices: z.array(device),
  links: z.array(z.tuple([end, end])),
  heard: z.array(heard).default([]),
})

export type Family = z.output<typeof family>
export type DeviceDescription = z.output<typeof device>
export type HeardDescription = z.output<typeof heard>
