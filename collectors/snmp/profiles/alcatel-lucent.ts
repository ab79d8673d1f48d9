import { defineProfile } from '../naming/define-profile.js'

/** Alcatel-Lucent Enterprise OmniSwitch. */
export default defineProfile({
  id: 'alcatel-lucent',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.6486'],
  vendor: 'Alcatel-Lucent',
  kind: [{ from: 'sysDescr', match: /OmniAccess|OAW-AP/, kind: 'access-point' }, 'switch'],
  osName: 'AOS',
  // `Alcatel-Lucent OS6350-P24 6.7.1.108.R04 Service Release, January 04, 2017.`
  model: [{ from: 'sysDescr', match: /^Alcatel-Lucent (?:Enterprise )?(\S+(?: \S+)?) \d+\.\d+\.\d+/ }],
  version: [{ from: 'sysDescr', match: / (\d+\.\d+\.\d+\.\d*\.?R\d+)/ }],
})
