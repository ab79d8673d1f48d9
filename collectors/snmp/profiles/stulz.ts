import { defineProfile } from '../naming/define-profile.js'

/** Stulz air conditioning (WIB8000). */
export default defineProfile({
  id: 'stulz',
  sysObjectIDs: ['1.3.6.1.4.1.29462'],
  vendor: 'Stulz',
  kind: 'environment',
  objects: {
    'Stulz-WIB8000-MIB::wibFirmware': '1.3.6.1.4.1.29462.10.1.1.1.65540',
  },
  version: [{ from: 'wibFirmware' }],
})
