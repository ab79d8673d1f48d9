import { defineProfile } from '../naming/define-profile.js'

/** Dell EMC Data Domain backup storage. */
export default defineProfile({
  id: 'data-domain',
  sysObjectIDs: ['1.3.6.1.4.1.19746'],
  vendor: 'Dell EMC',
  kind: 'storage',
  osName: 'DD OS',
  objects: {
    'DATA-DOMAIN-MIB::systemModelNumber': '1.3.6.1.4.1.19746.1.13.1.4',
    'DATA-DOMAIN-MIB::systemVersion': '1.3.6.1.4.1.19746.1.13.1.3',
    'DATA-DOMAIN-MIB::systemSerialNumber': '1.3.6.1.4.1.19746.1.13.1.1',
  },
  model: [{ from: 'systemModelNumber' }],
  version: [{ from: 'systemVersion', match: /(\d+(?:\.\d+)+\S*)/ }],
  serial: [{ from: 'systemSerialNumber' }],
  only: ['version'],
})
