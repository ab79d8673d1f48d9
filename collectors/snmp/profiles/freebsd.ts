import { defineProfile } from '../naming/define-profile.js'

/** Computers that run FreeBSD and net-snmp. */
export default defineProfile({
  id: 'freebsd',
  sysObjectIDs: [
    '1.3.6.1.4.1.8072.3.2.8', // NET-SNMP-TC::freebsd
    '1.3.6.1.4.1.12325.1.1.2.1.1', // BEGEMOT-SNMPD-MIB::begemotSnmpdAgentFreeBSD
  ],
  vendor: 'FreeBSD',
  kind: 'server',
  version: [{ from: 'sysDescr', match: /FreeBSD \S+ (\d+\.\d+-\S+)/ }],
  only: ['model', 'version'],
})
