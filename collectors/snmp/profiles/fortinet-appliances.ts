import { defineProfile } from '../naming/define-profile.js'

/** Fortinet FortiADC, FortiVoice, FortiWeb, FortiSandbox, FortiAP and FortiExtender. */
export default defineProfile({
  id: 'fortinet-appliances',
  sysObjectIDs: [
    '1.3.6.1.4.1.12356.107',
    '1.3.6.1.4.1.12356.112',
    '1.3.6.1.4.1.12356.115',
    '1.3.6.1.4.1.12356.118',
    '1.3.6.1.4.1.12356.120',
    '1.3.6.1.4.1.12356.121',
  ],
  vendor: 'Fortinet',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.107\b/, kind: 'firewall' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.115\b/, kind: 'voip' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.120\b/, kind: 'access-point' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.121\b/, kind: 'router' },
    'appliance',
  ],
  objects: {
    'FORTINET-CORE-MIB::fnSysSerial': '1.3.6.1.4.1.12356.100.1.1.1',
    'FORTINET-FORTIWEB-MIB::fwSysModel': '1.3.6.1.4.1.12356.107.2.1.1',
    'FORTINET-FORTIWEB-MIB::fwSysVersion': '1.3.6.1.4.1.12356.107.2.1.2',
    'FORTINET-FORTIADC-MIB::fadcSysModel': '1.3.6.1.4.1.12356.112.1.1',
    'FORTINET-FORTIADC-MIB::fadcSysSerial': '1.3.6.1.4.1.12356.112.1.2',
    'FORTINET-FORTIADC-MIB::fadcSysVersion': '1.3.6.1.4.1.12356.112.1.3',
    'FORTINET-FORTIVOICE-MIB::fvSysModel': '1.3.6.1.4.1.12356.115.1.1',
    'FORTINET-FORTIVOICE-MIB::fvSysSerial': '1.3.6.1.4.1.12356.115.1.2',
    'FORTINET-FORTIVOICE-MIB::fvSysVersion': '1.3.6.1.4.1.12356.115.1.3',
    'FORTINET-FORTISANDBOX-MIB::fsaSysVersion': '1.3.6.1.4.1.12356.118.3.1.1',
    'FORTINET-FORTIAP-MIB::fapVersion': '1.3.6.1.4.1.12356.120.1.1',
    'FORTINET-FORTIAP-MIB::fapSerialNum': '1.3.6.1.4.1.12356.120.1.2',
    'FORTINET-FORTIEXTENDER-MIB::fextInfoModel': '1.3.6.1.4.1.12356.121.21.1.1.3',
    'FORTINET-FORTIEXTENDER-MIB::fextInfoVERSION': '1.3.6.1.4.1.12356.121.21.1.1.9',
  },
  // `FP231F-v7.2-build0250`: an access point names itself by its version.
  model: [
    { from: 'fwSysModel' },
    { from: 'fadcSysModel' },
    { from: 'fvSysModel' },
    { from: 'fextInfoModel' },
    { from: 'fapVersion', match: /^([A-Z]+\w*\d\w*)-v\d/ },
  ],
  version: [
    { from: 'fwSysVersion', match: /\d+\.\d+[^\s,]*/ },
    { from: 'fadcSysVersion', match: /\d+\.\d+[^\s,]*/ },
    { from: 'fvSysVersion', match: /\d+\.\d+[^\s,]*/ },
    { from: 'fsaSysVersion', match: /\d+\.\d+[^\s,]*/ },
    { from: 'fapVersion', match: /-v(\d.*)$/ },
    { from: 'fextInfoVERSION', match: /\d+\.\d+[^\s,]*/ },
  ],
  serial: [{ from: 'fadcSysSerial' }, { from: 'fvSysSerial' }, { from: 'fapSerialNum' }, { from: 'fnSysSerial' }],
})
