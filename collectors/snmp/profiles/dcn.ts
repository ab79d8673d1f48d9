import { defineProfile } from '../naming/define-profile.js'

/** DCN switches. */
export default defineProfile({
  id: 'dcn',
  sysObjectIDs: ['1.3.6.1.4.1.6339'],
  vendor: 'DCN',
  kind: 'switch',
  objects: {
    'DCN-MIB::sysSoftwareVersion': '1.3.6.1.4.1.6339.100.1.3',
  },
  version: [{ from: 'sysSoftwareVersion', match: /\d\S*/ }],
})
