import { defineProfile } from '../naming/define-profile.js'

/** NetApp filers. */
export default defineProfile({
  id: 'netapp',
  sysObjectIDs: ['1.3.6.1.4.1.789'],
  vendor: 'NetApp',
  kind: 'storage',
  objects: {
    'NETWORK-APPLIANCE-MIB::productModel': '1.3.6.1.4.1.789.1.1.5',
    'NETWORK-APPLIANCE-MIB::productVersion': '1.3.6.1.4.1.789.1.1.2',
    'NETWORK-APPLIANCE-MIB::productSerialNum': '1.3.6.1.4.1.789.1.1.9',
  },
  model: [{ from: 'productModel' }],
  version: [{ from: 'productVersion', match: /Release (\d[^\s:]*)/ }],
  serial: [{ from: 'productSerialNum' }],
})
