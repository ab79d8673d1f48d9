import { defineProfile } from '../naming/define-profile.js'

/** Chatsworth eConnect PDU. */
export default defineProfile({
  id: 'chatsworth',
  sysObjectIDs: ['1.3.6.1.4.1.30932'],
  marker: 'CPI-UNITY-MIB::modelCode',
  vendor: 'Chatsworth',
  kind: 'power',
  objects: {
    'CPI-UNITY-MIB::version': '1.3.6.1.4.1.30932.1.1.1.1',
    'CPI-UNITY-MIB::modelCode': '1.3.6.1.4.1.30932.1.1.1.2',
    'CPI-UNITY-MIB::cpiPduModel': '1.3.6.1.4.1.30932.1.10.1.2.10.1.2',
    'CPI-UNITY-MIB::cpiPduSerialNum': '1.3.6.1.4.1.30932.1.10.1.2.10.1.18',
  },
  model: [{ from: 'cpiPduModel' }],
  version: [{ from: 'version' }],
  serial: [{ from: 'cpiPduSerialNum' }],
  only: ['model'],
})
