import { defineProfile } from '../naming/define-profile.js'

/** Supermicro management controllers. */
export default defineProfile({
  id: 'supermicro',
  sysObjectIDs: ['1.3.6.1.4.1.10876', '1.3.6.1.4.1.21317'],
  marker: 'ATEN-IPMI-MIB::sensorReading',
  vendor: 'Supermicro',
  kind: 'bmc',
  objects: {
    'ATEN-IPMI-MIB::sensorReading': '1.3.6.1.4.1.21317.1.3.1.2',
    'ATEN-IPMI-MIB::fwVersion': '1.3.6.1.4.1.21317.1.7.1.1.5',
    'ATEN-IPMI-MIB::productName': '1.3.6.1.4.1.21317.1.16.3.3',
    'ATEN-IPMI-MIB::productSerialNumber': '1.3.6.1.4.1.21317.1.16.3.6',
  },
  model: [{ from: 'productName' }],
  version: [{ from: 'fwVersion' }],
  serial: [{ from: 'productSerialNumber' }],
  only: ['model', 'version'],
})
