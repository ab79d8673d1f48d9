import { defineProfile } from '../naming/define-profile.js'

/** Sensatronics environmental monitors. */
export default defineProfile({
  id: 'sensatronics',
  sysObjectIDs: ['1.3.6.1.4.1.16174'],
  vendor: 'Sensatronics',
  kind: 'environment',
  objects: {
    'SENSATRONICS-EM1::unitModel': '1.3.6.1.4.1.16174.1.1.3.1.2',
    'SENSATRONICS-EM1::unitFirmware': '1.3.6.1.4.1.16174.1.1.3.1.5',
    'SENSATRONICS-EM1::unitSerial': '1.3.6.1.4.1.16174.1.1.3.1.7',
    'SENSATRONICS-ITTM::unitModel': '1.3.6.1.4.1.16174.1.1.1.1.2',
    'SENSATRONICS-ITTM::unitFirmware': '1.3.6.1.4.1.16174.1.1.1.1.5',
    'SENSATRONICS-ITTM::unitSerial': '1.3.6.1.4.1.16174.1.1.1.1.7',
  },
  model: [{ from: 'unitModel' }],
  version: [{ from: 'unitFirmware' }],
  serial: [{ from: 'unitSerial' }],
})
