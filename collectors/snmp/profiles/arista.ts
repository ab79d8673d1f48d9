import { defineProfile } from '../naming/define-profile.js'

/** Arista EOS. */
export default defineProfile({
  id: 'arista',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.30065'],
  vendor: 'Arista',
  kind: 'switch',
  osName: 'EOS',
  model: [{ from: 'sysDescr', match: /running on an? Arista Networks (\S+)/ }],
  version: [{ from: 'sysDescr', match: /EOS version (\S+)/ }],
})
