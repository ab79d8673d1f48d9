import { defineProfile } from '../naming/define-profile.js'

/** Sharp printers. */
export default defineProfile({
  id: 'sharp',
  sysObjectIDs: ['1.3.6.1.4.1.2385'],
  vendor: 'Sharp',
  kind: 'printer',
  model: [
    { from: 'sysDescr', match: /^SHARP (\S+)$/ },
    { from: 'hrDeviceDescr', match: /^(?:SHARP )?(.+)$/ },
  ],
})
