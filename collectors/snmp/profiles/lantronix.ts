import { defineProfile } from '../naming/define-profile.js'

/** Lantronix console servers (SLC). */
export default defineProfile({
  id: 'lantronix',
  sysObjectIDs: ['1.3.6.1.4.1.244'],
  vendor: 'Lantronix',
  kind: 'appliance',
  objects: {
    'LANTRONIX-SLC-MIB::slcSystemModelString': '1.3.6.1.4.1.244.1.1.6.28',
    'LANTRONIX-SLC-MIB::slcSystemModel': '1.3.6.1.4.1.244.1.1.6.1',
    'LANTRONIX-SLC-MIB::slcSystemFWRev': '1.3.6.1.4.1.244.1.1.6.3',
    'LANTRONIX-SLC-MIB::slcSystemSerialNo': '1.3.6.1.4.1.244.1.1.6.2',
  },
  model: [{ from: 'slcSystemModel' }, { from: 'slcSystemModelString' }],
  version: [{ from: 'slcSystemFWRev' }],
  serial: [{ from: 'slcSystemSerialNo' }],
})
