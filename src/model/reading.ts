import type { Credential } from './credential.js'
import type { DeviceReading } from './device.js'
import type { Outcome } from './outcome.js'

/** How agents are asked. */
export interface SnmpSettings {
  readonly port: number
  readonly timeoutMs: number
  readonly retries: number
  /** Requests in flight for one device, at most; above 1, several tables are walked at once. */
  readonly perDevice: number
  /** Upper bounds for one device: rows of one table, and time for everything. */
  readonly maxRowsPerTable: number
  readonly maxMsPerDevice: number
  /** Whether forwarding tables and resolved addresses are read too: which machine is behind which port. */
  readonly endpoints?: boolean
  /** Time for one table, and bytes received for one table and for everything; the walker has its own where absent. */
  readonly maxMsPerTable?: number
  readonly maxBytesPerTable?: number
  readonly maxBytesPerDevice?: number
  /** Takes answers from another address than the one asked: some devices with several send them so. Absent is false. */
  readonly acceptOtherSource?: boolean
  /** Credentials tried on a device at most, before it is given up; absent is all. */
  readonly maxCredentialTries?: number | undefined
}

/** What reading one address over SNMP gave, and what it cost. */
export interface SnmpRead<T = DeviceReading> {
  readonly outcome: Outcome<T>
  /** Name of the credential that was answered; null when none was. */
  readonly credential: string | null
  readonly packetsSent: number
  readonly bytesSent: number
}

/** What an agent says first: null where it says nothing. */
export interface Greeting {
  readonly sysName: string | null
  readonly sysDescr: string | null
}

/** What the first answer of a device tells, and by which it is known again; null where it says nothing. */
export interface Glimpse {
  readonly sysName: string | null
  readonly sysObjectID: string | null
  /** The MAC that identifies the box itself (lldpLocChassisId, dot1dBaseBridgeAddress). */
  readonly chassisMac: string | null
}

/** Reads one address with the first credential that is answered, in order; never throws for what a device does. */
export type ReadAddress<T> = (
  address: string,
  credentials: readonly Credential[],
  settings: SnmpSettings,
  signal: AbortSignal,
) => Promise<SnmpRead<T>>

export type ReadDevice = ReadAddress<DeviceReading>

/** What a ping gave. `unavailable`: the tool is missing or has no right to send, which is not the host's silence. */
export type PingResult =
  | { readonly status: 'alive'; readonly rttMs: number | null }
  | { readonly status: 'silent' }
  | { readonly status: 'unavailable'; readonly why: string }

/** What spaces packets out, over all that is sent. */
export interface PacketPace {
  /** Waits for the right to send one packet to an address. */
  turn(address: string): Promise<void>
  /**
   * Takes so many packets a second out of the common limit, and out of that of the network which holds an address, for
   * what another program sends. Gives what gives them back.
   */
  reserve(perSecond: number, within: string | null): () => void
}

/** Packets a second: for all that is sent, and for networks, of which the longest prefix decides; null is no limit. */
export interface PaceLimits {
  readonly packetsPerSecond: number | null
  readonly networks?: readonly { readonly cidr: string; readonly packetsPerSecond: number | null }[]
  /** By how much of itself the distance between two packets varies at most; absent is 0. */
  readonly jitter?: number
}
