import { defineProfile } from '../naming/define-profile.js'

/** AKCP sensorProbe and securityProbe. */
export default defineProfile({
  id: 'akcp',
  sysObjectIDs: ['1.3.6.1.4.1.3854'],
  vendor: 'AKCP',
  kind: 'environment',
  objects: {
    'SPAGENT-MIB::spProductName': '1.3.6.1.4.1.3854.1.1.8',
    'SPAGENT-MIB::sensorProbeFirmwareVersion': '1.3.6.1.4.1.3854.1.2.2.1.108',
  },
  // `sensorProbe2 SP2-E Rev 1.0.4500`: the text after the product is free.
  model: [{ from: 'spProductName' }, { from: 'sysDescr', match: /^((?:sensorProbe|securityProbe)\S*)/ }],
  version: [{ from: 'sensorProbeFirmwareVersion' }],
})
