import { defineProfile } from '../naming/define-profile.js'

/** Server Technology rack PDU. */
export default defineProfile({
  id: 'server-technology',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.1718'],
  vendor: 'Server Technology',
  kind: 'power',
  objects: {
    'Sentry3-MIB::towerModelNumber': '1.3.6.1.4.1.1718.3.2.1.1.7',
    'Sentry3-MIB::towerProductSN': '1.3.6.1.4.1.1718.3.2.1.1.6',
    'Sentry3-MIB::systemVersion': '1.3.6.1.4.1.1718.3.1.1',
    'Sentry4-MIB::st4UnitModel': '1.3.6.1.4.1.1718.4.1.2.2.1.5',
    'Sentry4-MIB::st4UnitProductSN': '1.3.6.1.4.1.1718.4.1.2.2.1.4',
    'Sentry4-MIB::st4SystemFirmwareVersion': '1.3.6.1.4.1.1718.4.1.1.1.3',
  },
  model: [{ from: 'towerModelNumber' }, { from: 'st4UnitModel' }],
  version: [
    { from: 'systemVersion', match: /(\d+\.\d\w*)/ },
    { from: 'st4SystemFirmwareVersion', match: /(\d+\.\d\w*)/ },
  ],
  serial: [{ from: 'towerProductSN' }, { from: 'st4UnitProductSN' }],
})
