import { defineProfile } from '../naming/define-profile.js'

/** Zyxel switches. */
export default defineProfile({
  id: 'zyxel',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.890'],
  vendor: 'Zyxel',
  kind: [
    { from: 'sysDescr', match: /\b(?:USG|ATP|ZyWALL|VPN\d)/i, kind: 'firewall' },
    { from: 'sysDescr', match: /\b(?:NWA|WAC|WAX|NXC)\d/, kind: 'access-point' },
    { from: 'sysDescr', match: /\b(?:VMG|AMG|SBG|P-)\d/, kind: 'router' },
    'switch',
  ],
  objects: {
    'ZYXEL-ES-COMMON::sysProductModel': '1.3.6.1.4.1.890.1.15.3.1.11',
    'ZYXEL-ES-COMMON::sysSwVersionString': '1.3.6.1.4.1.890.1.15.3.1.6',
    'ZYXEL-ES-COMMON::sysProductSerialNumber': '1.3.6.1.4.1.890.1.15.3.1.12',
  },
  model: [{ from: 'sysProductModel' }, { from: 'sysDescr', match: /^(?:ZyXEL )?(\w+-?\d\S*)$/i }],
  version: [{ from: 'sysSwVersionString', match: /^(V?\d[^\s|]*)/ }],
  serial: [{ from: 'sysProductSerialNumber' }],
})
