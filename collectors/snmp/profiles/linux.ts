import { defineProfile } from '../naming/define-profile.js'

/** Computers that run net-snmp and whose sysDescr is the kernel's `uname -a`. */
export default defineProfile({
  id: 'linux',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.8072.3.2.10'], // NET-SNMP-TC::linux
  isComputer: true,
  // Appliances keep net-snmp's sysObjectID and write their own sysDescr: those are no Linux computers.
  vendor: [{ from: 'sysDescr', match: /^Linux\b/, vendor: 'Linux' }],
  kind: [{ from: 'sysDescr', match: /^Linux\b/, kind: 'server' }],
})
