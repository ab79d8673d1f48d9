import { defineProfile } from '../naming/define-profile.js'

/** Cumulus Linux on switches of many makers. */
export default defineProfile({
  id: 'cumulus',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.40310'],
  vendor: 'Cumulus Networks',
  kind: 'switch',
  osName: 'Cumulus Linux',
  // entPhysicalModelName is a part number here; the description names platform and chassis.
  model: [{ from: 'entPhysicalDescr', match: /^(?:Cumulus Networks )?(.+?)(?: Chassis)?$/ }],
  version: [{ from: 'sysDescr', match: /^Cumulus Linux (\S+)/ }],
})
