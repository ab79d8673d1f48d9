import { defineProfile } from '../naming/define-profile.js'

/** Dell FluidFS network storage. */
export default defineProfile({
  id: 'dell-fluidfs',
  sysObjectIDs: ['1.3.6.1.4.1.674.11000.2000.200'],
  vendor: 'Dell',
  kind: 'storage',
  osName: 'FluidFS',
  objects: {
    'FLUIDFS-MIB::nASApplianceModel': '1.3.6.1.4.1.674.11000.2000.200.1.16.1.6',
    'FLUIDFS-MIB::versionVersion': '1.3.6.1.4.1.674.11000.2000.200.1.47.1',
  },
  model: [{ from: 'nASApplianceModel' }],
  version: [{ from: 'versionVersion' }],
})
