import { defineProfile } from '../naming/define-profile.js'

/** Dell EMC Isilon (PowerScale) storage. */
export default defineProfile({
  id: 'isilon',
  sysObjectIDs: ['1.3.6.1.4.1.12124'],
  vendor: 'Dell EMC',
  kind: 'storage',
  osName: 'OneFS',
  objects: {
    'ISILON-MIB::chassisModel': '1.3.6.1.4.1.12124.2.51.1.4',
    'ISILON-MIB::chassisSerialNumber': '1.3.6.1.4.1.12124.2.51.1.3',
  },
  model: [{ from: 'chassisModel' }],
  version: [
    { from: 'sysDescr', match: /OneFS (?:v|version )?(\d+(?:\.\d+)+)/i },
    { from: 'sysDescr', match: / v(\d+(?:\.\d+){2,})/ },
  ],
  serial: [{ from: 'chassisSerialNumber' }],
  only: ['version'],
})
