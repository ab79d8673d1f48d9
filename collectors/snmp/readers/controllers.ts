import type { AccessPoint } from '../../../src/model/device-parts.js'
import { defineTable, type Table } from '../wire/table.js'
import { integer, type Value } from '../wire/value.js'

/** What a column of a controller's table of access points tells. */
export type Facet = 'name' | 'mac' | 'model' | 'serialNumber' | 'osVersion' | 'address' | 'status' | 'clients'

/** Rows of radios; the index is the access point's and then the radio's number. */
export interface RadioTable {
  readonly table: Table<string>
  readonly channel: string
  readonly clients?: string
}

/** Which devices are asked: any of these signs is enough. */
export interface Family {
  /** Private enterprise number of the sysObjectID. */
  readonly enterprise: string
  /** Id of a profile, for devices whose sysObjectID names another enterprise. */
  readonly profile?: string
  readonly sysDescr?: RegExp
}

/** A family of controllers: where it lists its access points. */
export interface Controller {
  readonly family: Family
  readonly table: Table<string>
  /** What the index is: a MAC address, or (after a virtual domain) a serial number. */
  readonly index: 'mac' | 'serial'
  readonly facets: Readonly<Partial<Record<Facet, string>>>
  readonly statuses: Readonly<Record<string | number, AccessPoint['status']>>
  /** True for a row that is no access point of the controller. */
  isForeign?(row: Readonly<Partial<Record<string, Value>>>): boolean
  readonly radios: RadioTable | null
}

const DISCOVERED = 1 // FORTINET-FORTIGATE-MIB::fgWcWtpConfigWtpAdmin: heard of, and not admitted

