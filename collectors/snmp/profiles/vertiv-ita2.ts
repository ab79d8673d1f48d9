import { defineProfile } from '../naming/define-profile.js'

/** Vertiv Liebert ITA2 UPS. */
export default defineProfile({
  id: 'vertiv-ita2',
  sysObjectIDs: ['1.3.6.1.4.1.13400.2.54'],
  vendor: 'Vertiv',
  kind: 'power',
  objects: {
    'VERTIV-ITA2-MIB::identModel': '1.3.6.1.4.1.13400.2.54.1.2',
  },
  model: [{ from: 'identModel' }],
})
