import { loadProfiles } from '../naming/choose-profile.js'
import type { Profile } from '../naming/define-profile.js'
import { CONTROLLERS, type Facet } from '../readers/controllers.js'

/**
 * What a column holds, where a MIB says so. `name`: words that people chose. `serial`. `kept`: what tells the model, the
 * version and the ports, in which only what is known to be private is replaced. `address`: an address as bytes. `bits`: a
 * set of ports. `branch`: an OID that names a model. Anything else is searched for what looks private.
 */
export type Holds = 'name' | 'serial' | 'kept' | 'address' | 'bits' | 'branch' | 'port' | 'other'

const NAMES = {
  'SNMPv2-MIB::sysContact': '1.3.6.1.2.1.1.4',
  'SNMPv2-MIB::sysName': '1.3.6.1.2.1.1.5',
  'SNMPv2-MIB::sysLocation': '1.3.6.1.2.1.1.6',
  'IF-MIB::ifAlias': '1.3.6.1.2.1.31.1.1.1.18',
  'ENTITY-MIB::entPhysicalAlias': '1.3.6.1.2.1.47.1.1.1.1.14',
  'ENTITY-MIB::entPhysicalUris': '1.3.6.1.2.1.47.1.1.1.1.18',
  'HOST-RESOURCES-MIB::hrSystemInitialLoadParameters': '1.3.6.1.2.1.25.1.4',
  'HOST-RESOURCES-MIB::hrFSRemoteMountPoint': '1.3.6.1.2.1.25.3.8.1.3',
  'HOST-RESOURCES-MIB::hrSWRunParameters': '1.3.6.1.2.1.25.4.2.1.5',
  'Printer-MIB::prtGeneralCurrentOperator': '1.3.6.1.2.1.43.5.1.1.4',
  'Printer-MIB::prtGeneralServicePerson': '1.3.6.1.2.1.43.5.1.1.5',
  'UPS-MIB::upsIdentName': '1.3.6.1.2.1.33.1.1.5',
  'UPS-MIB::upsIdentAttachedDevices': '1.3.6.1.2.1.33.1.1.6',
  'Q-BRIDGE-MIB::dot1qVlanStaticName': '1.3.6.1.2.1.17.7.1.4.3.1.1',
  'IEEE8021-Q-BRIDGE-MIB::ieee8021QBridgeVlanStaticName': '1.3.111.2.802.1.1.4.1.4.3.1.3',
  'LLDP-MIB::lldpLocChassisId': '1.0.8802.1.1.2.1.3.2',
  'LLDP-MIB::lldpLocSysName': '1.0.8802.1.1.2.1.3.3',
  'LLDP-MIB::lldpRemChassisId': '1.0.8802.1.1.2.1.4.1.1.5',
  'LLDP-MIB::lldpRemSysName': '1.0.8802.1.1.2.1.4.1.1.9',
  'LLDP-EXT-DOT1-MIB::lldpXdot1LocVlanName': '1.0.8802.1.1.2.1.5.32962.1.2.3.1.2',
  'LLDP-EXT-DOT1-MIB::lldpXdot1RemVlanName': '1.0.8802.1.1.2.1.5.32962.1.3.3.1.2',
  'LLDP-V2-MIB::lldpV2LocSysName': '1.3.111.2.802.1.1.13.1.3.3',
  'LLDP-V2-MIB::lldpV2RemSysName': '1.3.111.2.802.1.1.13.1.4.1.1.10',
  'IEEE8021-PAE-MIB::dot1xAuthSessionUserName': '1.0.8802.1.1.1.1.2.4.1.9',
  'IEEE802dot11-MIB::dot11DesiredSSID': '1.2.840.10036.1.1.1.9',
  'CISCO-CDP-MIB::cdpCacheDeviceId': '1.3.6.1.4.1.9.9.23.1.2.1.1.6',
  'CISCO-CDP-MIB::cdpCacheVTPMgmtDomain': '1.3.6.1.4.1.9.9.23.1.2.1.1.10',
  'CISCO-CDP-MIB::cdpCacheSysName': '1.3.6.1.4.1.9.9.23.1.2.1.1.17',
  'CISCO-CDP-MIB::cdpCachePhysLocation': '1.3.6.1.4.1.9.9.23.1.2.1.1.23',
  'CISCO-CDP-MIB::cdpGlobalDeviceId': '1.3.6.1.4.1.9.9.23.1.3.4',
  'CISCO-VTP-MIB::managementDomainName': '1.3.6.1.4.1.9.9.46.1.2.1.1.2',
  'CISCO-VTP-MIB::vtpVlanName': '1.3.6.1.4.1.9.9.46.1.3.1.1.4',
  'OLD-CISCO-SYS-MIB::hostName': '1.3.6.1.4.1.9.2.1.3',
  'CISCO-STACK-MIB::portName': '1.3.6.1.4.1.9.5.1.4.1.1.4',
  'JUNIPER-VLAN-MIB::jnxExVlanName': '1.3.6.1.4.1.2636.3.40.1.5.1.5.1.2',
  'JUNIPER-L2ALD-MIB::jnxL2aldVlanName': '1.3.6.1.4.1.2636.3.48.1.3.1.1.2',
  'TPLINK-DOT1Q-VLAN-MIB::dot1qVlanDescription': '1.3.6.1.4.1.11863.6.14.1.2.1.1.2',
}
const SERIALS = {
  'ENTITY-MIB::entPhysicalSerialNum': '1.3.6.1.2.1.47.1.1.1.1.11',
  'ENTITY-MIB::entPhysicalAssetID': '1.3.6.1.2.1.47.1.1.1.1.15',
  'Printer-MIB::prtGeneralSerialNumber': '1.3.6.1.2.1.43.5.1.1.17',
  'LLDP-EXT-MED-MIB::lldpXMedLocSerialNum': '1.0.8802.1.1.2.1.5.1.1.2.5',
  'LLDP-EXT-MED-MIB::lldpXMedLocAssetID': '1.0.8802.1.1.2.1.5.1.1.2.8',
  'LLDP-EXT-MED-MIB::lldpXMedRemSerialNum': '1.0.8802.1.1.2.1.5.1.1.3.3.1.4',
  'LLDP-EXT-MED-MIB::lldpXMedRemAssetID': '1.0.8802.1.1.2.1.5.1.1.3.3.1.7',
  'OLD-CISCO-CHASSIS-MIB::chassisId': '1.3.6.1.4.1.9.3.6.3',
  'CISCO-STACK-MIB::chassisSerialNumberString': '1.3.6.1.4.1.9.5.1.2.19',
}
const KEPT = {
  'SNMPv2-MIB::sysDescr': '1.3.6.1.2.1.1.1',
  'IF-MIB::ifDescr': '1.3.6.1.2.1.2.2.1.2',
  'IF-MIB::ifName': '1.3.6.1.2.1.31.1.1.1.1',
  'ENTITY-MIB::entPhysicalEntry': '1.3.6.1.2.1.47.1.1.1.1',
  'HOST-RESOURCES-MIB::hrDeviceDescr': '1.3.6.1.2.1.25.3.2.1.3',
  'UPS-MIB::upsIdent': '1.3.6.1.2.1.33.1.1',
  'Printer-MIB::prtGeneralPrinterName': '1.3.6.1.2.1.43.5.1.1.16',
  'Printer-MIB::prtMarkerSuppliesDescription': '1.3.6.1.2.1.43.11.1.1.6',
  'LLDP-MIB::lldpLocSysDesc': '1.0.8802.1.1.2.1.3.4',
  'LLDP-MIB::lldpRemSysDesc': '1.0.8802.1.1.2.1.4.1.1.10',
  'LLDP-V2-MIB::lldpV2LocSysDesc': '1.3.111.2.802.1.1.13.1.3.4',
  'LLDP-V2-MIB::lldpV2RemSysDesc': '1.3.111.2.802.1.1.13.1.4.1.1.11',
  'CISCO-CDP-MIB::cdpCacheVersion': '1.3.6.1.4.1.9.9.23.1.2.1.1.5',
  'CISCO-CDP-MIB::cdpCacheDevicePort': '1.3.6.1.4.1.9.9.23.1.2.1.1.7',
  'CISCO-CDP-MIB::cdpCachePlatform': '1.3.6.1.4.1.9.9.23.1.2.1.1.8',
}
/** The name of a port, or what a person wrote in its place. */
const PORTS = {
  'LLDP-MIB::lldpLocPortDesc': '1.0.8802.1.1.2.1.3.7.1.4',
  'LLDP-MIB::lldpRemPortId': '1.0.8802.1.1.2.1.4.1.1.7',
  'LLDP-MIB::lldpRemPortDesc': '1.0.8802.1.1.2.1.4.1.1.8',
  'LLDP-V2-MIB::lldpV2LocPortDesc': '1.3.111.2.802.1.1.13.1.3.7.1.4',
  'LLDP-V2-MIB::lldpV2RemPortDesc': '1.3.111.2.802.1.1.13.1.4.1.1.9',
}
const ADDRESSES = {
  'CISCO-CDP-MIB::cdpCacheAddress': '1.3.6.1.4.1.9.9.23.1.2.1.1.4',
  'CISCO-CDP-MIB::cdpCachePrimaryMgmtAddr': '1.3.6.1.4.1.9.9.23.1.2.1.1.20',
  'CISCO-CDP-MIB::cdpCacheSecondaryMgmtAddr': '1.3.6.1.4.1.9.9.23.1.2.1.1.22',
  'IF-MIB::ifPhysAddress': '1.3.6.1.2.1.2.2.1.6',
  'RFC1213-MIB::atPhysAddress': '1.3.6.1.2.1.3.1.1.2',
  'IP-MIB::ipNetToMediaPhysAddress': '1.3.6.1.2.1.4.22.1.2',
  'IP-MIB::ipNetToPhysicalPhysAddress': '1.3.6.1.2.1.4.35.1.4',
  'BRIDGE-MIB::dot1dBaseBridgeAddress': '1.3.6.1.2.1.17.1.1',
  'BRIDGE-MIB::dot1dStp': '1.3.6.1.2.1.17.2',
  'BRIDGE-MIB::dot1dTpFdbAddress': '1.3.6.1.2.1.17.4.3.1.1',
  'IEEE8023-LAG-MIB::dot3adAggTable': '1.2.840.10006.300.43.1.1.1',
  'IEEE8023-LAG-MIB::dot3adAggPortTable': '1.2.840.10006.300.43.1.2.1',
}
const BITS = {
  'BRIDGE-MIB::dot1dStaticAllowedToGoTo': '1.3.6.1.2.1.17.5.1.1.3',
  'Q-BRIDGE-MIB::dot1qTpGroupTable': '1.3.6.1.2.1.17.7.1.2.3',
  'Q-BRIDGE-MIB::dot1qForwardAllTable': '1.3.6.1.2.1.17.7.1.2.4',
  'Q-BRIDGE-MIB::dot1qForwardUnregisteredTable': '1.3.6.1.2.1.17.7.1.2.5',
  'Q-BRIDGE-MIB::dot1qStatic': '1.3.6.1.2.1.17.7.1.3',
  'Q-BRIDGE-MIB::dot1qVlanCurrentTable': '1.3.6.1.2.1.17.7.1.4.2',
  'Q-BRIDGE-MIB::dot1qVlanStaticTable': '1.3.6.1.2.1.17.7.1.4.3',
  'IEEE8021-Q-BRIDGE-MIB::ieee8021QBridgeVlan': '1.3.111.2.802.1.1.4.1.4',
  'IEEE8023-LAG-MIB::dot3adAggPortListTable': '1.2.840.10006.300.43.1.1.2',
}
const BRANCHES = {
  'SNMPv2-MIB::sysObjectID': '1.3.6.1.2.1.1.2',
  'ENTITY-MIB::entPhysicalVendorType': '1.3.6.1.2.1.47.1.1.1.1.3',
}

