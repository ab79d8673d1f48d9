import { defineProfile } from '../naming/define-profile.js'

/** Riverbed SteelHead application accelerators. */
export default defineProfile({
  id: 'riverbed',
  sysObjectIDs: ['1.3.6.1.4.1.17163'],
  vendor: 'Riverbed',
  kind: 'appliance',
  objects: {
    'STEELHEAD-MIB::model': '1.3.6.1.4.1.17163.1.1.1.1',
    'STEELHEAD-MIB::systemVersion': '1.3.6.1.4.1.17163.1.1.1.3',
    'STEELHEAD-MIB::serialNumber': '1.3.6.1.4.1.17163.1.1.1.2',
  },
  // `rbt_sh 9.2.0 #42 2016-05-27 …`
  model: [{ from: 'model' }],
  version: [{ from: 'systemVersion', match: /(\d+(?:\.\d+)+\w*)/ }],
  serial: [{ from: 'serialNumber' }],
})
