import { defineProfile } from '../naming/define-profile.js'

/** Cisco IOS, IOS-XE, NX-OS and ASA, and whatever else Cisco sells under its own number. */
export default defineProfile({
  id: 'cisco-ios',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.9'],
  vendor: 'Cisco',
  kind: [
    { from: 'sysDescr', match: /Adaptive Security Appliance|Firepower|FTD/i, kind: 'firewall' },
    { from: 'sysDescr', match: /Wireless (?:LAN )?Controller|Cisco Controller|C9800/i, kind: 'wifi-controller' },
    { from: 'sysDescr', match: /Access Point|\bC1[0-9]{3} Software|\(C\d+[A-Z]*-K9W/, kind: 'access-point' },
    { from: 'sysDescr', match: /IP Phone|Unified Communications|CallManager/i, kind: 'voip' },
    {
      from: 'sysDescr',
      match: /Switch|Catalyst|CAT[0-9]K|NX-OS|C[23]\d{3}\w* Software|IE\d{4}|CBS|WS-C/i,
      kind: 'switch',
    },
    { from: 'entPhysicalModelName', match: /^(?:WS-C|C9[2-6]|N[3579]K|IE-)/, kind: 'switch' },
    { from: 'entPhysicalModelName', match: /^(?:ISR|ASR|C[18]\d{3}|CISCO\d|VG)/, kind: 'router' },
    { from: 'sysDescr', match: /IOS|ISR|ASR|Router/i, kind: 'router' },
  ],
  // Routers and switches say "Version 15.0(2)SG10," of the running image; the chassis entity of a supervisor says nothing.
  version: [
    { from: 'entPhysicalSoftwareRev', match: /^\d+\.\d+\(\d+\).*$/ },
    { from: 'sysDescr', match: /Version (\d[^\s,]*)/ },
  ],
  model: [
    { from: 'entPhysicalModelName', match: /^(?!.*virtual stack)\S.*$/i },
    { from: 'sysDescr', match: /^\w[\w ]*, [\w, ]*?\b(\S+) \(\1-/ },
    { from: 'productName', match: /^(.*[A-Za-z].*\d.*|.*\d.*[A-Za-z].*)$/ },
  ],
})
