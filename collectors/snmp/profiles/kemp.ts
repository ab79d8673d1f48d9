import { defineProfile } from '../naming/define-profile.js'

/** Kemp load balancers. */
export default defineProfile({
  id: 'kemp',
  sysObjectIDs: ['1.3.6.1.4.1.12196'],
  vendor: 'Kemp',
  kind: 'appliance',
  osName: 'LMOS',
  objects: {
    'B100-MIB::patchVersion': '1.3.6.1.4.1.12196.13.0.10',
  },
  version: [{ from: 'patchVersion', match: /\d+(?:\.\d+)+\S*/ }],
})
