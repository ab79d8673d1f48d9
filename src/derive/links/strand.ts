import type { LinkDevice, LinkEnd } from '../../model/link.js'
import type { Cable, Half } from './join.js'
import type { Port } from './ports.js'

/** A side of a cable: a device and its port, what it says, and what the other side says of it. */
export interface Side {
  /** Null when it is none of our devices, or when it is not known which. */
  readonly device: LinkDevice | null
  readonly port: Port | null
  readonly says: Half | null
  readonly saidBy: Half | null
}

/** A cable, turned so that the same end always comes first. */
export interface Strand {
  readonly a: Side
  readonly b: Side
  readonly cable: Cable
}

/** An end of a link, as the model has it. A port that is not up has no speed yet. */
export function endOf({ device, port, saidBy }: Side): LinkEnd {
  const told = saidBy?.claims.find(({ protocol }) => protocol === 'lldp') ?? saidBy?.claims[0]
  const n = told?.neighbour
  const state = port?.row?.operStatus ?? null
  const isUp = state === null || state === 'up'
  return {
    managementAddress: device?.managementAddress ?? null,
    sysName: device === null ? (n?.remoteSysName ?? null) : device.sysName,
    ifIndex: port?.ifIndex ?? null,
    ifName: port?.name ?? null,
    portIdSubtype: n?.remotePortIdSubtype ?? null,
    portId: n?.remotePortId ?? null,
    portDescr: n?.remotePortDescr ?? null,
    chassisIdSubtype: n?.remoteChassisIdSubtype ?? null,
    chassisId: n?.remoteChassisId ?? null,
    toldAddresses: n?.remoteAddresses ?? [],
    speedBps: isUp ? (port?.row?.speedBps ?? null) : null,
    duplex: isUp ? (port?.row?.duplex ?? null) : null,
  }
}
