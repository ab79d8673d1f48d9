import { defineProfile } from '../naming/define-profile.js'

/** Blue Coat (Symantec) ProxySG. */
export default defineProfile({
  id: 'blue-coat',
  sysObjectIDs: ['1.3.6.1.4.1.3417'],
  vendor: 'Blue Coat',
  kind: 'appliance',
  osName: 'SGOS',
  objects: {
    'BLUECOAT-SG-PROXY-MIB::sgProxyVersion': '1.3.6.1.4.1.3417.2.11.1.3',
    'BLUECOAT-SG-PROXY-MIB::sgProxySerialNumber': '1.3.6.1.4.1.3417.2.11.1.4',
  },
  // `Blue Coat SG-S200 Series, Version: SGOS 6.7.4.4, Release id: 222222 Proxy Edition`
  model: [{ from: 'sysDescr', match: /^(?:Blue Coat|Symantec) ([\w -]*\d[\w-]*)(?: Series)?,/ }],
  version: [
    { from: 'sgProxyVersion', match: /(?:SGOS )?(\d+(?:\.\d+)+)/ },
    { from: 'sysDescr', match: /SGOS (\d+(?:\.\d+)+)/ },
  ],
  serial: [{ from: 'sgProxySerialNumber' }],
})
