import { defineProfile } from '../naming/define-profile.js'

/** Check Point Gaia and SecurePlatform. */
export default defineProfile({
  id: 'check-point',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2620'],
  marker: 'CHECKPOINT-MIB::svnVersion',
  vendor: 'Check Point',
  kind: 'firewall',
  objects: {
    'CHECKPOINT-MIB::svnVersion': '1.3.6.1.4.1.2620.1.6.4.1',
    'CHECKPOINT-MIB::svnApplianceProductName': '1.3.6.1.4.1.2620.1.6.16.7',
    'CHECKPOINT-MIB::svnApplianceSerialNumber': '1.3.6.1.4.1.2620.1.6.16.3',
  },
  model: [{ from: 'svnApplianceProductName' }],
  version: [{ from: 'svnVersion' }],
  serial: [{ from: 'svnApplianceSerialNumber' }],
  only: ['model'],
})
