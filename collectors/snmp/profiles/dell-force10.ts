import { defineProfile } from '../naming/define-profile.js'

/** Dell Networking S, Z and OS9 switches, and OS10. */
export default defineProfile({
  id: 'dell-force10',
  sysObjectIDs: ['1.3.6.1.4.1.6027', '1.3.6.1.4.1.674.11000.5000'],
  vendor: 'Dell',
  kind: 'switch',
  objects: {
    'DELL-NETWORKING-CHASSIS-MIB::dellNetStackUnitSerialNumber': '1.3.6.1.4.1.6027.3.26.1.3.4.1.11',
    'DELL-NETWORKING-CHASSIS-MIB::dellNetStackUnitCodeVersion': '1.3.6.1.4.1.6027.3.26.1.3.4.1.10',
    'F10-S-SERIES-CHASSIS-MIB::chStackUnitModelID': '1.3.6.1.4.1.6027.3.10.1.2.2.1.7',
    'F10-S-SERIES-CHASSIS-MIB::chStackUnitSerialNumber': '1.3.6.1.4.1.6027.3.10.1.2.2.1.12',
    'F10-S-SERIES-CHASSIS-MIB::chStackUnitCodeVersion': '1.3.6.1.4.1.6027.3.10.1.2.2.1.10',
  },
  model: [
    { from: 'sysDescr', match: /(?:Series|System Type): ?(\S+)/ },
    { from: 'chStackUnitModelID' },
    { from: 'productName' },
  ],
  version: [
    { from: 'sysDescr', match: /(?:Application Software|OS|System Software) Version: ?([\d.]+(?:\([^)]*\))?\w*)/ },
    { from: 'dellNetStackUnitCodeVersion' },
    { from: 'chStackUnitCodeVersion' },
  ],
  serial: [{ from: 'dellNetStackUnitSerialNumber' }, { from: 'chStackUnitSerialNumber' }],
})
