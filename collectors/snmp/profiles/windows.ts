import { defineProfile } from '../naming/define-profile.js'

/** Windows computers, by the agent that Microsoft ships. */
export default defineProfile({
  id: 'windows',
  sysObjectIDs: ['1.3.6.1.4.1.311'],
  vendor: 'Microsoft',
  kind: 'server',
  osName: 'Windows',
  objects: {
    'CPQSINFO-MIB::cpqSiProductName': '1.3.6.1.4.1.232.2.2.4.2',
    'CPQSINFO-MIB::cpqSiSysSerialNum': '1.3.6.1.4.1.232.2.2.2.1',
  },
  model: [{ from: 'cpqSiProductName' }],
  // `… Software: Windows Version 6.3 (Build 17763 Multiprocessor Free)`
  version: [{ from: 'sysDescr', match: /Windows (?:\d+ )?Version (\d+\.\d+) \(Build (\d+)/, as: '$1.$2' }],
  serial: [{ from: 'cpqSiSysSerialNum' }],
  only: ['model', 'version'],
})
