import { defineProfile } from '../naming/define-profile.js'

/** Zyxel Prestige subscriber routers. */
export default defineProfile({
  id: 'zyxel-prestige',
  sysObjectIDs: ['1.3.6.1.4.1.890.1.2'],
  vendor: 'Zyxel',
  kind: 'router',
  osName: 'ZyNOS',
  objects: {
    'ZYXEL-PRESTIGE-MIB::sysRasFWVersion': '1.3.6.1.4.1.890.1.2.1.1.1',
  },
  model: [{ from: 'sysDescr', match: /^(?:ZyXEL )?((?:P|AMG|VMG|SBG|Prestige)[ -]?\d\S*)/i }],
  version: [{ from: 'sysRasFWVersion', match: /V?\d+\.\d[^\s|]*/ }],
})
