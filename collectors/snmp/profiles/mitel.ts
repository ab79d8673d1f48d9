import { defineProfile } from '../naming/define-profile.js'

/** Mitel telephone systems. */
export default defineProfile({
  id: 'mitel',
  sysObjectIDs: ['1.3.6.1.4.1.1027'],
  vendor: 'Mitel',
  kind: 'voip',
  objects: {
    'MITEL-APPCMN-MIB::mitelAppTblProductName': '1.3.6.1.4.1.1027.4.1.2.1.1.1.3',
    'MITEL-APPCMN-MIB::mitelAppTblProductVersion': '1.3.6.1.4.1.1027.4.1.2.1.1.1.4',
  },
  model: [{ from: 'mitelAppTblProductName' }],
  version: [{ from: 'mitelAppTblProductVersion' }],
})
