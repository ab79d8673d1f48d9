import { defineProfile } from '../naming/define-profile.js'

/** Fujitsu ETERNUS storage. */
export default defineProfile({
  id: 'eternus',
  sysObjectIDs: ['1.3.6.1.4.1.211.1.21.1.150'],
  vendor: 'Fujitsu',
  kind: 'storage',
  objects: {
    'FJDARY-E150::fjdarySspProductId': '1.3.6.1.4.1.211.1.21.1.150.1.5',
  },
  model: [{ from: 'fjdarySspProductId' }],
})
