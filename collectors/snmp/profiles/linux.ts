import { defineProfile } from '../naming/define-profile.js'

/** Computers that run net-snmp and whose sysDescr is the kernel's `uname -a`. */
export default defineProfile({
  id: 'linux',
  sysObjectIDs: ['1.3.6.1.4.1.8072.3.2.10'], // NET-SNMP-TC::linux
  vendor: 'Linux',
  kind: 'server',
  only: ['model'],
})
