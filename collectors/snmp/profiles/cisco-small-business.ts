import { defineProfile } from '../naming/define-profile.js'

/** Cisco Small Business and Business (SG, CBS, C1200, WAP): Radlan software under Cisco’s number. */
export default defineProfile({
  id: 'cisco-small-business',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.9.6.1'],
  vendor: 'Cisco',
  kind: [
    { from: 'sysDescr', match: /\bWAP\d/, kind: 'access-point' },
    { from: 'sysDescr', match: /\bRV\d/, kind: 'router' },
    'switch',
  ],
  objects: {
    'CISCOSB-Physicaldescription-MIB::rlPhdUnitGenParamModelName': '1.3.6.1.4.1.9.6.1.101.53.14.1.11',
    'CISCOSB-Physicaldescription-MIB::rlPhdUnitGenParamSerialNum': '1.3.6.1.4.1.9.6.1.101.53.14.1.5',
    'CISCOSB-Physicaldescription-MIB::rlPhdUnitGenParamSoftwareVersion': '1.3.6.1.4.1.9.6.1.101.53.14.1.2',
  },
  model: [
    { from: 'rlPhdUnitGenParamModelName' },
    { from: 'entPhysicalModelName' },
    { from: 'sysDescr', match: /^([A-Z]+\d+\S*) / },
  ],
  version: [{ from: 'rlPhdUnitGenParamSoftwareVersion' }],
  serial: [{ from: 'rlPhdUnitGenParamSerialNum' }],
})
