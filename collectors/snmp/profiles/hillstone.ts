import { defineProfile } from '../naming/define-profile.js'

/** Hillstone firewalls (StoneOS). */
export default defineProfile({
  id: 'hillstone',
  sysObjectIDs: ['1.3.6.1.4.1.28557'],
  vendor: 'Hillstone',
  kind: 'firewall',
  osName: 'StoneOS',
  objects: {
    'HILLSTONE-SYSTEM-MIB::sysSoftware': '1.3.6.1.4.1.28557.2.2.1.2',
    'HILLSTONE-SYSTEM-MIB::sysSerialNumber': '1.3.6.1.4.1.28557.2.2.1.1',
  },
  model: [{ from: 'productName', match: /^hillstone(\w*\d.*)$/ }],
  version: [{ from: 'sysSoftware', match: /(?:Version )?(\d+\.\d+\w*)/ }],
  serial: [{ from: 'sysSerialNumber' }],
})
