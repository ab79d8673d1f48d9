import { defineProfile } from '../naming/define-profile.js'

/** Dell UPS. */
export default defineProfile({
  id: 'dell-ups',
  sysObjectIDs: ['1.3.6.1.4.1.674.10902'],
  vendor: 'Dell',
  kind: 'power',
  objects: {
    'DELL-SNMP-UPS-MIB::physicalIdentFamilyName': '1.3.6.1.4.1.674.10902.2.120.1.1',
    'DELL-SNMP-UPS-MIB::physicalIdentSerialNumber': '1.3.6.1.4.1.674.10902.2.120.1.2',
    'DELL-SNMP-UPS-MIB::productIDVersion': '1.3.6.1.4.1.674.10902.2.100.4',
  },
  model: [{ from: 'physicalIdentFamilyName' }],
  version: [{ from: 'productIDVersion' }],
  serial: [{ from: 'physicalIdentSerialNumber' }],
})
