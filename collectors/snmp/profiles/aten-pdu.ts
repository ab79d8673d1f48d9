import { defineProfile } from '../naming/define-profile.js'

/** ATEN power distribution. */
export default defineProfile({
  id: 'aten-pdu',
  sysObjectIDs: ['1.3.6.1.4.1.21317.1.3.2.2'],
  vendor: 'ATEN',
  kind: 'power',
  objects: {
    'ATEN-PE-CFG::modelName': '1.3.6.1.4.1.21317.1.3.2.2.2.1.1',
    'ATEN-PE-CFG::deviceFWversion': '1.3.6.1.4.1.21317.1.3.2.2.3.4.3',
  },
  model: [{ from: 'modelName' }],
  version: [{ from: 'deviceFWversion' }],
})
