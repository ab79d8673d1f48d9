import { defineProfile } from '../naming/define-profile.js'

/** HPE MSA storage arrays. */
export default defineProfile({
  id: 'hpe-msa',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.11.2.51'],
  vendor: 'HPE',
  kind: 'storage',
  objects: {
    'CPQSINFO-MIB::cpqSiProductName': '1.3.6.1.4.1.232.2.2.4.2',
    'CPQSINFO-MIB::cpqSiSysSerialNum': '1.3.6.1.4.1.232.2.2.2.1',
  },
  model: [{ from: 'cpqSiProductName' }],
  serial: [{ from: 'cpqSiSysSerialNum' }],
})
