import { defineProfile } from '../naming/define-profile.js'

/** Extreme (Aerohive) access points, HiveOS and IQ Engine. */
export default defineProfile({
  id: 'aerohive',
  sysObjectIDs: ['1.3.6.1.4.1.26928'],
  vendor: 'Extreme Networks',
  kind: [{ from: 'sysDescr', match: /\bSR\d{4}|switch/i, kind: 'switch' }, 'access-point'],
  osName: 'HiveOS',
  objects: {
    'AH-SYSTEM-MIB::ahSystemSerial': '1.3.6.1.4.1.26928.1.2.5',
    'AH-SYSTEM-MIB::ahDeviceMode': '1.3.6.1.4.1.26928.1.2.6',
    'AH-SYSTEM-MIB::ahFirmwareVersion': '1.3.6.1.4.1.26928.1.2.12',
  },
  model: [
    { from: 'sysDescr', match: /^(AP\d\w*|SR\d\w*|BR\d\w*)\b/ },
    { from: 'ahDeviceMode', match: /^\w*\d\w*$/ },
  ],
  version: [
    { from: 'sysDescr', match: /(?:HiveOS|IQ Engine|OS) (\d+\.\d\S*)/ },
    { from: 'ahFirmwareVersion', match: /\d+\.\d\S*/ },
  ],
  serial: [{ from: 'ahSystemSerial' }],
})
