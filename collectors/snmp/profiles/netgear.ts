import { defineProfile } from '../naming/define-profile.js'

/** Netgear managed and smart switches. */
export default defineProfile({
  id: 'netgear',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.4526'],
  vendor: 'Netgear',
  kind: [
    { from: 'sysDescr', match: /\bWAC|\bWAX|\bWNDAP|access point/i, kind: 'access-point' },
    { from: 'sysDescr', match: /ReadyNAS/, kind: 'storage' },
    'switch',
  ],
  objects: {
    'NETGEAR-SWITCHING-MIB::agentInventoryMachineModel': '1.3.6.1.4.1.4526.10.1.1.1.3',
    'NETGEAR-SWITCHING-MIB::agentInventorySerialNumber': '1.3.6.1.4.1.4526.10.1.1.1.4',
    'NETGEAR-SWITCHING-MIB::agentInventorySoftwareVersion': '1.3.6.1.4.1.4526.10.1.1.1.13',
  },
  // `GS724Tv4 ProSafe 24-port Gigabit Ethernet Smart Switch, 6.3.1.11, B1.0.0.4`
  model: [{ from: 'agentInventoryMachineModel' }, { from: 'sysDescr', match: /^(?:NETGEAR )?([A-Z]+\d+\S*?),? / }],
  version: [{ from: 'agentInventorySoftwareVersion' }],
  serial: [{ from: 'agentInventorySerialNumber' }],
})
