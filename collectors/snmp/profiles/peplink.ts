import { defineProfile } from '../naming/define-profile.js'

/** Peplink and Pepwave routers and access points. */
export default defineProfile({
  id: 'peplink',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.23695', '1.3.6.1.4.1.27662'],
  vendor: 'Peplink',
  kind: [{ from: 'sysDescr', match: /\bAP /, kind: 'access-point' }, 'router'],
  objects: {
    'DEVICE::deviceModel': '1.3.6.1.4.1.23695.200.1.1.1.1.1',
    'DEVICE::deviceSerialNumber': '1.3.6.1.4.1.23695.200.1.1.1.1.2',
    'DEVICE::deviceFirmwareVersion': '1.3.6.1.4.1.23695.200.1.1.1.1.3',
  },
  model: [{ from: 'deviceModel' }, { from: 'sysDescr', match: /^(?:Peplink |Pepwave )(.+)$/ }],
  version: [{ from: 'deviceFirmwareVersion' }],
  serial: [{ from: 'deviceSerialNumber' }],
})
