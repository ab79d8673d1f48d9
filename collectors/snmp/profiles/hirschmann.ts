import { defineProfile } from '../naming/define-profile.js'

/** Hirschmann industrial switches. */
export default defineProfile({
  id: 'hirschmann',
  sysObjectIDs: ['1.3.6.1.4.1.248'],
  vendor: 'Hirschmann',
  kind: 'switch',
  objects: {
    'HMPRIV-MGMT-SNMP-MIB::hmSysVersion': '1.3.6.1.4.1.248.14.1.1.2',
    'HMPRIV-MGMT-SNMP-MIB::hmSysGroupSerialNum': '1.3.6.1.4.1.248.14.1.1.9.1.10',
  },
  // `SW: L2E-09.0.04 CH: 1.00 BP: 000`
  version: [{ from: 'hmSysVersion', match: /SW: ?(\S+)/ }],
  serial: [{ from: 'hmSysGroupSerialNum' }],
})
