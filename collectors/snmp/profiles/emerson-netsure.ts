import { defineProfile } from '../naming/define-profile.js'

/** Emerson (Vertiv) NetSure direct-current power. */
export default defineProfile({
  id: 'emerson-netsure',
  sysObjectIDs: ['1.3.6.1.4.1.6302'],
  vendor: 'Vertiv',
  kind: 'power',
  objects: {
    'EES-POWER-MIB::identModel': '1.3.6.1.4.1.6302.2.1.1.2',
    'EES-POWER-MIB::identControllerFirmwareVersion': '1.3.6.1.4.1.6302.2.1.1.3',
  },
  model: [{ from: 'identModel' }],
  version: [{ from: 'identControllerFirmwareVersion' }],
})
