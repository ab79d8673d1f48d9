import { defineProfile } from '../naming/define-profile.js'

/** Microsens switches (G6). */
export default defineProfile({
  id: 'microsens',
  sysObjectIDs: ['1.3.6.1.4.1.3181'],
  vendor: 'Microsens',
  kind: 'switch',
  objects: {
    'G6-FACTORY-MIB::factoryArticleNumber': '1.3.6.1.4.1.3181.10.6.1.32.1',
    'G6-FACTORY-MIB::factorySerialNumber': '1.3.6.1.4.1.3181.10.6.1.32.2',
    'G6-SYSTEM-MIB::firmwareRunningVersion': '1.3.6.1.4.1.3181.10.6.1.30.106.1.2',
  },
  model: [{ from: 'factoryArticleNumber' }],
  version: [{ from: 'firmwareRunningVersion' }],
  serial: [{ from: 'factorySerialNumber' }],
})
