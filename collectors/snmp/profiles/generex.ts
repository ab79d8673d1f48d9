import { defineProfile } from '../naming/define-profile.js'

/** Generex CS121 and CS141: cards in UPS of many makers. */
export default defineProfile({
  id: 'generex',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.1356', '1.3.6.1.2.1.33'],
  sysDescr: /\bcs1[24]1\b/i,
  vendor: 'Generex',
  kind: 'power',
  model: [{ from: 'upsIdentModel' }, { from: 'sysDescr', match: /\b(CS1[24]1)\b/i }],
  version: [{ from: 'upsIdentAgentSoftwareVersion' }, { from: 'sysDescr', match: /v ?(\d+\.\d[\w.]*)/ }],
})
