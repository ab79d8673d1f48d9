import { defineProfile } from '../naming/define-profile.js'

/** Panasonic telephone systems. */
export default defineProfile({
  id: 'panasonic-pbx',
  sysObjectIDs: [
    '1.3.6.1.4.1.258.601', // ipPbxNs-MIB::ipPbxSystem
  ],
  vendor: 'Panasonic',
  kind: 'voip',
})
