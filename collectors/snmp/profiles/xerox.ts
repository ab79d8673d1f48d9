import { defineProfile } from '../naming/define-profile.js'

/** Xerox and Fuji Xerox (now Fujifilm) printers. */
export default defineProfile({
  id: 'xerox',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.253', '1.3.6.1.4.1.297'],
  vendor: [
    { from: 'sysDescr', match: /^FUJIFILM/i, vendor: 'Fujifilm' },
    { from: 'sysDescr', match: /^FUJI XEROX/i, vendor: 'Fuji Xerox' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.253\./, vendor: 'Xerox' },
    { from: 'sysObjectID', vendor: 'Fuji Xerox' },
  ],
  kind: 'printer',
  model: [
    { from: 'sysDescr', match: /^(?:FUJI XEROX|FUJIFILM|Xerox\S?) ([^;,]+?)(?:;|,|$)/i },
    { from: 'hrDeviceDescr', match: /^(?:FUJI XEROX |FUJIFILM |Xerox )?([^;,]+)/i },
  ],
  // `…; System 72.21.21, Controller …` or `;ESS1.0.217,IOT 52.54.1,…`: the controller is what is upgraded.
  version: [{ from: 'sysDescr', match: /(?:System(?: Software)?|ESS) ?(\d+(?:\.\d+)+)/ }],
})
