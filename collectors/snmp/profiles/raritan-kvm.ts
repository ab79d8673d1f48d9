import { defineProfile } from '../naming/define-profile.js'

/** Raritan keyboard and screen switches. */
export default defineProfile({
  id: 'raritan-kvm',
  sysObjectIDs: ['1.3.6.1.4.1.13742.3'],
  vendor: 'Raritan',
  kind: 'appliance',
  objects: {
    'RemoteKVMDevice-MIB::systemSerialNumber': '1.3.6.1.4.1.13742.3.1.5',
  },
  serial: [{ from: 'systemSerialNumber' }],
})
