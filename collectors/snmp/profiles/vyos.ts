import { defineProfile } from '../naming/define-profile.js'

/** VyOS and Vyatta routers. */
export default defineProfile({
  id: 'vyos',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.44641', '1.3.6.1.4.1.30803'],
  sysDescr: /^(?:VyOS|Vyatta) /,
  vendor: 'VyOS',
  kind: 'router',
  osName: 'VyOS',
  version: [{ from: 'sysDescr', match: /^\w+ (\d\S*)/ }],
  only: ['model'],
})
