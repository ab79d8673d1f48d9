import { defineProfile } from '../naming/define-profile.js'

/** Hanwha (Samsung Techwin) cameras and recorders: only their maker is known. */
export default defineProfile({
  id: 'hanwha',
  sysObjectIDs: ['1.3.6.1.4.1.36849'],
  vendor: 'Hanwha',
  kind: 'camera',
})
