import { defineProfile } from '../naming/define-profile.js'

/** Kyocera printers. */
export default defineProfile({
  id: 'kyocera',
  sysObjectIDs: ['1.3.6.1.4.1.1347'],
  vendor: 'Kyocera',
  kind: 'printer',
  // The sysDescr is `KYOCERA Document Solutions Printing System`, whatever the model.
  model: [
    { from: 'hrDeviceDescr', match: /^(?:KYOCERA )?(.+)$/i },
    { from: 'prtGeneralPrinterName', match: /^(?:KYOCERA )?(.*\d.*)$/i },
  ],
})
