import { defineProfile } from '../naming/define-profile.js'

/** HP MSM (Colubris) access points and controllers. */
export default defineProfile({
  id: 'hpe-msm',
  sysObjectIDs: ['1.3.6.1.4.1.8744'],
  vendor: 'HPE',
  kind: [
    { from: 'systemProductName', match: /^(?:MSM7|MSC)/, kind: 'wifi-controller' },
    { from: 'productName', match: /^colubrisMSC/, kind: 'wifi-controller' },
    'access-point',
  ],
  objects: {
    'COLUBRIS-SYSTEM-MIB::systemProductName': '1.3.6.1.4.1.8744.5.6.1.1.1',
    'COLUBRIS-SYSTEM-MIB::systemFirmwareRevision': '1.3.6.1.4.1.8744.5.6.1.1.2',
    'COLUBRIS-SYSTEM-MIB::systemSerialNumber': '1.3.6.1.4.1.8744.5.6.1.1.5',
  },
  model: [{ from: 'systemProductName' }, { from: 'productName', match: /^colubris(\w*\d\w*)$/ }],
  version: [{ from: 'systemFirmwareRevision' }],
  serial: [{ from: 'systemSerialNumber' }],
})
