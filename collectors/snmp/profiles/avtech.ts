import { defineProfile } from '../naming/define-profile.js'

/** AVTECH Room Alert. */
export default defineProfile({
  id: 'avtech',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.20916'],
  vendor: 'AVTECH',
  kind: 'environment',
  model: [{ from: 'sysDescr', match: /^(Room Alert \w+)/ }],
  version: [{ from: 'sysDescr', match: / v(\d[\d.]*)$/ }],
})
