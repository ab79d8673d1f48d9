import { defineProfile } from '../naming/define-profile.js'

/** Juniper E-series routers (JUNOSe). */
export default defineProfile({
  id: 'juniper-junose',
  sysObjectIDs: ['1.3.6.1.4.1.4874'],
  vendor: 'Juniper',
  kind: 'router',
  osName: 'JUNOSe',
  objects: {
    'Juniper-System-MIB::juniSystemSwVersion': '1.3.6.1.4.1.4874.2.2.2.1.1.1',
  },
  version: [{ from: 'juniSystemSwVersion', match: /(\d+\.\d+[^\s\]]*)/ }],
})
