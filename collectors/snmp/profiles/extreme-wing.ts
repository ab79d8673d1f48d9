import { defineProfile } from '../naming/define-profile.js'

/** Extreme (Motorola, Zebra) WiNG controllers and access points. */
export default defineProfile({
  id: 'extreme-wing',
  sysObjectIDs: ['1.3.6.1.4.1.388'],
  vendor: 'Extreme Networks',
  kind: [{ from: 'sysDescr', match: /^(?:RFS|NX|VX)-?\d/, kind: 'wifi-controller' }, 'access-point'],
  osName: 'WiNG',
  // `RFS4000 Wireless Controller, Version 5.8.4.0-034R MIB=01a`
  model: [{ from: 'sysDescr', match: /^((?:AP|RFS|NX|VX)-?\d[\w-]*)/ }],
  version: [{ from: 'sysDescr', match: /Version (\d[^\s,]*)/ }],
})
