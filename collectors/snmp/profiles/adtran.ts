import { defineProfile } from '../naming/define-profile.js'

/** Adtran NetVanta and Total Access routers and switches. */
export default defineProfile({
  id: 'adtran',
  sysObjectIDs: ['1.3.6.1.4.1.664'],
  vendor: 'Adtran',
  kind: [
    { from: 'sysDescr', match: /^NetVanta 1[2356]\d\d/, kind: 'switch' },
    { from: 'sysDescr', match: /^NetVanta (?:15|16[0-9]|18)\d\b/, kind: 'access-point' },
    { from: 'sysDescr', match: /^(?:NetVanta|Total Access)\b/, kind: 'router' },
  ],
  // `NetVanta 3448, Version: 18.02.01.00.E, Date: Mon Nov 12 14:00:00 2012`
  model: [{ from: 'sysDescr', match: /^((?:NetVanta|Total Access) \w*\d\w*[^,]*),/ }],
  version: [{ from: 'sysDescr', match: /Version: (\w[\w.]*)/ }],
})
