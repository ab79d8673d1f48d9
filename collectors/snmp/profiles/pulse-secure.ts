import { defineProfile } from '../naming/define-profile.js'

/** Pulse Secure (Juniper, Ivanti) remote access gateways. */
export default defineProfile({
  id: 'pulse-secure',
  sysObjectIDs: ['1.3.6.1.4.1.12532'],
  vendor: [
    { from: 'sysDescr', match: /^Juniper/, vendor: 'Juniper' },
    { from: 'sysDescr', match: /^Ivanti/, vendor: 'Ivanti' },
    { from: 'sysObjectID', vendor: 'Pulse Secure' },
  ],
  kind: 'appliance',
  // `Pulse Secure,LLC,PSA-3000,9.1R8 (build 7453)`
  model: [{ from: 'sysDescr', match: /^(?:Juniper|Pulse Secure|Ivanti)[^,]*,[^,]*,([\w-]+),/ }],
  version: [{ from: 'sysDescr', match: /,(\d+\.\d+R\d[\w.]*)/ }],
})
