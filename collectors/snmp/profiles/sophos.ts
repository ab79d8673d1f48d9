import { defineProfile } from '../naming/define-profile.js'

/** Sophos Firewall (SFOS). */
export default defineProfile({
  id: 'sophos',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2604'],
  marker: 'SFOS-FIREWALL-MIB::sfosDeviceType',
  vendor: 'Sophos',
  kind: 'firewall',
  osName: 'SFOS',
  objects: {
    'SFOS-FIREWALL-MIB::sfosDeviceType': '1.3.6.1.4.1.2604.5.1.1.2',
    'SFOS-FIREWALL-MIB::sfosDeviceFWVersion': '1.3.6.1.4.1.2604.5.1.1.3',
    'SFOS-FIREWALL-MIB::sfosDeviceAppKey': '1.3.6.1.4.1.2604.5.1.1.4',
  },
  model: [{ from: 'sfosDeviceType' }],
  version: [{ from: 'sfosDeviceFWVersion' }],
  serial: [{ from: 'sfosDeviceAppKey' }],
})
