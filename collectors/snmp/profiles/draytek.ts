import { defineProfile } from '../naming/define-profile.js'

/** DrayTek Vigor routers. */
export default defineProfile({
  id: 'draytek',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.7367'],
  vendor: 'DrayTek',
  kind: [
    { from: 'sysDescr', match: /Switch|VigorSwitch/, kind: 'switch' },
    { from: 'sysDescr', match: /VigorAP/, kind: 'access-point' },
    'router',
  ],
  // `DrayTek Corporation, Router Model: Vigor165, Version: r13107_788_b947ce1af_beta, Build Date/Time:…`
  model: [{ from: 'sysDescr', match: /Model: ?([^,]+)/ }],
  version: [{ from: 'sysDescr', match: /Version: ?([^,]+)/ }],
})
