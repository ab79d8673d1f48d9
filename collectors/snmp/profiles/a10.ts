import { defineProfile } from '../naming/define-profile.js'

/** A10 Networks load balancers. */
export default defineProfile({
  id: 'a10',
  sysObjectIDs: ['1.3.6.1.4.1.22610'],
  vendor: 'A10',
  kind: 'appliance',
  osName: 'ACOS',
  // `AX Series Advanced Traffic Manager AXvThunder, ACOS 2.7.2-P4-SP1,`, `Thunder Series Unified Application Service Gateway TH1030S, ACOS …`
  model: [{ from: 'sysDescr', match: /(\S+), ACOS/ }],
  version: [{ from: 'sysDescr', match: /ACOS (\d[^\s,]*)/ }],
})
