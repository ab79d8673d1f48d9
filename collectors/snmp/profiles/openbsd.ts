import { defineProfile } from '../naming/define-profile.js'

/** OpenBSD computers, by their own agent. */
export default defineProfile({
  id: 'openbsd',
  sysObjectIDs: ['1.3.6.1.4.1.30155'],
  vendor: 'OpenBSD',
  kind: 'server',
  osName: 'OpenBSD',
  version: [{ from: 'sysDescr', match: /^OpenBSD \S+ (\d+\.\d+)/ }],
  only: ['model', 'version'],
})
