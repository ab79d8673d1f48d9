import { defineProfile } from '../naming/define-profile.js'

/** Stormshield firewalls. */
export default defineProfile({
  id: 'stormshield',
  sysObjectIDs: ['1.3.6.1.4.1.11256'],
  marker: 'STORMSHIELD-PROPERTY-MIB::snsModel',
  vendor: 'Stormshield',
  kind: 'firewall',
  objects: {
    'STORMSHIELD-PROPERTY-MIB::snsModel': '1.3.6.1.4.1.11256.1.18.1',
    'STORMSHIELD-PROPERTY-MIB::snsVersion': '1.3.6.1.4.1.11256.1.18.2',
    'STORMSHIELD-PROPERTY-MIB::snsSerialNumber': '1.3.6.1.4.1.11256.1.18.3',
  },
  model: [{ from: 'snsModel' }],
  version: [{ from: 'snsVersion' }],
  serial: [{ from: 'snsSerialNumber' }],
})
