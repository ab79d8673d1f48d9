import { defineProfile } from '../naming/define-profile.js'

/** Mobotix cameras: only their maker is known. */
export default defineProfile({
  id: 'mobotix',
  sysObjectIDs: ['1.3.6.1.4.1.21701'],
  vendor: 'Mobotix',
  kind: 'camera',
})
