import { defineProfile } from '../naming/define-profile.js'

/** Tripp Lite UPS, PDU and console servers. */
export default defineProfile({
  id: 'tripp-lite',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.850'],
  vendor: 'Tripp Lite',
  kind: [{ from: 'sysDescr', match: /\bB09\d|console/i, kind: 'appliance' }, 'power'],
  objects: {
    'TRIPPLITE-PRODUCTS::tlpDeviceModel': '1.3.6.1.4.1.850.1.1.1.2.1.5',
    'TRIPPLITE-PRODUCTS::tlpDeviceIdentSerialNum': '1.3.6.1.4.1.850.1.1.2.1.1.5',
    'TRIPPLITE-MIB::tlUpsIdentSerialNum': '1.3.6.1.4.1.850.100.1.1.2',
  },
  // `TrippLite B097-016, Linux 3.10.0-uc0 armv7l, TrippLite/B097 Version 4.12.3 …`
  model: [{ from: 'tlpDeviceModel' }, { from: 'sysDescr', match: /^Tripp ?Lite (\S+),/ }],
  serial: [{ from: 'tlpDeviceIdentSerialNum' }, { from: 'tlUpsIdentSerialNum' }],
})
