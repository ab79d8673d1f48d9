import { defineProfile } from '../naming/define-profile.js'

/** Eaton direct-current power (SC200 and SC300 controllers). */
export default defineProfile({
  id: 'eaton-dc',
  sysObjectIDs: ['1.3.6.1.4.1.1918'],
  vendor: 'Eaton',
  kind: 'power',
  objects: {
    'RPS-SC200-MIB::software-Version': '1.3.6.1.4.1.1918.2.13.10.20.30',
    'RPS-SC200-MIB::serial-Number': '1.3.6.1.4.1.1918.2.13.10.20.90',
  },
  version: [{ from: 'software-Version' }],
  serial: [{ from: 'serial-Number' }],
})
