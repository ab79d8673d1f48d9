import { defineProfile } from '../naming/define-profile.js'

/** Crestron control and presentation systems: only their maker is known. */
export default defineProfile({
  id: 'crestron',
  sysObjectIDs: ['1.3.6.1.4.1.3212'],
  vendor: 'Crestron',
  kind: 'av',
})
