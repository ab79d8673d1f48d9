import { defineProfile } from '../naming/define-profile.js'

/** Infortrend storage. */
export default defineProfile({
  id: 'infortrend',
  sysObjectIDs: ['1.3.6.1.4.1.1714'],
  vendor: 'Infortrend',
  kind: 'storage',
  objects: {
    'IFT-SNMP-MIB::privateLogoModel': '1.3.6.1.4.1.1714.1.1.1.1.15',
    'IFT-SNMP-MIB::serialNum': '1.3.6.1.4.1.1714.1.1.1.1.10',
  },
  model: [{ from: 'privateLogoModel' }],
  serial: [{ from: 'serialNum' }],
})
