import { defineProfile } from '../naming/define-profile.js'

/** WatchGuard Firebox. */
export default defineProfile({
  id: 'watchguard',
  sysObjectIDs: ['1.3.6.1.4.1.3097'],
  vendor: 'WatchGuard',
  kind: 'firewall',
  osName: 'Fireware',
  objects: { 'WATCHGUARD-SYSTEM-STATISTICS-MIB::wgSoftwareVersion': '1.3.6.1.4.1.3097.6.3.1' },
  // The sysDescr is the model alone: `M270`, `T35-W`, `XTM26-W`.
  model: [{ from: 'sysDescr', match: /^(?:Firebox )?((?:XTM|[MT])\d+\S*)$/ }, { from: 'productName' }],
  version: [{ from: 'wgSoftwareVersion', match: /(\d+\.\d[\w.]*)/ }],
})
