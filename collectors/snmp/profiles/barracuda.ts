import { defineProfile } from '../naming/define-profile.js'

/** Barracuda firewalls, mail and web filters. */
export default defineProfile({
  id: 'barracuda',
  sysObjectIDs: ['1.3.6.1.4.1.20632', '1.3.6.1.4.1.10704'],
  vendor: 'Barracuda',
  kind: 'firewall',
  objects: {
    'BWS-MIB::currentFirmwareVersion': '1.3.6.1.4.1.20632.8.25',
    'BWS-MIB::systemSerialNumber': '1.3.6.1.4.1.20632.8.28',
  },
  version: [{ from: 'currentFirmwareVersion' }],
  serial: [{ from: 'systemSerialNumber' }],
})
