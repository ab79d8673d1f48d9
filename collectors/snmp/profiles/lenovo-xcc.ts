import { defineProfile } from '../naming/define-profile.js'

/** Lenovo and IBM servers through XClarity Controller or IMM. */
export default defineProfile({
  id: 'lenovo-xcc',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.19046.11'],
  marker: 'LENOVO-XCC-MIB::machineLevelProductName',
  vendor: 'Lenovo',
  kind: 'bmc',
  objects: {
    'LENOVO-XCC-MIB::machineLevelProductName': '1.3.6.1.4.1.19046.11.1.1.5.2.1.5',
    'LENOVO-XCC-MIB::machineLevelSerialNumber': '1.3.6.1.4.1.19046.11.1.1.5.2.1.3',
    'LENOVO-XCC-MIB::xccVpdVersionString': '1.3.6.1.4.1.19046.11.1.1.5.1.1.3',
  },
  model: [{ from: 'machineLevelProductName' }],
  version: [{ from: 'xccVpdVersionString' }],
  serial: [{ from: 'machineLevelSerialNumber' }],
  only: ['version'],
})
