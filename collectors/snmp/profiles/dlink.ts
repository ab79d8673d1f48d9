import { defineProfile } from '../naming/define-profile.js'

/** D-Link managed switches. */
export default defineProfile({
  id: 'dlink',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.171'],
  vendor: 'D-Link',
  kind: [
    { from: 'sysDescr', match: /\bDAP-|access point/i, kind: 'access-point' },
    { from: 'sysDescr', match: /\b(?:DSR|DIR)-/, kind: 'router' },
    'switch',
  ],
  objects: {
    'AGENT-GENERAL-MIB::agentSerialNumber': '1.3.6.1.4.1.171.12.1.1.12',
    'EQUIPMENT-MIB::swUnitMgmtSerialNumber': '1.3.6.1.4.1.171.12.11.1.9.4.1.17',
    'RMON2-MIB::probeSoftwareRev': '1.3.6.1.2.1.16.19.2',
    'RMON2-MIB::probeHardwareRev': '1.3.6.1.2.1.16.19.3',
  },
  model: [{ from: 'sysDescr', match: /^(?:D-Link )?(D[A-Z]{2}-\S+)/ }],
  version: [{ from: 'probeSoftwareRev', match: /^(?:Build )?(.+)$/ }, { from: 'entPhysicalFirmwareRev' }],
  serial: [{ from: 'agentSerialNumber' }, { from: 'swUnitMgmtSerialNumber' }],
})
