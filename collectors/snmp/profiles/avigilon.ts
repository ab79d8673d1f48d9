import { defineProfile } from '../naming/define-profile.js'

/** Avigilon cameras: only their maker is known. */
export default defineProfile({
  id: 'avigilon',
  sysObjectIDs: ['1.3.6.1.4.1.46202'],
  vendor: 'Avigilon',
  kind: 'camera',
})
