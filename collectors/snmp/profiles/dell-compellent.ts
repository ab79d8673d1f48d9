import { defineProfile } from '../naming/define-profile.js'

/** Dell Storage Center (Compellent). */
export default defineProfile({
  id: 'dell-compellent',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.674.11000.2000.500.1'],
  marker: 'DELL-STORAGE-SC-MIB::storageCenterObjects',
  vendor: 'Dell',
  kind: 'storage',
  objects: { 'DELL-STORAGE-SC-MIB::storageCenterObjects': '1.3.6.1.4.1.674.11000.2000.500.1.2' },
  version: [{ from: 'sysDescr', match: /^FreeBSD \S+ (\d+\.\d+-\S+)/ }],
  only: ['model'],
})
