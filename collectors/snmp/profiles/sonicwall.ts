import { defineProfile } from '../naming/define-profile.js'

/** SonicWall firewalls. */
export default defineProfile({
  id: 'sonicwall',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.8741'],
  sysDescr: /^SonicWALL /i,
  vendor: 'SonicWall',
  kind: 'firewall',
  osName: 'SonicOS',
  objects: {
    'SNWL-COMMON-MIB::snwlSysModel': '1.3.6.1.4.1.8741.2.1.1.1',
    'SNWL-COMMON-MIB::snwlSysSerialNumber': '1.3.6.1.4.1.8741.2.1.1.2',
    'SNWL-COMMON-MIB::snwlSysFirmwareVersion': '1.3.6.1.4.1.8741.2.1.1.3',
  },
  model: [{ from: 'snwlSysModel' }, { from: 'sysDescr', match: /^SonicWALL (.+?) \(/i }],
  version: [
    { from: 'snwlSysFirmwareVersion', match: /(\d+\.\d\S*)/ },
    { from: 'sysDescr', match: /\(SonicOS\w* (?:Enhanced )?(\d[^)]*)\)/i },
  ],
  serial: [{ from: 'snwlSysSerialNumber' }],
})
