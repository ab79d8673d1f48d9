import { defineProfile } from '../naming/define-profile.js'

/** Dell PowerConnect and Networking N and X switches. */
export default defineProfile({
  id: 'dell-powerconnect',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.674.10895'],
  vendor: 'Dell',
  kind: 'switch',
  objects: {
    'Dell-Vendor-MIB::productIdentificationDisplayName': '1.3.6.1.4.1.674.10895.3000.1.2.100.1',
    'Dell-Vendor-MIB::productIdentificationVersion': '1.3.6.1.4.1.674.10895.3000.1.2.100.4',
    'Dell-Vendor-MIB::productIdentificationSerialNumber': '1.3.6.1.4.1.674.10895.3000.1.2.100.8.1.2',
    'Dell-Vendor-MIB::productIdentificationServiceTag': '1.3.6.1.4.1.674.10895.3000.1.2.100.8.1.4',
  },
  // `PowerConnect 6248, 3.3.7.3, VxWorks 6.5`, `Dell Networking N2024, 6.1.0.6, Linux …`
  model: [
    { from: 'sysDescr', match: /^(?:Dell )?((?:PowerConnect|Networking|EMC Networking) [A-Z]*\d+\w*(?:-\w+)?)/ },
    { from: 'productIdentificationDisplayName', match: /^.*\d.*$/ },
  ],
  version: [{ from: 'productIdentificationVersion' }, { from: 'sysDescr', match: /, (\d+\.\d+\.\d[\w.]*),/ }],
  serial: [{ from: 'productIdentificationServiceTag' }, { from: 'productIdentificationSerialNumber' }],
})