const STANDARD: readonly (readonly [Holds, Readonly<Record<string, string>>])[] = [
  ['name', NAMES],
  ['serial', SERIALS],
  ['kept', KEPT],
  ['port', PORTS],
  ['address', ADDRESSES],
  ['bits', BITS],
  ['branch', BRANCHES],
]
const PRIVATE_OBJECT = /serial|asset|service-?tag/i
const NAMED_OBJECT = /sys-?name|host-?name|location|contact|owner|ssid|user|alias/i

/** What a controller's columns hold of each access point. */
const FACETS: Readonly<Record<Facet, Holds>> = {
  name: 'name',
  mac: 'address',
  model: 'kept',
  serialNumber: 'serial',
  osVersion: 'kept',
  address: 'address',
  status: 'kept',
  clients: 'kept',
}

/** What an object of a family's own holds. */
function ownObject({ serial = [], model = [], version = [], kind, vendor }: Profile, object: string): Holds {
  const names = (rules: readonly unknown[]): boolean =>
    rules.some((rule) => typeof rule === 'object' && rule !== null && 'from' in rule && rule.from === object)
  if (names([...model, ...version, kind, vendor].flat())) return 'kept'
  if (names(serial) || PRIVATE_OBJECT.test(object)) return 'serial'
  return NAMED_OBJECT.test(object) ? 'name' : 'kept'
}

/** What a column holds, and how much of the instance's OID names it: that much is nobody's. */
export interface Column {
  readonly holds: Holds
  readonly oid: string
}

const UNLISTED: Column = { holds: 'other', oid: '' }

/** The column of an instance: the longest OID above it that is listed, the profiles' own objects included. */
export async function columnFinder(): Promise<(oid: string) => Column> {
  const listed = new Map<string, Holds>()
  for (const profile of await loadProfiles()) {
    for (const [name, oid] of Object.entries(profile.objects ?? {})) {
      listed.set(oid, ownObject(profile, name.slice(name.indexOf('::') + 2)))
    }
  }
  for (const { table, facets } of CONTROLLERS) {
    for (const [facet, column] of Object.entries(facets)) {
      const oid = table.columns[column]
      if (oid !== undefined) listed.set(oid, FACETS[facet as Facet])
    }
  }
  for (const [holds, columns] of STANDARD) for (const oid of Object.values(columns)) listed.set(oid, holds)
  return (oid) => {
    for (let end = oid.length; end > 0; end = oid.lastIndexOf('.', end - 1)) {
      const column = oid.slice(0, end)
      const holds = listed.get(column)
      if (holds !== undefined) return { holds, oid: column }
    }
    return UNLISTED
  }
}
