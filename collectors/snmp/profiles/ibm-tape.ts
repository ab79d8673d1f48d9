import { defineProfile } from '../naming/define-profile.js'

/** IBM tape libraries. */
export default defineProfile({
  id: 'ibm-tape',
  sysObjectIDs: ['1.3.6.1.4.1.2.6.182'],
  vendor: 'IBM',
  kind: 'storage',
  objects: {
    'SML-MIB::product-Name': '1.3.6.1.4.1.2.6.182.3.3.1',
    'SML-MIB::product-Version': '1.3.6.1.4.1.2.6.182.3.3.4',
    'SML-MIB::chassis-SerialNumber': '1.3.6.1.4.1.2.6.182.3.4.3',
  },
  model: [{ from: 'product-Name' }],
  version: [{ from: 'product-Version' }],
  serial: [{ from: 'chassis-SerialNumber' }],
})
