import { defineProfile } from '../naming/define-profile.js'

/** Dahua cameras and recorders. */
export default defineProfile({
  id: 'dahua',
  sysObjectIDs: ['1.3.6.1.4.1.1004849', '1.3.6.1.4.1.37496'],
  marker: 'DAHUA-SNMP-MIB::deviceType',
  vendor: 'Dahua',
  kind: 'camera',
  objects: {
    'DAHUA-SNMP-MIB::deviceType': '1.3.6.1.4.1.1004849.2.1.2.6',
    'DAHUA-SNMP-MIB::serialNumber': '1.3.6.1.4.1.1004849.2.1.2.4',
    'DAHUA-SNMP-MIB::systemVersion': '1.3.6.1.4.1.1004849.2.1.2.5',
  },
  model: [{ from: 'deviceType' }],
  version: [{ from: 'systemVersion' }],
  serial: [{ from: 'serialNumber' }],
})
