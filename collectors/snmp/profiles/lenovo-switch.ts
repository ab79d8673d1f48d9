import { defineProfile } from '../naming/define-profile.js'

/** Lenovo (IBM, BNT) rack and chassis switches. */
export default defineProfile({
  id: 'lenovo-switch',
  sysObjectIDs: ['1.3.6.1.4.1.19046.1', '1.3.6.1.4.1.26543', '1.3.6.1.4.1.20301'],
  vendor: [
    { from: 'sysDescr', match: /^IBM\b/, vendor: 'IBM' },
    { from: 'sysObjectID', vendor: 'Lenovo' },
  ],
  kind: 'switch',
  // `Lenovo RackSwitch G8272`, `IBM Networking Operating System RackSwitch G8264`
  model: [
    { from: 'sysDescr', match: /RackSwitch (\S+)/, as: 'RackSwitch $1' },
    { from: 'productName', match: /^(?:g|ne|ce|si)\d\w*/ },
  ],
})
