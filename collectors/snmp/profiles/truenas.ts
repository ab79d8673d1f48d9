import { defineProfile } from '../naming/define-profile.js'

/** TrueNAS and FreeNAS. */
export default defineProfile({
  id: 'truenas',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.50536'],
  sysDescr: /\b(?:True|Free)NAS-/,
  vendor: 'TrueNAS',
  kind: 'storage',
  osName: 'TrueNAS',
  version: [{ from: 'sysDescr', match: /(?:True|Free)NAS-(?:SCALE-|CORE-)?(\d[\w.-]*)/ }],
  only: ['model', 'version'],
})
