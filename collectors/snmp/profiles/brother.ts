import { defineProfile } from '../naming/define-profile.js'

/** Brother printers. */
export default defineProfile({
  id: 'brother',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2435'],
  vendor: 'Brother',
  kind: 'printer',
  objects: { 'BROTHER-MIB::brInfoSerialNumber': '1.3.6.1.4.1.2435.2.3.9.4.2.1.5.5.1' },
  // The sysDescr is of the network card (`Brother NC-8300h, Firmware Ver.1.14 …`), not of the printer.
  model: [{ from: 'hrDeviceDescr', match: /^(?:Brother )?(\S+)/i }],
  serial: [{ from: 'brInfoSerialNumber' }],
  only: ['model', 'version'],
})
