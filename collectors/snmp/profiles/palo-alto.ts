import { defineProfile } from '../naming/define-profile.js'

/** Palo Alto Networks firewalls. */
export default defineProfile({
  id: 'palo-alto',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.25461'],
  vendor: 'Palo Alto Networks',
  kind: 'firewall',
  osName: 'PAN-OS',
  objects: {
    'PAN-COMMON-MIB::panChassisType': '1.3.6.1.4.1.25461.2.1.2.2.1',
    'PAN-COMMON-MIB::panSysSwVersion': '1.3.6.1.4.1.25461.2.1.2.1.1',
    'PAN-COMMON-MIB::panSysSerialNumber': '1.3.6.1.4.1.25461.2.1.2.1.3',
  },
  model: [{ from: 'panChassisType', match: /^(?=.*\d)[A-Z]+-.+$/ }, { from: 'entPhysicalModelName' }],
  version: [{ from: 'panSysSwVersion' }],
  serial: [{ from: 'panSysSerialNumber' }],
})
