import { defineProfile } from '../naming/define-profile.js'

/** Dell EqualLogic storage. */
export default defineProfile({
  id: 'equallogic',
  sysObjectIDs: ['1.3.6.1.4.1.12740'],
  vendor: 'Dell',
  kind: 'storage',
  objects: {
    'EQLMEMBER-MIB::eqlMemberProductFamily': '1.3.6.1.4.1.12740.2.1.11.1.9',
    'EQLMEMBER-MIB::eqlMemberModel': '1.3.6.1.4.1.12740.2.1.11.1.1',
    'EQLMEMBER-MIB::eqlMemberSerialNumber': '1.3.6.1.4.1.12740.2.1.11.1.2',
    'EQLCONTROLLER-MIB::eqlControllerFullSwRevision': '1.3.6.1.4.1.12740.4.1.1.1.31',
  },
  model: [{ from: 'eqlMemberProductFamily' }, { from: 'eqlMemberModel' }],
  version: [{ from: 'eqlControllerFullSwRevision', match: /V?\d+\.\d[\w.]*/ }],
  serial: [{ from: 'eqlMemberSerialNumber' }],
})
