import { defineProfile } from '../naming/define-profile.js'

/** OKI printers. */
export default defineProfile({
  id: 'oki',
  sysObjectIDs: ['1.3.6.1.4.1.2001'],
  vendor: 'Oki',
  kind: 'printer',
  // The sysDescr is of the network card (`OKI OkiLAN 8450e Rev.02.61 …`), not of the printer.
  model: [
    { from: 'hrDeviceDescr', match: /^(?:OKI(?:DATA)?[ -])?(?:DATA CORP )?([^,;]+)/i },
    { from: 'prtGeneralPrinterName', match: /^(?:OKI[ -])?(.*\d.*)$/i },
  ],
  only: ['model', 'version'],
})
