import { defineProfile } from '../naming/define-profile.js'

/** Riello transfer switches. */
export default defineProfile({
  id: 'riello-mts',
  sysObjectIDs: ['1.3.6.1.4.1.5491.12'],
  vendor: 'Riello',
  kind: 'power',
  objects: {
    'RIELLOMTS-MIB::mtsIdentModel': '1.3.6.1.4.1.5491.12.1.2',
    'RIELLOMTS-MIB::mtsIdentSoftwareVersion': '1.3.6.1.4.1.5491.12.1.3',
  },
  model: [{ from: 'mtsIdentModel' }],
  version: [{ from: 'mtsIdentSoftwareVersion' }],
})
