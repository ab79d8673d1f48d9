import { defineProfile } from '../naming/define-profile.js'

/** Sinetica UPS and environment controllers. */
export default defineProfile({
  id: 'sinetica',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.13891', '1.3.6.1.4.1.3711'],
  vendor: 'Sinetica',
  kind: 'power',
  // `Sinetica UPSController. Versions: App. 6.04.03,   OS 6.3,   Btldr 1.06.09,   H/w ZBBNC2 Rev 1.01.06`
  model: [{ from: 'sysDescr', match: /H\/w (\S+)/ }],
  version: [{ from: 'sysDescr', match: /\bOS ([\d.]+)/ }],
})
