import { defineProfile } from '../naming/define-profile.js'

/** EnGenius switches and access points. */
export default defineProfile({
  id: 'engenius',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.14125', '1.3.6.1.4.1.44194'],
  vendor: 'EnGenius',
  kind: [
    { from: 'sysDescr', match: /\b(?:ECS|EWS\d{4}|EGS)\w*\d/, kind: 'switch' },
    { from: 'sysDescr', match: /\b(?:ECW|EAP|ENS|ENH|EWS)\d/, kind: 'access-point' },
    { from: 'sysDescr', match: /\bESG\d/, kind: 'firewall' },
  ],
  model: [{ from: 'sysDescr', match: /^(?:EnGenius )?(E[A-Z]{2}\d\w*(?:-\w+)*)\b/ }],
})
