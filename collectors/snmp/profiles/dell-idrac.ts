import { defineProfile } from '../naming/define-profile.js'

/** Dell servers through iDRAC or OpenManage. */
export default defineProfile({
  id: 'dell-idrac',
  sysObjectIDs: ['1.3.6.1.4.1.674.10892'],
  marker: 'IDRAC-MIB-SMIv2::systemServiceTag',
  vendor: 'Dell',
  kind: 'bmc',
  objects: {
    'IDRAC-MIB-SMIv2::systemModelName': '1.3.6.1.4.1.674.10892.5.1.3.12',
    'IDRAC-MIB-SMIv2::systemServiceTag': '1.3.6.1.4.1.674.10892.5.1.3.2',
    'IDRAC-MIB-SMIv2::racFirmwareVersion': '1.3.6.1.4.1.674.10892.5.1.1.8',
    'DELL-RAC-MIB::drsProductShortName': '1.3.6.1.4.1.674.10892.2.1.1.2',
    'DELL-RAC-MIB::drsFirmwareVersion': '1.3.6.1.4.1.674.10892.2.1.2.1',
    'DELL-RAC-MIB::drsChassisServiceTag': '1.3.6.1.4.1.674.10892.2.1.1.6',
    'MIB-Dell-10892::chassisModelName': '1.3.6.1.4.1.674.10892.1.300.10.1.9',
    'MIB-Dell-10892::chassisServiceTagName': '1.3.6.1.4.1.674.10892.1.300.10.1.11',
  },
  model: [{ from: 'systemModelName' }, { from: 'chassisModelName' }, { from: 'drsProductShortName' }],
  version: [{ from: 'racFirmwareVersion' }, { from: 'drsFirmwareVersion' }],
  serial: [{ from: 'systemServiceTag' }, { from: 'chassisServiceTagName' }, { from: 'drsChassisServiceTag' }],
})
