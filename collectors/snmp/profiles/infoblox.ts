import { defineProfile } from '../naming/define-profile.js'

/** Infoblox name and address servers (NIOS). */
export default defineProfile({
  id: 'infoblox',
  sysObjectIDs: ['1.3.6.1.4.1.7779'],
  vendor: 'Infoblox',
  kind: 'appliance',
  osName: 'NIOS',
  objects: {
    'IB-PLATFORMONE-MIB::ibHardwareType': '1.3.6.1.4.1.7779.3.1.1.2.1.4',
    'IB-PLATFORMONE-MIB::ibNiosVersion': '1.3.6.1.4.1.7779.3.1.1.2.1.7',
    'IB-PLATFORMONE-MIB::ibSerialNumber': '1.3.6.1.4.1.7779.3.1.1.2.1.6',
  },
  model: [{ from: 'ibHardwareType' }],
  version: [{ from: 'ibNiosVersion' }],
  serial: [{ from: 'ibSerialNumber' }],
})
