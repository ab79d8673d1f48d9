import { defineProfile } from '../naming/define-profile.js'

/** Zebra label printers. */
export default defineProfile({
  id: 'zebra',
  sysObjectIDs: ['1.3.6.1.4.1.10642'],
  vendor: 'Zebra',
  kind: 'printer',
  objects: {
    'ZEBRA-QL-MIB::zql-device-product-name': '1.3.6.1.4.1.10642.200.19.7',
    'ZEBRA-QL-MIB::zql-appl-version': '1.3.6.1.4.1.10642.200.18.3',
    'ZEBRA-QL-MIB::zql-device-serial-string': '1.3.6.1.4.1.10642.200.25.1.6',
  },
  model: [
    { from: 'zql-device-product-name' },
    { from: 'hrDeviceDescr', match: /^(?:Zebra Technologies )?(?:ZTC )?([^,;]+)/i },
  ],
  version: [{ from: 'zql-appl-version' }],
  serial: [{ from: 'zql-device-serial-string' }],
})
