import { defineProfile } from '../naming/define-profile.js'

/** CyberPower UPS and PDU. */
export default defineProfile({
  id: 'cyberpower',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.3808'],
  vendor: 'CyberPower',
  kind: 'power',
  objects: {
    'CPS-MIB::ePDUIdentModelNumber': '1.3.6.1.4.1.3808.1.1.3.1.5',
    'CPS-MIB::ePDUIdentFirmwareRev': '1.3.6.1.4.1.3808.1.1.3.1.3',
    'CPS-MIB::ePDUIdentSerialNumber': '1.3.6.1.4.1.3808.1.1.3.1.6',
    'CPS-MIB::upsBaseIdentModel': '1.3.6.1.4.1.3808.1.1.1.1.1.1',
    'CPS-MIB::upsAdvanceIdentFirmwareRevision': '1.3.6.1.4.1.3808.1.1.1.1.2.1',
    'CPS-MIB::upsAdvanceIdentSerialNumber': '1.3.6.1.4.1.3808.1.1.1.1.2.3',
  },
  model: [{ from: 'ePDUIdentModelNumber' }, { from: 'upsBaseIdentModel' }],
  version: [{ from: 'ePDUIdentFirmwareRev' }, { from: 'upsAdvanceIdentFirmwareRevision' }],
  serial: [{ from: 'ePDUIdentSerialNumber' }, { from: 'upsAdvanceIdentSerialNumber' }],
})
