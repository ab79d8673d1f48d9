import { defineProfile } from '../naming/define-profile.js'

/** pfSense firewalls. */
export default defineProfile({
  id: 'pfsense',
  sysObjectIDs: ['1.3.6.1.4.1.12325.1.1.2.1.1'], // FreeBSD’s own agent, as pfSense ships it (BEGEMOT-MIB’s tree)
  sysDescr: /^pfSense /,
  vendor: 'pfSense',
  kind: 'firewall',
  osName: 'pfSense',
  version: [{ from: 'sysDescr', match: /^pfSense \S+ (\d+\.\d\S*)/ }],
  only: ['model'],
})
