import { defineProfile } from '../naming/define-profile.js'

/** Socomec UPS and PDU. */
export default defineProfile({
  id: 'socomec',
  sysObjectIDs: ['1.3.6.1.4.1.4555'],
  vendor: 'Socomec',
  kind: 'power',
  objects: {
    'SOCOMECUPS-MIB::upsIdentModel': '1.3.6.1.4.1.4555.1.1.7.1.1.1',
    'SOCOMECUPS-MIB::upsIdentSerialNumber': '1.3.6.1.4.1.4555.1.1.7.1.1.2',
    'SOCOMECUPS-MIB::upsIdentAgentSoftwareVersion': '1.3.6.1.4.1.4555.1.1.7.1.1.5',
    'SOCOMECPDU-MIB::dpduIdentModel': '1.3.6.1.4.1.4555.2.30.1.2',
    'SOCOMECPDU-MIB::dpduIdentSerialNumber': '1.3.6.1.4.1.4555.2.30.1.3',
    'SOCOMECPDU-MIB::dpduIdentAgentSoftwareVersion': '1.3.6.1.4.1.4555.2.30.1.5',
  },
  model: [{ from: 'upsIdentModel' }, { from: 'dpduIdentModel' }],
  version: [{ from: 'upsIdentAgentSoftwareVersion' }, { from: 'dpduIdentAgentSoftwareVersion' }],
  serial: [{ from: 'upsIdentSerialNumber' }, { from: 'dpduIdentSerialNumber' }],
})
