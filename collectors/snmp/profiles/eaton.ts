import { defineProfile } from '../naming/define-profile.js'

/** Eaton UPS and rack PDU, also as Powerware and MGE. */
export default defineProfile({
  id: 'eaton',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.534', '1.3.6.1.4.1.705'],
  vendor: 'Eaton',
  kind: 'power',
  objects: {
    'XUPS-MIB::xupsIdentModel': '1.3.6.1.4.1.534.1.1.2',
    'XUPS-MIB::xupsIdentSoftwareVersion': '1.3.6.1.4.1.534.1.1.3',
    'XUPS-MIB::xupsIdentSerialNumber': '1.3.6.1.4.1.534.1.1.6',
    'MG-SNMP-UPS-MIB::upsmgIdentFamilyName': '1.3.6.1.4.1.705.1.1.1',
    'MG-SNMP-UPS-MIB::upsmgIdentModelName': '1.3.6.1.4.1.705.1.1.2',
    'MG-SNMP-UPS-MIB::upsmgIdentFirmwareVersion': '1.3.6.1.4.1.705.1.1.4',
    'MG-SNMP-UPS-MIB::upsmgIdentSerialNumber': '1.3.6.1.4.1.705.1.1.7',
    'EATON-EPDU-MIB::productName': '1.3.6.1.4.1.534.6.6.7.1.2.1.2',
    'EATON-EPDU-MIB::partNumber': '1.3.6.1.4.1.534.6.6.7.1.2.1.3',
    'EATON-EPDU-MIB::serialNumber': '1.3.6.1.4.1.534.6.6.7.1.2.1.4',
    'EATON-EPDU-MIB::firmwareVersion': '1.3.6.1.4.1.534.6.6.7.1.2.1.5',
  },
  model: [
    { from: 'xupsIdentModel' },
    { from: 'partNumber' },
    { from: 'sysDescr', match: /^(?:Eaton )?(\w+ \d{3,5}\w*)$/ },
    { from: 'upsmgIdentFamilyName' },
  ],
  version: [{ from: 'xupsIdentSoftwareVersion' }, { from: 'upsmgIdentFirmwareVersion' }, { from: 'firmwareVersion' }],
  serial: [{ from: 'xupsIdentSerialNumber' }, { from: 'upsmgIdentSerialNumber' }, { from: 'serialNumber' }],
})
