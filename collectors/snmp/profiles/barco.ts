import { defineProfile } from '../naming/define-profile.js'

/** Barco ClickShare and projectors. */
export default defineProfile({
  id: 'barco',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.7312'],
  vendor: 'Barco',
  kind: 'av',
  objects: { 'BARCO-CLICKSHARE-MIB::diSerialNumber': '1.3.6.1.4.1.7312.2468.1.1.5' },
  serial: [{ from: 'diSerialNumber' }],
})
