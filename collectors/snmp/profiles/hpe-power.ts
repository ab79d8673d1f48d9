import { defineProfile } from '../naming/define-profile.js'

/** HP and HPE rack power distribution units. */
export default defineProfile({
  id: 'hpe-power',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.232.165'],
  sysDescr: /^HPE? (?:PDU|UPS) /,
  vendor: 'HPE',
  kind: 'power',
  objects: {
    'CPQPOWER-MIB::deviceModel': '1.3.6.1.4.1.232.165.1.2.2',
    'CPQPOWER-MIB::deviceFirmwareVersion': '1.3.6.1.4.1.232.165.1.2.3',
    'CPQPOWER-MIB::deviceSerialNumber': '1.3.6.1.4.1.232.165.1.2.7',
  },
  version: [{ from: 'deviceFirmwareVersion' }, { from: 'sysDescr', match: /firmware version ([\d.]+)/i }],
  model: [{ from: 'deviceModel' }],
  serial: [{ from: 'deviceSerialNumber' }],
  only: ['model'],
})
