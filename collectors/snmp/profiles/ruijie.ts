import { defineProfile } from '../naming/define-profile.js'

/** Ruijie switches and wireless (RGOS). */
export default defineProfile({
  id: 'ruijie',
  sysObjectIDs: ['1.3.6.1.4.1.4881'],
  vendor: 'Ruijie',
  kind: [
    { from: 'sysDescr', match: /Wireless Switch|\bWS\d/i, kind: 'wifi-controller' },
    { from: 'sysDescr', match: /Access Point|\bAP\d/i, kind: 'access-point' },
    { from: 'sysDescr', match: /Router|\bRSR/i, kind: 'router' },
    'switch',
  ],
  osName: 'RGOS',
  objects: {
    'RUIJIE-SYSTEM-MIB::ruijieSystemSwVersion': '1.3.6.1.4.1.4881.1.1.10.2.1.1.2',
    'RUIJIE-ENTITY-MIB::ruijieDeviceSerialNumber': '1.3.6.1.4.1.4881.1.1.10.2.21.1.2.1.10',
  },
  // `Ruijie Full Gigabit Security & Intelligence Access Switch (S2910-24GT4XS-E) By Ruijie Networks`
  model: [{ from: 'sysDescr', match: /\(((?:RG-)?[A-Z]+\d[\w-]*)\) By Ruijie/i }],
  version: [{ from: 'ruijieSystemSwVersion' }],
  serial: [{ from: 'ruijieDeviceSerialNumber' }],
})
