import { defineProfile } from '../naming/define-profile.js'

/** Xirrus (Cambium) wireless arrays. */
export default defineProfile({
  id: 'xirrus',
  sysObjectIDs: ['1.3.6.1.4.1.21013'],
  vendor: 'Xirrus',
  kind: 'access-point',
  objects: {
    'XIRRUS-MIB::arrayModel': '1.3.6.1.4.1.21013.1.2.28.16.1.4',
    'XIRRUS-MIB::softwareVersion': '1.3.6.1.4.1.21013.1.2.28.16.2.3',
    'XIRRUS-MIB::componentSerial': '1.3.6.1.4.1.21013.1.2.28.16.1.1.1.4',
  },
  model: [{ from: 'arrayModel' }],
  version: [{ from: 'softwareVersion', match: /\d+\.\d\S*/ }],
  serial: [{ from: 'componentSerial' }],
})
