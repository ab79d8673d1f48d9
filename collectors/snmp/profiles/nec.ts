import { defineProfile } from '../naming/define-profile.js'

/** NEC projectors and displays; its other devices are told by their own words. */
export default defineProfile({
  id: 'nec',
  sysObjectIDs: ['1.3.6.1.4.1.119'],
  vendor: 'NEC',
  kind: [
    { from: 'sysDescr', match: /projector|\bdisplay|\bmonitor\b/i, kind: 'av' },
    { from: 'sysDescr', match: /\bIX\d{4}|router/i, kind: 'router' },
    { from: 'sysDescr', match: /\bQX-S|switch/i, kind: 'switch' },
  ],
})
