import { defineProfile } from '../naming/define-profile.js'

/** Fujitsu PRIMERGY servers (ServerView agent and iRMC). */
export default defineProfile({
  id: 'fujitsu-server',
  sysObjectIDs: ['1.3.6.1.4.1.231'],
  vendor: 'Fujitsu',
  kind: [{ from: 'sysDescr', match: /iRMC/i, kind: 'bmc' }, 'server'],
  objects: {
    'FSC-SERVERCONTROL2-MIB::sc2UnitModelName': '1.3.6.1.4.1.231.2.10.2.2.10.2.3.1.5',
    'FSC-SERVERCONTROL2-MIB::sc2UnitSerialNumber': '1.3.6.1.4.1.231.2.10.2.2.10.2.3.1.7',
  },
  model: [{ from: 'sc2UnitModelName' }],
  serial: [{ from: 'sc2UnitSerialNumber' }],
})
