/** What a device holds besides its ports: access points, software, volumes, power over Ethernet; and what it measures. */

/**
 * The last value of something that changes all the time: pages, charge, watts, clients, alerts. Only that value is kept,
 * so that it costs no history.
 */
export interface Gauge {
  /** The object's name in its MIB: `prtMarkerLifeCount`. */
  readonly name: string
  /**
   * Its index in the MIB, `0` for a scalar. Bytes of a MAC address are written `aa:bb:cc:dd:ee:ff`; for what belongs to
   * an access point, its id and the radio: `aa:bb:cc:dd:ee:ff.1`.
   */
  readonly instance: string
  /** What is measured, in the device's own words, or how serious an alert is; null when it has no name. */
  readonly label: string | null
  /** A number in the unit, or a word of the MIB (`batteryNormal`) or a text. */
  readonly value: number | string
  /** percent, bytes, minutes, seconds, watts, celsius, impressions, clients…; null for words and texts. */
  readonly unit: string | null
}

/** An access point as its controller knows it. */
export interface AccessPoint {
  /** What the controller tells it apart by: a MAC address, lower-case with colons, or (Fortinet) its serial number. */
  readonly id: string
  readonly name: string | null
  /** Of its wired side where the controller tells it, else of its radio; lower-case with colons. */
  readonly mac: string | null
  readonly model: string | null
  readonly serialNumber: string | null
  readonly osVersion: string | null
  readonly address: string | null
  /** `pending`: it is being admitted, upgraded or configured. Null when not told. */
  readonly status: 'up' | 'down' | 'pending' | null
}

/** A row of hrSWInstalledTable (HOST-RESOURCES-MIB, RFC 2790). */
export interface InstalledSoftware {
  readonly name: string
  /** hrSWInstalledType by name. */
  readonly type: 'operatingSystem' | 'deviceDriver' | 'application' | null
  /** Day of installation, ISO 8601, as the host tells it; null when not told. */
  readonly installedOn: string | null
}

/** A row of hrStorageTable (RFC 2790), or of dskTable (UCD-SNMP-MIB) where that is all there is. */
export interface StorageVolume {
  /** hrStorageIndex or dskIndex. */
  readonly index: number
  readonly description: string
  /** hrStorageType by name, without `hrStorage`: `fixedDisk`, `ram`, `virtualMemory`… */
  readonly type: string
  readonly sizeBytes: number | null
}

/** A row of pethMainPseTable (POWER-ETHERNET-MIB, RFC 3621): what feeds a group of ports. */
export interface PoeSource {
  /** pethMainPseGroupIndex. */
  readonly group: number
  readonly budgetWatts: number | null
  readonly status: 'on' | 'off' | 'faulty' | null
}

/** A row of pethPsePortTable (RFC 3621). */
export interface PoePort {
  readonly group: number
  /** pethPsePortIndex: not an ifIndex. */
  readonly port: number
  /** Null when no interface is surely that port. */
  readonly ifIndex: number | null
  readonly adminEnabled: boolean | null
  readonly status: 'disabled' | 'searching' | 'deliveringPower' | 'fault' | 'test' | 'otherFault' | null
  /** Class 0 to 8 of what is powered (IEEE 802.3); null while nothing is. */
  readonly powerClass: number | null
}

/** The parts of a reading that are not ports. */
export interface DeviceParts {
  /** Physical memory in bytes; null when not told. */
  readonly memoryBytes: number | null
  readonly accessPoints: readonly AccessPoint[]
  readonly software: readonly InstalledSoftware[]
  readonly storage: readonly StorageVolume[]
  readonly poeSources: readonly PoeSource[]
  readonly poePorts: readonly PoePort[]
  readonly gauges: readonly Gauge[]
}

/** A device that has none of them. */
export const NO_PARTS = {
  memoryBytes: null,
  accessPoints: [],
  software: [],
  storage: [],
  poeSources: [],
  poePorts: [],
  gauges: [],
} as const satisfies DeviceParts

/** The same in a device document, each with its own last measurements. */
export interface DocumentParts {
  readonly memoryBytes: number | null
  readonly accessPoints: readonly (AccessPoint & {
    readonly clients: number | null
    readonly channels: readonly number[]
  })[]
  readonly software: readonly InstalledSoftware[]
  readonly storage: readonly (StorageVolume & { readonly usedBytes: number | null })[]
  readonly poeSources: readonly (PoeSource & { readonly usedWatts: number | null })[]
  readonly poePorts: readonly (PoePort & { readonly watts: number | null })[]
  /** `readAt`: ISO 8601, UTC. A reading that broke off leaves older ones. */
  readonly gauges: readonly (Gauge & { readonly readAt: string })[]
}
