import { defineProfile } from '../naming/define-profile.js'

/** Zyxel ZyWALL firewalls of the first generations (ZyNOS). */
export default defineProfile({
  id: 'zyxel-zywall',
  sysObjectIDs: ['1.3.6.1.4.1.890.1.6'],
  vendor: 'Zyxel',
  kind: 'firewall',
  osName: 'ZyNOS',
  objects: {
    'ZYXEL-ZYWALL-MIB::sysFirmwareVersion': '1.3.6.1.4.1.890.1.6.1.1.8',
  },
  model: [{ from: 'sysDescr', match: /^(?:ZyXEL )?((?:ZyWALL|USG|ATP|VPN)[ -]?\w*\d\S*)/i }],
  version: [{ from: 'sysFirmwareVersion', match: /V?\d+\.\d[^\s|]*/ }],
})
