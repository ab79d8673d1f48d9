import { defineProfile } from '../naming/define-profile.js'

/** Ruckus access points and controllers. */
export default defineProfile({
  id: 'ruckus',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.25053'],
  vendor: 'Ruckus',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.25053\.3\.1\.(?:5|10|11)\b/, kind: 'wifi-controller' },
    'access-point',
  ],
  objects: {
    'RUCKUS-HWINFO-MIB::ruckusHwInfoModelNumber': '1.3.6.1.4.1.25053.1.1.2.1.1.1.1',
    'RUCKUS-HWINFO-MIB::ruckusHwInfoSerialNumber': '1.3.6.1.4.1.25053.1.1.2.1.1.1.2',
    'RUCKUS-SWINFO-MIB::ruckusSwRevision': '1.3.6.1.4.1.25053.1.1.3.1.1.1.1.1.3',
    'RUCKUS-ZD-SYSTEM-MIB::ruckusZDSystemModel': '1.3.6.1.4.1.25053.1.2.1.1.1.1.9',
    'RUCKUS-ZD-SYSTEM-MIB::ruckusZDSystemVersion': '1.3.6.1.4.1.25053.1.2.1.1.1.1.18',
    'RUCKUS-ZD-SYSTEM-MIB::ruckusZDSystemSerialNumber': '1.3.6.1.4.1.25053.1.2.1.1.1.1.15',
  },
  model: [
    { from: 'ruckusZDSystemModel' },
    { from: 'ruckusHwInfoModelNumber' },
    { from: 'productName', match: /^ruckus(.*\d.*)$/ },
  ],
  version: [{ from: 'ruckusZDSystemVersion' }, { from: 'ruckusSwRevision' }],
  serial: [{ from: 'ruckusZDSystemSerialNumber' }, { from: 'ruckusHwInfoSerialNumber' }],
})
