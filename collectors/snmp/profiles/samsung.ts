import { defineProfile } from '../naming/define-profile.js'

/** Samsung printers. */
export default defineProfile({
  id: 'samsung',
  sysObjectIDs: ['1.3.6.1.4.1.236'],
  vendor: 'Samsung',
  kind: 'printer',
  // `Samsung X4300LX; V11.01.10.00_06-07-2016;Engine …;NIC …;S/N 0ABCDE1F234567`
  model: [
    { from: 'hrDeviceDescr', match: /^(?:Samsung )?([^;,]+?)(?: Series)?$/i },
    { from: 'sysDescr', match: /^Samsung ([^;,]+?)(?: Series)?;/i },
  ],
  version: [{ from: 'sysDescr', match: /^Samsung [^;]+; ?V?(\d+\.\d[\w.]*)/i }],
  serial: [{ from: 'sysDescr', match: /S\/N ?:? ?(\w+)/ }],
})
