import { defineProfile } from '../naming/define-profile.js'

/** Cyberoam firewalls. */
export default defineProfile({
  id: 'cyberoam',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.21067'],
  vendor: 'Cyberoam',
  kind: 'firewall',
  objects: {
    'CYBEROAM-MIB::applianceModel': '1.3.6.1.4.1.21067.2.1.1.2',
    'CYBEROAM-MIB::cyberoamVersion': '1.3.6.1.4.1.21067.2.1.1.3',
    'CYBEROAM-MIB::applianceKey': '1.3.6.1.4.1.21067.2.1.1.1',
  },
  model: [{ from: 'applianceModel' }],
  version: [{ from: 'cyberoamVersion' }],
  serial: [{ from: 'applianceKey' }],
})
