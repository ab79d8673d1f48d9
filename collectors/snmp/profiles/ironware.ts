import { defineProfile } from '../naming/define-profile.js'

/** Brocade, Foundry and Ruckus ICX switches and routers (IronWare, FastIron). */
export default defineProfile({
  id: 'ironware',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.1991'],
  vendor: [
    { from: 'sysDescr', match: /^(?:Ruckus|CommScope)/i, vendor: 'Ruckus' },
    { from: 'sysDescr', match: /^Extreme/i, vendor: 'Extreme Networks' },
    { from: 'sysDescr', match: /^Foundry/i, vendor: 'Foundry' },
    { from: 'sysObjectID', vendor: 'Brocade' },
  ],
  kind: [{ from: 'sysDescr', match: /NetIron|MLX|CER|XMR/, kind: 'router' }, 'switch'],
  objects: {
    'FOUNDRY-SN-AGENT-MIB::snChasSerNum': '1.3.6.1.4.1.1991.1.1.1.1.2',
    'FOUNDRY-SN-AGENT-MIB::snAgImgVer': '1.3.6.1.4.1.1991.1.1.2.1.11',
    'FOUNDRY-SN-AGENT-MIB::snChasUnitSerNum': '1.3.6.1.4.1.1991.1.1.1.4.1.1.2',
  },
  // `Brocade Communications Systems, Inc. ICX7250-48-HPOE, IronWare Version 08.0.30qT213 Compiled on …`
  model: [
    {
      from: 'sysDescr',
      match:
        /^(?:Ruckus Wireless|Extreme Networks|Foundry Networks|Brocade Communications Systems|CommScope)[^A-Z]*(?:Inc\.? )?(?:Stacking System )?((?:NetIron |FastIron |ServerIron |BigIron )?[A-Z][\w+ -]*\d[\w+-]*)/,
    },
    { from: 'entPhysicalModelName' },
  ],
  version: [{ from: 'sysDescr', match: /IronWare Version V?(\S+)/ }, { from: 'snAgImgVer' }],
  serial: [{ from: 'snChasSerNum' }, { from: 'snChasUnitSerNum' }],
})
