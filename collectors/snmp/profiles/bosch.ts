import { defineProfile } from '../naming/define-profile.js'

/** Bosch cameras: only their maker is known. */
export default defineProfile({
  id: 'bosch',
  sysObjectIDs: ['1.3.6.1.4.1.3967'],
  vendor: 'Bosch',
  kind: 'camera',
})
