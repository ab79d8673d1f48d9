import { defineProfile } from '../naming/define-profile.js'

/** Epson printers and projectors. */
export default defineProfile({
  id: 'epson',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.1248'],
  vendor: 'Epson',
  kind: [{ from: 'sysDescr', match: /projector/i, kind: 'av' }, 'printer'],
  // `EPSON Built-in 11b/g/n Print Server` is the card.
  model: [{ from: 'hrDeviceDescr', match: /^(?:EPSON )?(.+?)(?: Series)?$/i }],
  only: ['model', 'version'],
})
