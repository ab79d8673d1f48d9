import { defineProfile } from '../naming/define-profile.js'

/** Avocent (Vertiv) console servers and power distribution. */
export default defineProfile({
  id: 'avocent',
  sysObjectIDs: ['1.3.6.1.4.1.10418'],
  vendor: 'Avocent',
  kind: 'appliance',
  objects: {
    'ACS-MIB::acsProductModel': '1.3.6.1.4.1.10418.16.2.1.2',
    'ACS-MIB::acsFirmwareVersion': '1.3.6.1.4.1.10418.16.2.1.7',
    'ACS-MIB::acsSerialNumber': '1.3.6.1.4.1.10418.16.2.1.4',
  },
  model: [{ from: 'acsProductModel' }],
  version: [{ from: 'acsFirmwareVersion' }],
  serial: [{ from: 'acsSerialNumber' }],
})
