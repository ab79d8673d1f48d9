import { defineProfile } from '../naming/define-profile.js'

/** Grandstream voice gateways. */
export default defineProfile({
  id: 'grandstream',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.42397'],
  marker: 'GS-HT8XX-MIB::versionCore',
  vendor: 'Grandstream',
  kind: [{ from: 'sysDescr', match: /\bGWN7[67]/, kind: 'access-point' }, 'voip'],
  objects: {
    'GS-HT8XX-MIB::versionCore': '1.3.6.1.4.1.42397.1.2.3.2',
    'GS-HT8XX-MIB::versionBase': '1.3.6.1.4.1.42397.1.2.3.3',
    'GS-HT8XX-MIB::PartNo': '1.3.6.1.4.1.42397.1.2.1',
  },
  version: [{ from: 'versionCore' }],
  serial: [{ from: 'PartNo' }],
  only: ['model', 'version', 'serial'],
})
