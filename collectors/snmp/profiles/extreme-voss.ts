import { defineProfile } from '../naming/define-profile.js'

/** Extreme VOSS and Fabric Engine, formerly Avaya and Nortel VSP and ERS 8000. */
export default defineProfile({
  id: 'extreme-voss',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2272'],
  vendor: 'Extreme Networks',
  kind: 'switch',
  osName: 'VOSS',
  objects: {
    'RAPID-CITY::rcChasModelName': '1.3.6.1.4.1.2272.1.4.67',
    'RAPID-CITY::rcChasSerialNumber': '1.3.6.1.4.1.2272.1.4.2',
    'RAPID-CITY::rcSysVersion': '1.3.6.1.4.1.2272.1.1.7',
  },
  // `VSP-8608 (6.2.0.2)`, `VSP-9012 (4.1.4.1) (GA)`
  model: [{ from: 'sysDescr', match: /^(\S+) \(\d/ }, { from: 'rcChasModelName' }],
  version: [
    { from: 'sysDescr', match: /^\S+ \((\d[^)]*)\)/ },
    { from: 'rcSysVersion', match: /^\S+/ },
  ],
  serial: [{ from: 'rcChasSerialNumber' }],
})
