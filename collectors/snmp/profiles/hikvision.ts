import { defineProfile } from '../naming/define-profile.js'

/** Hikvision cameras and recorders. */
export default defineProfile({
  id: 'hikvision',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.39165', '1.3.6.1.4.1.50001'],
  marker: 'HIK-DEVICE-MIB::deviceType',
  vendor: 'Hikvision',
  kind: 'camera',
  objects: {
    'HIK-DEVICE-MIB::deviceType': '1.3.6.1.4.1.39165.1.1',
    'HIK-DEVICE-MIB::softwVersion': '1.3.6.1.4.1.39165.1.3',
  },
  model: [{ from: 'deviceType' }],
  version: [{ from: 'softwVersion' }],
})
