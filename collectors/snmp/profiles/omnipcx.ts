import { defineProfile } from '../naming/define-profile.js'

/** Alcatel-Lucent OmniPCX telephone systems. */
export default defineProfile({
  id: 'omnipcx',
  sysObjectIDs: [
    '1.3.6.1.4.1.637.64.4400', // A4400-CPU-MIB::a4400
  ],
  vendor: 'Alcatel-Lucent',
  kind: 'voip',
})
