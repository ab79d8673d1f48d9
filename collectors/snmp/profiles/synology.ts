import { defineProfile } from '../naming/define-profile.js'

/** Synology DiskStation and RackStation. */
export default defineProfile({
  id: 'synology',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.6574'],
  marker: 'SYNOLOGY-SYSTEM-MIB::modelName',
  vendor: 'Synology',
  kind: 'storage',
  osName: 'DSM',
  objects: {
    'SYNOLOGY-SYSTEM-MIB::modelName': '1.3.6.1.4.1.6574.1.5.1',
    'SYNOLOGY-SYSTEM-MIB::serialNumber': '1.3.6.1.4.1.6574.1.5.2',
    'SYNOLOGY-SYSTEM-MIB::version': '1.3.6.1.4.1.6574.1.5.3',
  },
  model: [{ from: 'modelName' }],
  version: [{ from: 'version', match: /^(?:DSM )?(.+)$/ }],
  serial: [{ from: 'serialNumber' }],
})
