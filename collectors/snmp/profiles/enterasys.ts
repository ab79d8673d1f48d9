import { defineProfile } from '../naming/define-profile.js'

/** Enterasys, later Extreme, stackables and chassis (A to S series, EOS). */
export default defineProfile({
  id: 'enterasys',
  sysObjectIDs: ['1.3.6.1.4.1.5624', '1.3.6.1.4.1.52'],
  vendor: [
    { from: 'sysDescr', match: /^Extreme Networks/, vendor: 'Extreme Networks' },
    { from: 'sysObjectID', vendor: 'Enterasys' },
  ],
  kind: 'switch',
  osName: 'EOS',
  // `Enterasys Networks, Inc. B5G124-48P2 Rev 06.61.08.0013`, `Extreme Networks, Inc. S4 Chassis Rev 08.31.02.0015 …`
  model: [{ from: 'sysDescr', match: /^(?:Enterasys|Extreme) Networks,? Inc\.?,? (\S+(?: \S+)?) Rev / }],
  version: [{ from: 'sysDescr', match: / Rev (\d+(?:\.\d+)+)/ }],
})
