import { defineProfile } from '../naming/define-profile.js'

/** Toshiba printers. */
export default defineProfile({
  id: 'toshiba',
  sysObjectIDs: ['1.3.6.1.4.1.1129'],
  vendor: 'Toshiba',
  kind: 'printer',
  model: [
    { from: 'hrDeviceDescr', match: /^(?:TOSHIBA )?([^;,]+)/i },
    { from: 'sysDescr', match: /^TOSHIBA (e-STUDIO ?\w+)/i },
  ],
})
