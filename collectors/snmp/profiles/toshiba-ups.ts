import { defineProfile } from '../naming/define-profile.js'

/** Toshiba UPS with a RemotEye card. */
export default defineProfile({
  id: 'toshiba-ups',
  sysObjectIDs: ['1.3.6.1.4.1.186.1.19'],
  vendor: 'Toshiba',
  kind: 'power',
  objects: {
    'TIC-RMTI4-G9000-G2020-MIB::upsConfigModelIDString': '1.3.6.1.4.1.186.1.19.2.5.1.7.1',
    'TIC-RMTI4-G9000-G2020-MIB::upsIdentUPSFirmwareVersion': '1.3.6.1.4.1.186.1.19.2.5.1.1.3',
  },
  model: [{ from: 'upsConfigModelIDString' }],
  version: [{ from: 'upsIdentUPSFirmwareVersion' }],
})
