import { defineProfile } from '../naming/define-profile.js'

/** Huawei switches, routers, firewalls and wireless (VRP). */
export default defineProfile({
  id: 'huawei',
  sysObjectIDs: ['1.3.6.1.4.1.2011'],
  vendor: 'Huawei',
  kind: [
    { from: 'sysDescr', match: /\b(?:USG|Eudemon|NIP)\d/, kind: 'firewall' },
    { from: 'sysDescr', match: /\bUPS\d/, kind: 'power' },
    { from: 'sysDescr', match: /\b(?:AirEngine ?\d|AP\d{4})/, kind: 'access-point' },
    { from: 'sysDescr', match: /\bAC\d{4}|\bACU\d/, kind: 'wifi-controller' },
    { from: 'sysDescr', match: /\b(?:AR|NE|ATN|CX)\d/, kind: 'router' },
    { from: 'sysDescr', match: /\b(?:S|CE)\d{4,}|\bQuidway\b/, kind: 'switch' },
  ],
  // `S5720-28P-LI-AC, Huawei Versatile Routing Platform Software, VRP (R) software,Version 5.170 (S5720 V200R011C10SPC600), Copyright …`
  model: [
    { from: 'sysDescr', match: /^(?:Huawei |Quidway )?((?:S|AR|NE|CE|USG|AC|AP|ATN|CX|AirEngine)\d[\w-]*)\s/ },
    { from: 'entPhysicalModelName' },
    { from: 'sysDescr', match: /Version \S+ \(((?:S|AR|NE|CE|USG|AC|AP|ATN|CX)\d\S*) V\d/ },
  ],
  version: [
    { from: 'sysDescr', match: /Version (\d+\.\d+) \((?:[^)]* )?(V\d{3}R\d{3}\w*)[^)]*\)/, as: '$1 ($2)' },
    { from: 'sysDescr', match: /\bV\d{3}R\d{3}C\w+/ },
  ],
})
