import { defineProfile } from '../naming/define-profile.js'

/** Forcepoint NGFW, formerly Stonesoft. */
export default defineProfile({
  id: 'forcepoint',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.1369', '1.3.6.1.4.1.47565'],
  vendor: 'Forcepoint',
  kind: 'firewall',
  objects: {
    'STONESOFT-NETNODE-MIB::nodeApplianceModel': '1.3.6.1.4.1.1369.6.1.1.9',
    'STONESOFT-NETNODE-MIB::nodePosCode': '1.3.6.1.4.1.1369.6.1.1.11',
    'STONESOFT-FIREWALL-MIB::fwSoftwareVersion': '1.3.6.1.4.1.1369.5.2.1.1',
  },
  model: [{ from: 'nodeApplianceModel' }],
  version: [{ from: 'fwSoftwareVersion', match: /(\d+(?:\.\d+)+)/ }],
  serial: [{ from: 'nodePosCode' }],
})
