import { defineProfile } from '../naming/define-profile.js'

/** Dell PowerEdge MX and other modular chassis. */
export default defineProfile({
  id: 'dell-mx',
  sysObjectIDs: ['1.3.6.1.4.1.674.10892.6'],
  vendor: 'Dell',
  kind: 'bmc',
  objects: {
    'DELL-MM-MIB-SMIv2::dmmProductChassisModel': '1.3.6.1.4.1.674.10892.6.1.1.15',
    'DELL-MM-MIB-SMIv2::dmmFirmwareVersion': '1.3.6.1.4.1.674.10892.6.1.2.1',
    'DELL-MM-MIB-SMIv2::dmmChassisServiceTag': '1.3.6.1.4.1.674.10892.6.1.1.6',
  },
  model: [{ from: 'dmmProductChassisModel' }],
  version: [{ from: 'dmmFirmwareVersion' }],
  serial: [{ from: 'dmmChassisServiceTag' }],
})
