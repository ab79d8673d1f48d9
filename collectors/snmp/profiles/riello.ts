import { defineProfile } from '../naming/define-profile.js'

/** Riello NetMan UPS cards. */
export default defineProfile({
  id: 'riello',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.5491'],
  vendor: 'Riello',
  kind: 'power',
  version: [{ from: 'upsIdentUPSSoftwareVersion' }],
})
