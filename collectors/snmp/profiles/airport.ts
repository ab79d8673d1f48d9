import { defineProfile } from '../naming/define-profile.js'

/** Apple AirPort base stations. */
export default defineProfile({
  id: 'airport',
  sysObjectIDs: ['1.3.6.1.4.1.63.501'],
  vendor: 'Apple',
  kind: 'access-point',
  objects: {
    'AIRPORT-BASESTATION-3-MIB::sysConfFirmwareVersion': '1.3.6.1.4.1.63.501.3.1.5',
  },
  version: [{ from: 'sysConfFirmwareVersion' }],
})
