import { defineProfile } from '../naming/define-profile.js'

/** 2N intercoms and gateways. */
export default defineProfile({
  id: '2n',
  sysObjectIDs: ['1.3.6.1.4.1.6530'],
  vendor: '2N',
  kind: 'voip',
  objects: {
    'TEL2N-MIB::hipProductName': '1.3.6.1.4.1.6530.11.1',
    'TEL2N-MIB::hipVersion': '1.3.6.1.4.1.6530.11.4',
    'TEL2N-MIB::hipSerial': '1.3.6.1.4.1.6530.11.3',
  },
  model: [{ from: 'hipProductName' }],
  version: [{ from: 'hipVersion' }],
  serial: [{ from: 'hipSerial' }],
})
