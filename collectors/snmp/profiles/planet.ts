import { defineProfile } from '../naming/define-profile.js'

/** Planet switches and power distribution. */
export default defineProfile({
  id: 'planet',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.10456'],
  vendor: 'Planet',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.10456\.3\b/, kind: 'power' },
    { from: 'productModel', match: /./, kind: 'power' },
    'switch',
  ],
  objects: {
    'DIGIPDU-MIB::productModel': '1.3.6.1.4.1.10456.3.1.1',
    'DIGIPDU-MIB::productFirmwareVersion': '1.3.6.1.4.1.10456.3.1.4',
    'DIGIPDU-MIB::productSerialNumber': '1.3.6.1.4.1.10456.3.1.3',
  },
  model: [{ from: 'productModel' }, { from: 'sysDescr', match: /^PLANET ([A-Z]+-\S*\d\S*) /i }],
  version: [{ from: 'productFirmwareVersion' }],
  serial: [{ from: 'productSerialNumber' }],
})
