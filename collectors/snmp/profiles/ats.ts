import { defineProfile } from '../naming/define-profile.js'

/** Automatic transfer switches with the ATS-MIB. */
export default defineProfile({
  id: 'ats',
  sysObjectIDs: ['1.3.6.1.4.1.37662'],
  vendor: [{ from: 'atsIdentGroupManufacturer' }],
  kind: 'power',
  objects: {
    'ATS-MIB::atsIdentGroupManufacturer': '1.3.6.1.4.1.37662.1.2.2.1.1.1.3',
    'ATS-MIB::atsIdentGroupModel': '1.3.6.1.4.1.37662.1.2.2.1.1.1.1',
    'ATS-MIB::atsIdentGroupSerialNumber': '1.3.6.1.4.1.37662.1.2.2.1.1.1.2',
    'ATS-MIB::atsIdentGroupFirmwareRevision': '1.3.6.1.4.1.37662.1.2.2.1.1.1.4',
  },
  model: [{ from: 'atsIdentGroupModel' }],
  version: [{ from: 'atsIdentGroupFirmwareRevision' }],
  serial: [{ from: 'atsIdentGroupSerialNumber' }],
})
