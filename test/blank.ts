/** What a device of which nothing is known looks like: tests say only what matters to them. */
import { NO_PARTS } from '../src/model/device-parts.js'
import type { DeviceReading, Interface, Neighbour } from '../src/model/device.js'

export const BLANK_INTERFACE = {
  ifIndex: 0,
  ifName: null,
  ifDescr: null,
  ifAlias: null,
  ifType: null,
  speedBps: null,
  mtu: null,
  physAddress: null,
  adminStatus: null,
  operStatus: null,
  duplex: null,
  pvid: null,
  untaggedVlans: null,
  taggedVlans: null,
  lagIfIndex: null,
  stpState: null,
} as const satisfies Interface

export const BLANK_NEIGHBOUR = {
  protocol: 'lldp',
  localIfIndex: null,
  localPort: null,
  remoteChassisIdSubtype: null,
  remoteChassisId: null,
  remotePortIdSubtype: null,
  remotePortId: null,
  remotePortDescr: null,
  remoteSysName: null,
  remoteDescr: null,
  remoteCapabilities: [],
  remoteAddresses: [],
} as const satisfies Neighbour

export const BLANK_READING = {
  sysName: null,
  sysDescr: null,
  sysObjectID: null,
  sysLocation: null,
  vendor: null,
  model: null,
  osName: null,
  osVersion: null,
  serialNumber: null,
  kind: 'unknown',
  evidence: {},
  components: [],
  interfaces: [],
  addresses: [],
  vlans: [],
  spanningTree: null,
  neighbours: [],
  supplies: [],
  macSightings: [],
  addressSightings: [],
  ...NO_PARTS,
  chassisMac: null,
} as const satisfies DeviceReading
