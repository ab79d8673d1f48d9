import { defineProfile } from '../naming/define-profile.js'

/** TP-Link JetStream and Omada switches. */
export default defineProfile({
  id: 'tp-link',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.11863'],
  vendor: 'TP-Link',
  kind: [{ from: 'sysDescr', match: /access point|\bEAP\d/i, kind: 'access-point' }, 'switch'],
  objects: {
    'TPLINK-SYSINFO-MIB::tpSysInfoHwVersion': '1.3.6.1.4.1.11863.6.1.1.5',
    'TPLINK-SYSINFO-MIB::tpSysInfoSwVersion': '1.3.6.1.4.1.11863.6.1.1.6',
    'TPLINK-SYSINFO-MIB::tpSysInfoSerialNum': '1.3.6.1.4.1.11863.6.1.1.8',
  },
  model: [{ from: 'tpSysInfoHwVersion' }, { from: 'productName' }],
  version: [{ from: 'tpSysInfoSwVersion' }],
  serial: [{ from: 'tpSysInfoSerialNum' }],
})
