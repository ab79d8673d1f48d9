import { defineProfile } from '../naming/define-profile.js'

/** Poly and Polycom room systems. */
export default defineProfile({
  id: 'polycom',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.13885', '1.3.6.1.4.1.2684'],
  vendor: 'Polycom',
  kind: 'av',
  objects: {
    'POLYCOM-ENDPOINT-MIB::identityDeviceModel': '1.3.6.1.4.1.13885.101.1.1.4',
    'POLYCOM-ENDPOINT-MIB::identitySoftwareInfo': '1.3.6.1.4.1.13885.101.1.1.1',
    'POLYCOM-ENDPOINT-MIB::identityDeviceSerialNumber': '1.3.6.1.4.1.13885.101.1.1.5',
  },
  model: [{ from: 'identityDeviceModel' }],
  version: [{ from: 'identitySoftwareInfo' }],
  serial: [{ from: 'identityDeviceSerialNumber' }],
})
