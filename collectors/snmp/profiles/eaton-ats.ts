import { defineProfile } from '../naming/define-profile.js'

/** Eaton transfer switches. */
export default defineProfile({
  id: 'eaton-ats',
  sysObjectIDs: ['1.3.6.1.4.1.534.10'],
  vendor: 'Eaton',
  kind: 'power',
  objects: {
    'EATON-ATS2-MIB::ats2IdentModel': '1.3.6.1.4.1.534.10.2.1.2',
    'EATON-ATS2-MIB::ats2IdentFWVersion': '1.3.6.1.4.1.534.10.2.1.3',
    'EATON-ATS2-MIB::ats2IdentSerialNumber': '1.3.6.1.4.1.534.10.2.1.5',
  },
  model: [{ from: 'ats2IdentModel' }],
  version: [{ from: 'ats2IdentFWVersion' }],
  serial: [{ from: 'ats2IdentSerialNumber' }],
})
