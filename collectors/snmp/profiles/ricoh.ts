import { defineProfile } from '../naming/define-profile.js'

/** Ricoh, Savin, Lanier and Gestetner printers. */
export default defineProfile({
  id: 'ricoh',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.367'],
  vendor: 'Ricoh',
  kind: 'printer',
  // `RICOH Aficio MP C3002 2.20 / RICOH Network Printer C model / …`
  model: [{ from: 'sysDescr', match: /^(?:RICOH|SAVIN|LANIER|Gestetner|NRG) (.+?) \d+\.\d+/i }],
  version: [{ from: 'sysDescr', match: /^[^/]*? (\d+\.\d+[\w.]*)(?: \/|$)/ }],
})
