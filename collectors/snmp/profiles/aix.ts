import { defineProfile } from '../naming/define-profile.js'

/** IBM AIX. */
export default defineProfile({
  id: 'aix',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2.3.1.2.1.1'],
  vendor: 'IBM',
  kind: 'server',
  osName: 'AIX',
  // `Base Operating System Runtime AIX version: 05.03.0008.0000`
  version: [{ from: 'sysDescr', match: /AIX version: 0*(\d+)\.0*(\d+)\.0*(\d+)\.0*(\d+)/, as: '$1.$2.$3.$4' }],
})
