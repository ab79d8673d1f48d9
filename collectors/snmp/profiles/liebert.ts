import { defineProfile } from '../naming/define-profile.js'

/** Vertiv Liebert UPS and cooling. */
export default defineProfile({
  id: 'liebert',
  sysObjectIDs: ['1.3.6.1.4.1.476'],
  vendor: 'Vertiv',
  kind: 'power',
  objects: {
    'LIEBERT-GP-AGENT-MIB::lgpAgentIdentModel': '1.3.6.1.4.1.476.1.42.2.1.2',
    'LIEBERT-GP-AGENT-MIB::lgpAgentIdentFirmwareVersion': '1.3.6.1.4.1.476.1.42.2.1.3',
    'LIEBERT-GP-AGENT-MIB::lgpAgentIdentSerialNumber': '1.3.6.1.4.1.476.1.42.2.1.4',
  },
  // UPS-MIB names the UPS; the agent’s own identity is that of the card.
  model: [{ from: 'upsIdentModel' }, { from: 'lgpAgentIdentModel' }],
  version: [{ from: 'lgpAgentIdentFirmwareVersion' }],
  serial: [{ from: 'lgpAgentIdentSerialNumber' }],
})
