import { defineProfile } from '../naming/define-profile.js'

/** Meru (now Fortinet) wireless controllers. */
export default defineProfile({
  id: 'meru',
  sysObjectIDs: ['1.3.6.1.4.1.15983'],
  vendor: 'Fortinet',
  kind: 'wifi-controller',
  objects: {
    'MERU-GLOBAL-STATISTICS-MIB::mwSystemGeneralModel': '1.3.6.1.4.1.15983.1.1.3.1.13.2',
    'MERU-GLOBAL-STATISTICS-MIB::mwSystemGeneralVersion': '1.3.6.1.4.1.15983.1.1.3.1.13.3',
    'MERU-CONFIG-CONTROLLER-MIB::mwWncVarsSoftwareVersion': '1.3.6.1.4.1.15983.1.1.4.1.1.27',
    'MERU-CONFIG-CONTROLLER-MIB::mwWncVarsManSerialNumber': '1.3.6.1.4.1.15983.1.1.4.1.1.32',
  },
  model: [{ from: 'mwSystemGeneralModel' }],
  version: [{ from: 'mwSystemGeneralVersion' }, { from: 'mwWncVarsSoftwareVersion' }],
  serial: [{ from: 'mwWncVarsManSerialNumber' }],
})
