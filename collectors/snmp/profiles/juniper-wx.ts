import { defineProfile } from '../naming/define-profile.js'

/** Juniper WX application accelerators. */
export default defineProfile({
  id: 'juniper-wx',
  sysObjectIDs: ['1.3.6.1.4.1.8239'],
  vendor: 'Juniper',
  kind: 'appliance',
  objects: {
    'JUNIPER-WX-COMMON-MIB::jnxWxSysSwVersion': '1.3.6.1.4.1.8239.2.1.2.1.1',
    'JUNIPER-WX-COMMON-MIB::jnxWxSysSerialNumber': '1.3.6.1.4.1.8239.2.1.2.1.3',
  },
  version: [{ from: 'jnxWxSysSwVersion' }],
  serial: [{ from: 'jnxWxSysSerialNumber' }],
})
