import { defineProfile } from '../naming/define-profile.js'

/** Extreme (Siemens HiPath, Enterasys) wireless controllers and access points. */
export default defineProfile({
  id: 'extreme-wireless',
  sysObjectIDs: ['1.3.6.1.4.1.4329.15'],
  vendor: 'Extreme Networks',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.4329\.15\.1\.2\./, kind: 'access-point' },
    'wifi-controller',
  ],
  objects: {
    'HIPATH-WIRELESS-HWC-MIB::sysSoftwareVersion': '1.3.6.1.4.1.4329.15.3.2.1.1',
    'HIPATH-WIRELESS-HWC-MIB::sysSerialNo': '1.3.6.1.4.1.4329.15.3.2.1.3',
  },
  model: [{ from: 'productName', match: /^(?:c|v|crbt|ap)\w*\d.*$/ }],
  version: [{ from: 'sysSoftwareVersion' }],
  serial: [{ from: 'sysSerialNo' }],
})
