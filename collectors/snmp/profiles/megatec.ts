import { defineProfile } from '../naming/define-profile.js'

/** UPS with a Megatec card (NetAgent), sold as PowerWalker and under other names. */
export default defineProfile({
  id: 'megatec',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.935'],
  vendor: [
    { from: 'upsEIdentityManufacturer', match: /^(?!.*unknown)[A-Z].*$/i },
    { from: 'sysObjectID', vendor: 'Megatec' },
  ],
  kind: 'power',
  objects: {
    'EPPC-MIB::upsEIdentityManufacturer': '1.3.6.1.4.1.935.10.1.1.1.1',
    'EPPC-MIB::upsEIdentityModel': '1.3.6.1.4.1.935.10.1.1.1.2',
    'EPPC-MIB::upsEIndentityUPSSerialNumber': '1.3.6.1.4.1.935.10.1.1.1.4',
    'EPPC-MIB::upsEIdentityAgentSoftwareVerison': '1.3.6.1.4.1.935.10.1.1.1.6',
    'XPPC-MIB::upsBaseIdentModel': '1.3.6.1.4.1.935.1.1.1.1.1.1',
    'XPPC-MIB::upsSmartIdentUpsSerialNumber': '1.3.6.1.4.1.935.1.1.1.1.2.3',
    'XPPC-MIB::upsSmartIdentAgentFirmwareRevision': '1.3.6.1.4.1.935.1.1.1.1.2.4',
  },
  model: [{ from: 'upsEIdentityModel' }, { from: 'upsBaseIdentModel' }],
  version: [{ from: 'upsEIdentityAgentSoftwareVerison' }, { from: 'upsSmartIdentAgentFirmwareRevision' }],
  serial: [{ from: 'upsEIndentityUPSSerialNumber' }, { from: 'upsSmartIdentUpsSerialNumber' }],
})
