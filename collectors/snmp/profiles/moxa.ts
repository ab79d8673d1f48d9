import { defineProfile } from '../naming/define-profile.js'

/** Moxa industrial switches. */
export default defineProfile({
  id: 'moxa',
  sysObjectIDs: ['1.3.6.1.4.1.8691'],
  vendor: 'Moxa',
  kind: 'switch',
  model: [{ from: 'sysDescr', match: /^(?:MOXA )?((?:EDS|IKS|PT|ICS|TN|SDS|MDS|EDR)-\S+)/i }],
})
