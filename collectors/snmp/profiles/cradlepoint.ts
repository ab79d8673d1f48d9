import { defineProfile } from '../naming/define-profile.js'

/** Cradlepoint cellular routers. */
export default defineProfile({
  id: 'cradlepoint',
  sysObjectIDs: ['1.3.6.1.4.1.20992'],
  vendor: 'Cradlepoint',
  kind: 'router',
  objects: {
    'WIPIPE-MIB::devFWVersion': '1.3.6.1.4.1.20992.1.1.1',
  },
  // `Cradlepoint IBR900-600M, Firmware Version 7.2.20.fcd8a47, …`; the only serial number is the modem’s.
  model: [{ from: 'sysDescr', match: /^Cradlepoint (\w*\d[\w-]*)/i }],
  version: [
    { from: 'devFWVersion', match: /^\D*(\d+(?:\.\d+)+)/ },
    { from: 'sysDescr', match: /Firmware Version (\d+(?:\.\d+)+)/ },
  ],
})
