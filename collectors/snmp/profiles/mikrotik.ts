import { defineProfile } from '../naming/define-profile.js'

/** MikroTik RouterOS and SwOS. */
export default defineProfile({
  id: 'mikrotik',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.14988'],
  vendor: 'MikroTik',
  kind: [{ from: 'sysDescr', match: /\b(?:CRS|CSS)\d/, kind: 'switch' }, 'router'],
  osName: 'RouterOS',
  objects: {
    'MIKROTIK-MIB::mtxrBoardName': '1.3.6.1.4.1.14988.1.1.7.9',
    'MIKROTIK-MIB::mtxrLicVersion': '1.3.6.1.4.1.14988.1.1.4.4',
    'MIKROTIK-MIB::mtxrSerialNumber': '1.3.6.1.4.1.14988.1.1.7.3',
  },
  model: [{ from: 'sysDescr', match: /^(?:RouterOS|SwOS) (\S.*)$/ }, { from: 'mtxrBoardName' }],
  version: [{ from: 'mtxrLicVersion' }, { from: 'entPhysicalDescr', match: /RouterOS (\d\S*)/ }],
  serial: [{ from: 'mtxrSerialNumber' }],
  only: ['model', 'version'],
})
