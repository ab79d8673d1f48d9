import { defineProfile } from '../naming/define-profile.js'

/** Cambium Networks ePMP and cnPilot. */
export default defineProfile({
  id: 'cambium',
  sysObjectIDs: ['1.3.6.1.4.1.17713'],
  vendor: 'Cambium Networks',
  kind: [{ from: 'sysDescr', match: /cnMatrix/i, kind: 'switch' }, 'access-point'],
  objects: {
    'CAMBIUM-PMP80211-MIB::cambiumCurrentuImageVersion': '1.3.6.1.4.1.17713.21.1.1.17',
    'CAMBIUM-PMP80211-MIB::cambiumEPMPMSN': '1.3.6.1.4.1.17713.21.1.1.31',
    'CAMBIUM-MIB::cambiumAPModel': '1.3.6.1.4.1.17713.22.1.1.1.5',
    'CAMBIUM-MIB::cambiumAPSerialNum': '1.3.6.1.4.1.17713.22.1.1.1.4',
    'CAMBIUM-MIB::cambiumAPSWVersion': '1.3.6.1.4.1.17713.22.1.1.1.8',
  },
  model: [{ from: 'cambiumAPModel' }],
  version: [{ from: 'cambiumCurrentuImageVersion' }, { from: 'cambiumAPSWVersion' }],
  serial: [{ from: 'cambiumEPMPMSN' }, { from: 'cambiumAPSerialNum' }],
  only: ['model', 'version'],
})
