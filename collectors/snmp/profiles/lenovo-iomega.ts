import { defineProfile } from '../naming/define-profile.js'

/** LenovoEMC (Iomega) network storage. */
export default defineProfile({
  id: 'lenovo-iomega',
  sysObjectIDs: ['1.3.6.1.4.1.11369.10'],
  vendor: 'Lenovo',
  kind: 'storage',
  objects: {
    'IOMEGANAS-MIB::deviceDescr': '1.3.6.1.4.1.11369.10.1.1',
  },
  model: [{ from: 'deviceDescr', match: /^(?:LenovoEMC |Iomega )?(\w+[\w -]*\d[\w-]*)$/ }],
})