/** Controllers of access points, from their makers' MIBs. */
export const CONTROLLERS: readonly Controller[] = [
  {
    family: { enterprise: '14823' },
    table: defineTable('WLSX-WLAN-MIB::wlsxWlanAPEntry', '1.3.6.1.4.1.14823.2.2.1.5.2.1.4.1', {
      wlanAPIpAddress: 2,
      wlanAPName: 3,
      wlanAPSerialNumber: 6,
      wlanAPModelName: 13,
      wlanAPStatus: 19,
      wlanAPSwVersion: 34,
    }),
    index: 'mac',
    facets: {
      name: 'wlanAPName',
      model: 'wlanAPModelName',
      serialNumber: 'wlanAPSerialNumber',
      osVersion: 'wlanAPSwVersion',
      address: 'wlanAPIpAddress',
      status: 'wlanAPStatus',
    },
    statuses: { 1: 'up', 2: 'down' },
    radios: {
      table: defineTable('WLSX-WLAN-MIB::wlsxWlanRadioEntry', '1.3.6.1.4.1.14823.2.2.1.5.2.1.5.1', {
        wlanAPRadioChannel: 3,
        wlanAPRadioNumAssociatedClients: 7,
      }),
      channel: 'wlanAPRadioChannel',
      clients: 'wlanAPRadioNumAssociatedClients',
    },
  },
  {
    family: { enterprise: '14823' },
    table: defineTable('AI-AP-MIB::aiAccessPointEntry', '1.3.6.1.4.1.14823.2.3.3.1.2.1.1', {
      aiAPName: 2,
      aiAPIPAddress: 3,
      aiAPSerialNum: 4,
      aiAPModelName: 6,
      aiAPStatus: 11,
    }),
    index: 'mac',
    facets: {
      name: 'aiAPName',
      model: 'aiAPModelName',
      serialNumber: 'aiAPSerialNum',
      address: 'aiAPIPAddress',
      status: 'aiAPStatus',
    },
    statuses: { 1: 'up', 2: 'down' },
    radios: {
      table: defineTable('AI-AP-MIB::aiRadioEntry', '1.3.6.1.4.1.14823.2.3.3.1.2.2.1', {
        aiRadioChannel: 4,
        aiRadioClientNum: 21,
      }),
      channel: 'aiRadioChannel',
      clients: 'aiRadioClientNum',
    },
  },
  {
    family: { enterprise: '14179', profile: 'cisco-wlc', sysDescr: /\bC9800\b|C9800[-_]/ },
    table: defineTable('AIRESPACE-WIRELESS-MIB::bsnAPEntry', '1.3.6.1.4.1.14179.2.2.1.1', {
      bsnAPName: 3,
      bsnAPOperationStatus: 6,
      bsnAPSoftwareVersion: 8,
      bsnAPModel: 16,
      bsnAPSerialNumber: 17,
      bsnApIpAddress: 19,
      bsnAPEthernetMacAddress: 33,
    }),
    index: 'mac',
    facets: {
      name: 'bsnAPName',
      mac: 'bsnAPEthernetMacAddress',
      model: 'bsnAPModel',
      serialNumber: 'bsnAPSerialNumber',
      osVersion: 'bsnAPSoftwareVersion',
      address: 'bsnApIpAddress',
      status: 'bsnAPOperationStatus',
    },
    statuses: { 1: 'up', 2: 'down', 3: 'pending' }, // associated, disassociating, downloading
    radios: {
      table: defineTable('AIRESPACE-WIRELESS-MIB::bsnAPIfEntry', '1.3.6.1.4.1.14179.2.2.2.1', {
        bsnAPIfPhyChannelNumber: 4,
        bsnApIfNoOfUsers: 15,
      }),
      channel: 'bsnAPIfPhyChannelNumber',
      clients: 'bsnApIfNoOfUsers',
    },
  },
  {
    family: { enterprise: '25053' },
    table: defineTable('RUCKUS-ZD-WLAN-MIB::ruckusZDWLANAPEntry', '1.3.6.1.4.1.25053.1.2.2.1.1.2.1.1', {
      ruckusZDWLANAPDescription: 2,
      ruckusZDWLANAPStatus: 3,
      ruckusZDWLANAPModel: 4,
      ruckusZDWLANAPSerialNumber: 5,
      ruckusZDWLANAPSWversion: 7,
      ruckusZDWLANAPIPAddr: 10,
      ruckusZDWLANAPNumSta: 15,
    }),
    index: 'mac',
    facets: {
      name: 'ruckusZDWLANAPDescription',
      model: 'ruckusZDWLANAPModel',
      serialNumber: 'ruckusZDWLANAPSerialNumber',
      osVersion: 'ruckusZDWLANAPSWversion',
      address: 'ruckusZDWLANAPIPAddr',
      status: 'ruckusZDWLANAPStatus',
      clients: 'ruckusZDWLANAPNumSta',
    },
    // disconnected, connected, approvalPending, upgradingFirmware, provisioning
    statuses: { 0: 'down', 1: 'up', 2: 'pending', 3: 'pending', 4: 'pending' },
    radios: {
      table: defineTable('RUCKUS-ZD-WLAN-MIB::ruckusZDWLANAPRadioStatsEntry', '1.3.6.1.4.1.25053.1.2.2.1.1.2.2.1', {
        ruckusZDWLANAPRadioStatsChannel: 4,
      }),
      channel: 'ruckusZDWLANAPRadioStatsChannel',
    },
  },
  {
    family: { enterprise: '25053' },
    table: defineTable('RUCKUS-SZ-WLAN-MIB::ruckusSZAPEntry', '1.3.6.1.4.1.25053.1.4.2.1.1.2.2.1', {
      ruckusSZAPName: 5,
      ruckusSZAPFWversion: 7,
      ruckusSZAPModel: 8,
      ruckusSZAPSerial: 9,
      ruckusSZAPIp: 10,
      ruckusSZAPNumSta: 15,
      ruckusSZAPConnStatus: 16,
    }),
    index: 'mac',
    facets: {
      name: 'ruckusSZAPName',
      model: 'ruckusSZAPModel',
      serialNumber: 'ruckusSZAPSerial',
      osVersion: 'ruckusSZAPFWversion',
      address: 'ruckusSZAPIp',
      status: 'ruckusSZAPConnStatus',
      clients: 'ruckusSZAPNumSta',
    },
    statuses: { connect: 'up', connected: 'up', disconnect: 'down', disconnected: 'down' },
    radios: null,
  },
  {
    family: { enterprise: '12356' },
    table: {
      // fgWcWtpConfigTable and fgWcWtpSessionTable have the same index: fgVdEntIndex, and the access point's serial.
      name: 'FORTINET-FORTIGATE-MIB::fgWcWtpConfigEntry',
      entry: '1.3.6.1.4.1.12356.101.14.4.3.1',
      columns: {
        fgWcWtpConfigWtpAdmin: '1.3.6.1.4.1.12356.101.14.4.3.1.2', // FORTINET-FORTIGATE-MIB::fgWcWtpConfigWtpAdmin
        fgWcWtpConfigWtpName: '1.3.6.1.4.1.12356.101.14.4.3.1.3', // FORTINET-FORTIGATE-MIB::fgWcWtpConfigWtpName
        fgWcWtpSessionWtpIpAddress: '1.3.6.1.4.1.12356.101.14.4.4.1.3', // …::fgWcWtpSessionWtpIpAddress
        fgWcWtpSessionWtpBaseMacAddress: '1.3.6.1.4.1.12356.101.14.4.4.1.6', // …::fgWcWtpSessionWtpBaseMacAddress
        fgWcWtpSessionConnectionState: '1.3.6.1.4.1.12356.101.14.4.4.1.7', // …::fgWcWtpSessionConnectionState
        fgWcWtpSessionWtpModelNumber: '1.3.6.1.4.1.12356.101.14.4.4.1.12', // …::fgWcWtpSessionWtpModelNumber
        fgWcWtpSessionWtpSwVersion: '1.3.6.1.4.1.12356.101.14.4.4.1.14', // …::fgWcWtpSessionWtpSwVersion
        fgWcWtpSessionWtpStationCount: '1.3.6.1.4.1.12356.101.14.4.4.1.17', // …::fgWcWtpSessionWtpStationCount
      },
    },
    index: 'serial',
    facets: {
      name: 'fgWcWtpConfigWtpName',
      mac: 'fgWcWtpSessionWtpBaseMacAddress',
      model: 'fgWcWtpSessionWtpModelNumber',
      osVersion: 'fgWcWtpSessionWtpSwVersion',
      address: 'fgWcWtpSessionWtpIpAddress',
      status: 'fgWcWtpSessionConnectionState',
      clients: 'fgWcWtpSessionWtpStationCount',
    },
    // other, offLine, onLine, downloadingImage, connectedImage, standby
    statuses: { 1: 'down', 2: 'up', 3: 'pending', 4: 'pending', 5: 'up' },
    isForeign: (row) => integer(row['fgWcWtpConfigWtpAdmin']) === DISCOVERED,
    radios: {
      table: defineTable('FORTINET-FORTIGATE-MIB::fgWcWtpSessionRadioEntry', '1.3.6.1.4.1.12356.101.14.4.5.1', {
        fgWcWtpSessionRadioOperatingChannel: 7,
      }),
      channel: 'fgWcWtpSessionRadioOperatingChannel',
    },
  },
]
