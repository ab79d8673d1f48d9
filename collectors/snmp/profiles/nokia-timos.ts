import { defineProfile } from '../naming/define-profile.js'

/** Nokia (Alcatel-Lucent) service routers (TiMOS). */
export default defineProfile({
  id: 'nokia-timos',
  sysObjectIDs: ['1.3.6.1.4.1.6527'],
  vendor: 'Nokia',
  kind: 'router',
  osName: 'TiMOS',
  // `TiMOS-C-16.0.R8 cpm/hops64 Nokia 7750 SR Copyright (c) 2000-2019 Nokia. …`
  model: [{ from: 'sysDescr', match: /^TiMOS\S+ \S+ (?:Nokia|NOKIA|ALCATEL|Alcatel-Lucent) (.+?) Copyright/ }],
  version: [{ from: 'sysDescr', match: /^TiMOS-(?:[A-Z]+-)*(\d\S*)/ }],
})
