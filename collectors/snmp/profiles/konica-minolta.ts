import { defineProfile } from '../naming/define-profile.js'

/** Konica Minolta and Develop printers. */
export default defineProfile({
  id: 'konica-minolta',
  sysObjectIDs: ['1.3.6.1.4.1.18334'],
  vendor: 'Konica Minolta',
  kind: 'printer',
  model: [
    { from: 'hrDeviceDescr', match: /^(?:KONICA MINOLTA )?(?!Generic)(.+)$/i },
    { from: 'prtGeneralPrinterName', match: /^(?:KONICA MINOLTA )?(.*\d.*)$/i },
    { from: 'sysDescr', match: /^KONICA MINOLTA (.+)$/i },
  ],
})
