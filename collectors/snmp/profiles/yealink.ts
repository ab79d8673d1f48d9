import { defineProfile } from '../naming/define-profile.js'

/** Yealink telephones: only their maker is known. */
export default defineProfile({
  id: 'yealink',
  sysObjectIDs: ['1.3.6.1.4.1.37459'],
  vendor: 'Yealink',
  kind: 'voip',
})
