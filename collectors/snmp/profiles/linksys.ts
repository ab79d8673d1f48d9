import { defineProfile } from '../naming/define-profile.js'

/** Linksys business switches: Radlan software under Linksys’s number. */
export default defineProfile({
  id: 'linksys',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.3955'],
  vendor: 'Linksys',
  kind: 'switch',
  objects: {
    'LINKSYS-Physicaldescription-MIB::rlPhdUnitGenParamModelName': '1.3.6.1.4.1.3955.1000.201.53.14.1.11',
    'LINKSYS-Physicaldescription-MIB::rlPhdUnitGenParamSerialNum': '1.3.6.1.4.1.3955.1000.201.53.14.1.5',
    'LINKSYS-Physicaldescription-MIB::rlPhdUnitGenParamSoftwareVersion': '1.3.6.1.4.1.3955.1000.201.53.14.1.2',
  },
  model: [{ from: 'rlPhdUnitGenParamModelName' }],
  version: [{ from: 'rlPhdUnitGenParamSoftwareVersion' }],
  serial: [{ from: 'rlPhdUnitGenParamSerialNum' }],
})
