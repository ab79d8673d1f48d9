import { defineProfile } from '../naming/define-profile.js'

/** HW group sensors. */
export default defineProfile({
  id: 'hw-group',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.21796'],
  vendor: 'HW group',
  kind: 'environment',
  objects: { 'HWg-WLD-MIB::wldSN': '1.3.6.1.4.1.21796.4.5.4.1.4' },
  // `STE2 r2, fw:1.5.5_2394`, `WLD2 1.4.3`
  model: [{ from: 'sysDescr', match: /^([A-Z]\w+(?: r\d)?)(?:,| \d)/ }],
  version: [{ from: 'sysDescr', match: /(?:fw:|^\S+ )(\d+\.\d\S*)/ }],
  serial: [{ from: 'wldSN' }],
})
