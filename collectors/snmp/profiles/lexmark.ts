import { defineProfile } from '../naming/define-profile.js'

/** Lexmark printers. */
export default defineProfile({
  id: 'lexmark',
  sysObjectIDs: ['1.3.6.1.4.1.641'],
  vendor: 'Lexmark',
  kind: 'printer',
  // `Lexmark MS610dn version NH41.PRA.N423 kernel 3.0.0 All-N-1`
  model: [{ from: 'sysDescr', match: /^Lexmark (\S+) version/ }],
  version: [{ from: 'sysDescr', match: /version (\S+)/ }],
})
