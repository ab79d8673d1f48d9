import { defineProfile } from '../naming/define-profile.js'

/** Fortinet: FortiGate first, then what else it sells. */
export default defineProfile({
  id: 'fortinet',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.12356'],
  vendor: 'Fortinet',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.106\./, kind: 'switch' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.120\./, kind: 'access-point' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.12356\.(?:103|105)\./, kind: 'appliance' },
    'firewall',
  ],
  objects: {
    'FORTINET-CORE-MIB::fnSysSerial': '1.3.6.1.4.1.12356.100.1.1.1',
    'FORTINET-FORTIGATE-MIB::fgSysVersion': '1.3.6.1.4.1.12356.101.4.1.1',
    'FORTINET-FORTIAUTHENTICATOR-MIB::facSysModel': '1.3.6.1.4.1.12356.113.1.1',
    'FORTINET-FORTIAUTHENTICATOR-MIB::facSysSerial': '1.3.6.1.4.1.12356.113.1.2',
    'FORTINET-FORTIAUTHENTICATOR-MIB::facSysVersion': '1.3.6.1.4.1.12356.113.1.3',
    'FORTINET-FORTIMAIL-MIB::fmlSysModel': '1.3.6.1.4.1.12356.105.1.1',
    'FORTINET-FORTIMAIL-MIB::fmlSysVersion': '1.3.6.1.4.1.12356.105.1.3',
    'FORTINET-FORTISWITCH-MIB::fsSysVersion': '1.3.6.1.4.1.12356.106.4.1.1',
    'FORTINET-FORTIMANAGER-FORTIANALYZER-MIB::fmSysVersion': '1.3.6.1.4.1.12356.103.2.1.7',
  },
  model: [
    { from: 'facSysModel' },
    { from: 'fmlSysModel' },
    { from: 'entPhysicalModelName', match: /^FGT_(.+)$/, as: 'FortiGate $1' },
    { from: 'fsSysVersion', match: /^(FortiSwitch-\S+)/ },
    { from: 'entPhysicalModelName', match: /^FS[_-](.+)$/, as: 'FortiSwitch $1' },
    { from: 'productName', match: /^fgt([0-9].*)$/, as: 'FortiGate $1' },
    { from: 'productName', match: /^fw[f]?([0-9].*)$/, as: 'FortiWiFi $1' },
  ],
  version: [
    { from: 'fgSysVersion' },
    { from: 'facSysVersion' },
    { from: 'fmlSysVersion' },
    { from: 'fsSysVersion', match: /v\d\S*/ },
    { from: 'fmSysVersion' },
  ],
  serial: [{ from: 'fnSysSerial' }, { from: 'facSysSerial' }],
})
