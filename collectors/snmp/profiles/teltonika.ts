import { defineProfile } from '../naming/define-profile.js'

/** Teltonika cellular routers. */
export default defineProfile({
  id: 'teltonika',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.48690'],
  marker: 'TELTONIKA-RUTX-MIB::fwVersion',
  vendor: 'Teltonika',
  kind: 'router',
  osName: 'RutOS',
  objects: {
    'TELTONIKA-RUTX-MIB::serial': '1.3.6.1.4.1.48690.1.1',
    'TELTONIKA-RUTX-MIB::productCode': '1.3.6.1.4.1.48690.1.3',
    'TELTONIKA-RUTX-MIB::fwVersion': '1.3.6.1.4.1.48690.1.6',
  },
  // The second object is the router's name or its host name, as the firmware goes: the product code is what is sure.
  model: [{ from: 'productCode', match: /^(?:RUT[XM]\d\d|(?:RUT|TRB|OTD|TSW)\d{3})/ }],
  version: [{ from: 'fwVersion' }],
  serial: [{ from: 'serial' }],
  only: ['model', 'version'],
})
