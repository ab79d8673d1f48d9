import { defineProfile } from '../naming/define-profile.js'

/** QNAP network storage. */
export default defineProfile({
  id: 'qnap',
  sysObjectIDs: ['1.3.6.1.4.1.24681', '1.3.6.1.4.1.55062'],
  marker: 'NAS-MIB::modelName',
  vendor: 'QNAP',
  kind: 'storage',
  objects: { 'NAS-MIB::modelName': '1.3.6.1.4.1.24681.1.2.12' },
  model: [{ from: 'modelName' }],
  version: [{ from: 'sysDescr', match: /(?:QTS|QuTS hero|Linux \S+) ?([\d.]+)/ }],
  only: ['version'],
})
