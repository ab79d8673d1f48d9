import { defineProfile } from '../naming/define-profile.js'

/** Cisco wireless controllers that run AireOS. */
export default defineProfile({
  id: 'cisco-wlc',
  proof: 'recorded',
  sysObjectIDs: [
    '1.3.6.1.4.1.14179', // AIRESPACE-REF-MIB::airespace
    '1.3.6.1.4.1.9.1.1069', // CISCO-PRODUCTS-MIB::cisco5500Wlc
    '1.3.6.1.4.1.9.1.1279', // CISCO-PRODUCTS-MIB::ciscoAirCt2504K9
    '1.3.6.1.4.1.9.1.1295', // CISCO-PRODUCTS-MIB::cisco7500Wlc
    '1.3.6.1.4.1.9.1.1615', // CISCO-PRODUCTS-MIB::cisco8500WLC
    '1.3.6.1.4.1.9.1.1631', // CISCO-PRODUCTS-MIB::ciscoVirtualWlc
    '1.3.6.1.4.1.9.1.1926', // CISCO-PRODUCTS-MIB::ciscoWlcCt5508K9
    '1.3.6.1.4.1.9.1.1927', // CISCO-PRODUCTS-MIB::ciscoWlcCt2504K9
    '1.3.6.1.4.1.9.1.2170', // CISCO-PRODUCTS-MIB::cisco5520WLC
    '1.3.6.1.4.1.9.1.2171', // CISCO-PRODUCTS-MIB::cisco8540Wlc
    '1.3.6.1.4.1.9.1.2427', // CISCO-PRODUCTS-MIB::cisco3504WLC
  ],
  sysDescr: /^Cisco Controller$/,
  vendor: 'Cisco',
  kind: 'wifi-controller',
  osName: 'AireOS',
  objects: {
    'AIRESPACE-SWITCHING-MIB::agentInventoryMachineModel': '1.3.6.1.4.1.14179.1.1.1.3',
    'AIRESPACE-SWITCHING-MIB::agentInventorySerialNumber': '1.3.6.1.4.1.14179.1.1.1.4',
    'AIRESPACE-SWITCHING-MIB::agentInventoryProductVersion': '1.3.6.1.4.1.14179.1.1.1.14',
  },
  model: [{ from: 'agentInventoryMachineModel' }, { from: 'entPhysicalModelName' }, { from: 'productName' }],
  version: [{ from: 'agentInventoryProductVersion' }],
  serial: [{ from: 'agentInventorySerialNumber' }],
})
