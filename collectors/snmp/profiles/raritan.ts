import { defineProfile } from '../naming/define-profile.js'

/** Raritan and Legrand intelligent PDU. */
export default defineProfile({
  id: 'raritan',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.13742'],
  vendor: 'Raritan',
  kind: 'power',
  objects: {
    'PDU2-MIB::pduModel': '1.3.6.1.4.1.13742.6.3.2.1.1.3',
    'PDU2-MIB::pduSerialNumber': '1.3.6.1.4.1.13742.6.3.2.1.1.4',
    'PDU2-MIB::boardFirmwareVersion': '1.3.6.1.4.1.13742.6.3.2.3.1.6',
  },
  model: [{ from: 'pduModel' }, { from: 'sysDescr', match: /MD:(\S+)/ }],
  version: [{ from: 'sysDescr', match: /FW:(\S+)/ }, { from: 'boardFirmwareVersion' }],
  serial: [{ from: 'pduSerialNumber' }],
})
