import { defineProfile } from '../naming/define-profile.js'

/** pfSense firewalls. */
export default defineProfile({
  id: 'pfsense',
  proof: 'recorded',
  sysObjectIDs: [],
  sysDescr: /^pfSense /,
  vendor: 'pfSense',
  kind: 'firewall',
  osName: 'pfSense',
  version: [{ from: 'sysDescr', match: /^pfSense \S+ (\d+\.\d\S*)/ }],
  only: ['model'],
})
