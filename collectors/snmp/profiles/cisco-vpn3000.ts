import { defineProfile } from '../naming/define-profile.js'

/** Cisco VPN 3000 concentrators. */
export default defineProfile({
  id: 'cisco-vpn3000',
  sysObjectIDs: ['1.3.6.1.4.1.3076'],
  vendor: 'Cisco',
  kind: 'appliance',
  // `Cisco Systems, Inc./VPN 3000 Concentrator Version 4.7.2.O built by vmurphy on …`
  model: [{ from: 'sysDescr', match: /\b(VPN 3\d{3}) Concentrator/ }],
  version: [{ from: 'sysDescr', match: /Concentrator(?: Series)? Version (\d+\.\d[\w.]*)/ }],
})
