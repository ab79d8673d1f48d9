import { defineProfile } from '../naming/define-profile.js'

/** AudioCodes gateways and session border controllers. */
export default defineProfile({
  id: 'audiocodes',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.5003'],
  vendor: 'AudioCodes',
  kind: 'voip',
  objects: {
    'AC-SYSTEM-MIB::acSysIdName': '1.3.6.1.4.1.5003.9.10.10.2.3.1',
    'AC-SYSTEM-MIB::acSysVersionSoftware': '1.3.6.1.4.1.5003.9.10.10.2.2.1',
    'AC-SYSTEM-MIB::acSysIdSerialNumber': '1.3.6.1.4.1.5003.9.10.10.2.3.2',
  },
  model: [{ from: 'acSysIdName' }, { from: 'sysDescr', match: /Product: ?([^;]+?) ?;/ }],
  version: [{ from: 'acSysVersionSoftware' }, { from: 'sysDescr', match: /SW Version: ?([\w.]+)/ }],
  serial: [{ from: 'acSysIdSerialNumber' }],
})
