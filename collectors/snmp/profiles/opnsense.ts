import { defineProfile } from '../naming/define-profile.js'

/** OPNsense firewalls. */
export default defineProfile({
  id: 'opnsense',
  proof: 'recorded',
  sysObjectIDs: [],
  sysDescr: /^FreeBSD .*HBSD|^OPNsense /,
  vendor: 'OPNsense',
  kind: 'firewall',
  version: [{ from: 'sysDescr', match: /^FreeBSD \S+ (\d+\.\d+-\S+)/ }],
  only: ['model'],
})
