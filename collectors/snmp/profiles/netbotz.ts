import { defineProfile } from '../naming/define-profile.js'

/** APC NetBotz environmental monitors. */
export default defineProfile({
  id: 'netbotz',
  sysObjectIDs: ['1.3.6.1.4.1.5528', '1.3.6.1.4.1.52674.500'],
  vendor: 'APC',
  kind: 'environment',
  objects: {
    'NetBotz50-MIB::firmwareVersion': '1.3.6.1.4.1.52674.500.7.1.1.2',
    'NetBotz50-MIB::enclosureSerialNumber': '1.3.6.1.4.1.52674.500.2.1.1.6',
  },
  version: [{ from: 'firmwareVersion' }],
  serial: [{ from: 'enclosureSerialNumber' }],
})
