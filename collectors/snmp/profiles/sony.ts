import { defineProfile } from '../naming/define-profile.js'

/** Sony projectors, displays and cameras. */
export default defineProfile({
  id: 'sony',
  sysObjectIDs: ['1.3.6.1.4.1.122'],
  vendor: 'Sony',
  kind: [{ from: 'sysDescr', match: /network camera|\bSNC-\w/i, kind: 'camera' }, 'av'],
})
