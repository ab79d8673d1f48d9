import { defineProfile } from '../naming/define-profile.js'

/** Rittal CMC III monitoring. */
export default defineProfile({
  id: 'rittal',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2606.7'],
  vendor: 'Rittal',
  kind: 'environment',
  objects: {
    'RITTAL-CMC-III-MIB::cmcIIIDevName': '1.3.6.1.4.1.2606.7.4.1.2.1.2',
    'RITTAL-CMC-III-MIB::cmcIIIUnitFWRev': '1.3.6.1.4.1.2606.7.2.4',
    'RITTAL-CMC-III-MIB::cmcIIIUnitSerial': '1.3.6.1.4.1.2606.7.2.6',
  },
  model: [{ from: 'cmcIIIDevName' }],
  version: [{ from: 'cmcIIIUnitFWRev' }],
  serial: [{ from: 'cmcIIIUnitSerial' }],
})
