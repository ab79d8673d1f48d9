import { defineProfile } from '../naming/define-profile.js'

/** Nutanix clusters (AOS). */
export default defineProfile({
  id: 'nutanix',
  sysObjectIDs: ['1.3.6.1.4.1.41263'],
  marker: 'NUTANIX-MIB::clusterVersion',
  vendor: 'Nutanix',
  kind: 'hypervisor',
  osName: 'AOS',
  objects: {
    'NUTANIX-MIB::clusterVersion': '1.3.6.1.4.1.41263.502',
  },
  // `el7.3-release-euphrates-5.20.3.5-stable-0123abcd…`
  version: [{ from: 'clusterVersion', match: /(?:^|-)(\d+(?:\.\d+)+)(?:-|$)/ }],
  only: ['model', 'version'],
})
