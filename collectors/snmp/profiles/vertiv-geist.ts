import { defineProfile } from '../naming/define-profile.js'

/** Vertiv and Geist rack PDU and environmental monitors. */
export default defineProfile({
  id: 'vertiv-geist',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.21239'],
  vendor: 'Vertiv',
  kind: [{ from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.21239\.(?:2|5\.1)(?:\.|$)/, kind: 'environment' }, 'power'],
  objects: {
    'VERTIV-V5-MIB::productModelNumber': '1.3.6.1.4.1.21239.5.2.1.8',
    'VERTIV-V5-MIB::productVersion': '1.3.6.1.4.1.21239.5.2.1.2',
    'VERTIV-V5-MIB::productSerialNumber': '1.3.6.1.4.1.21239.5.2.1.10',
    'VERTIV-V5-MIB::productFriendlyName': '1.3.6.1.4.1.21239.5.2.1.3',
  },
  model: [{ from: 'productModelNumber' }],
  version: [{ from: 'productVersion' }],
  serial: [{ from: 'productSerialNumber' }],
})
