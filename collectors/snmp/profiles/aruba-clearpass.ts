import { defineProfile } from '../naming/define-profile.js'

/** Aruba ClearPass access management. */
export default defineProfile({
  id: 'aruba-clearpass',
  sysObjectIDs: ['1.3.6.1.4.1.14823.1.6'],
  vendor: 'HPE Aruba',
  kind: 'appliance',
  osName: 'ClearPass',
  objects: {
    'CPPM-MIB::cppmSystemModel': '1.3.6.1.4.1.14823.1.6.1.1.1.1.1.1',
    'CPPM-MIB::cppmSystemVersion': '1.3.6.1.4.1.14823.1.6.1.1.1.1.1.3',
    'CPPM-MIB::cppmSystemSerialNumber': '1.3.6.1.4.1.14823.1.6.1.1.1.1.1.2',
  },
  model: [{ from: 'cppmSystemModel' }],
  version: [{ from: 'cppmSystemVersion' }],
  serial: [{ from: 'cppmSystemSerialNumber' }],
})
