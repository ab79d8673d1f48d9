import { defineProfile } from '../naming/define-profile.js'

/** H3C and HPE Comware switches and routers. */
export default defineProfile({
  id: 'comware',
  sysObjectIDs: ['1.3.6.1.4.1.25506', '1.3.6.1.4.1.43'],
  vendor: [
    { from: 'sysDescr', match: /\bHPE?\b|Hewlett/, vendor: 'HPE' },
    { from: 'sysDescr', match: /\b3Com\b/i, vendor: '3Com' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.43\./, vendor: '3Com' },
    { from: 'sysObjectID', vendor: 'H3C' },
  ],
  kind: [
    { from: 'sysDescr', match: /firewall|SecPath/i, kind: 'firewall' },
    { from: 'sysDescr', match: /access controller|wireless/i, kind: 'wifi-controller' },
    { from: 'sysDescr', match: /\bMSR|router/i, kind: 'router' },
    'switch',
  ],
  osName: 'Comware',
  model: [
    {
      from: 'sysDescr',
      match: /\n(?:HPE? |H3C |3Com )?(?:Switch )?([A-Z]?\d{3,4}[\w+ /.-]*?)(?: Switch)?(?: Software| Product|\n|$)/,
    },
  ],
  version: [
    {
      from: 'sysDescr',
      match: /Version (\d+\.\d+(?:\.\d+)*)[, ]+(?:Feature |ESS )?(?:Release |Beta )?(\w*)/i,
      as: '$1 $2',
    },
  ],
})
