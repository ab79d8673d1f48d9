import { defineProfile } from '../naming/define-profile.js'

/** HPE servers through iLO or the Insight agents. */
export default defineProfile({
  id: 'hpe-ilo',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.232'],
  vendor: 'HPE',
  kind: [{ from: 'sysDescr', match: /Integrated Lights-Out/, kind: 'bmc' }, 'server'],
  objects: {
    'CPQSINFO-MIB::cpqSiProductName': '1.3.6.1.4.1.232.2.2.4.2',
    'CPQSINFO-MIB::cpqSiSysSerialNum': '1.3.6.1.4.1.232.2.2.2.1',
  },
  model: [{ from: 'cpqSiProductName' }],
  version: [{ from: 'sysDescr', match: /^Integrated Lights-Out \d+ (\d+\.\d+)/ }],
  serial: [{ from: 'cpqSiSysSerialNum' }],
})
