import { defineProfile } from '../naming/define-profile.js'

/** Citrix NetScaler. */
export default defineProfile({
  id: 'netscaler',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.5951'],
  vendor: 'Citrix',
  kind: 'appliance',
  objects: {
    'NS-ROOT-MIB::sysHardwareVersionDesc': '1.3.6.1.4.1.5951.4.1.1.11',
    'NS-ROOT-MIB::sysBuildVersion': '1.3.6.1.4.1.5951.4.1.1.1',
    'NS-ROOT-MIB::sysHardwareSerialNumber': '1.3.6.1.4.1.5951.4.1.1.14',
  },
  model: [{ from: 'sysHardwareVersionDesc' }],
  version: [
    { from: 'sysBuildVersion', match: /(NS\d+\.\d+)/ },
    { from: 'sysDescr', match: /(NS\d+\.\d+)/ },
  ],
  serial: [{ from: 'sysHardwareSerialNumber' }],
})
