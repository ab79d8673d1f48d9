import { defineProfile } from '../naming/define-profile.js'

/** Dell rack power distribution. */
export default defineProfile({
  id: 'dell-rpdu',
  sysObjectIDs: ['1.3.6.1.4.1.674.10903'],
  vendor: 'Dell',
  kind: 'power',
  objects: {
    'DellrPDU-MIB::rPDUIdentModelNumberD': '1.3.6.1.4.1.674.10903.200.2.200.100.2.1.7',
    'DellrPDU-MIB::rPDUIdentSerialNumberD': '1.3.6.1.4.1.674.10903.200.2.200.100.2.1.8',
    'DellrPDU-MIB::productIDVersion': '1.3.6.1.4.1.674.10903.200.2.100.4',
  },
  model: [{ from: 'rPDUIdentModelNumberD' }],
  version: [{ from: 'productIDVersion' }],
  serial: [{ from: 'rPDUIdentSerialNumberD' }],
})
