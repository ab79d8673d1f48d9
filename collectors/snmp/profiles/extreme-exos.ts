import { defineProfile } from '../naming/define-profile.js'

/** Extreme Networks ExtremeXOS. */
export default defineProfile({
  id: 'extreme-exos',
  sysObjectIDs: ['1.3.6.1.4.1.1916'],
  vendor: 'Extreme Networks',
  kind: 'switch',
  osName: 'ExtremeXOS',
  objects: { 'EXTREME-SYSTEM-MIB::extremePrimarySoftwareRev': '1.3.6.1.4.1.1916.1.1.1.13' },
  // `ExtremeXOS (X440G2-24p-10G4) version 22.5.1.7 22.5.1.7-patch1-4 by …`
  model: [
    { from: 'sysDescr', match: /Extreme\w* ?\w* \(([^)]+)\) version/ },
    { from: 'productName', match: /^(?:summit)?(X\d\S*)$/i },
  ],
  version: [{ from: 'sysDescr', match: /version (\d[\w.-]*)/ }, { from: 'extremePrimarySoftwareRev' }],
})
