import { defineProfile } from '../naming/define-profile.js'

/** FS.com switches, by their three suppliers’ MIBs. */
export default defineProfile({
  id: 'fs',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.52642'],
  vendor: 'FS',
  kind: 'switch',
  objects: {
    'FS-MIB::swProdName': '1.3.6.1.4.1.52642.2.1.45.1.1.5.1',
    'FS-MIB::swOpCodeVer': '1.3.6.1.4.1.52642.2.1.45.1.1.3.1.6',
    'FS-MIB::swSerialNumber': '1.3.6.1.4.1.52642.2.1.45.1.1.3.1.10',
    'NMS-CHASSIS::nmscardDescr': '1.3.6.1.4.1.52642.3.6.10.1.3',
    'NMS-CHASSIS::nmscardSwVersion': '1.3.6.1.4.1.52642.3.6.10.1.6',
    'NMS-CHASSIS::nmscardSerial': '1.3.6.1.4.1.52642.3.6.10.1.4',
  },
  model: [{ from: 'swProdName' }, { from: 'nmscardDescr' }],
  version: [{ from: 'swOpCodeVer' }, { from: 'nmscardSwVersion' }],
  serial: [{ from: 'swSerialNumber' }, { from: 'nmscardSerial' }],
})
