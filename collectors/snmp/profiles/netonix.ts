import { defineProfile } from '../naming/define-profile.js'

/** Netonix WISP switches. */
export default defineProfile({
  id: 'netonix',
  sysObjectIDs: ['1.3.6.1.4.1.46242'],
  vendor: 'Netonix',
  kind: 'switch',
  model: [{ from: 'sysDescr', match: /^Netonix (\S+)/ }],
})
