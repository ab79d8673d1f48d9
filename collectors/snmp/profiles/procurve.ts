import { defineProfile } from '../naming/define-profile.js'

/** HP ProCurve and ArubaOS-Switch, OfficeConnect 18xx and 19xx, and blade switches. */
export default defineProfile({
  id: 'procurve',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.11.2.3.7.11'],
  vendor: 'HPE',
  kind: [{ from: 'sysDescr', match: /Access Point|MSM\d|Wireless/i, kind: 'access-point' }, 'switch'],
  objects: { 'SEMI-MIB::hpHttpMgSerialNumber': '1.3.6.1.4.1.11.2.36.1.1.2.9' },
  model: [
    // `HP 1820-8G Switch J9979A, PT.01.14, …`, `HPE OfficeConnect Switch 1920S 24G 2SFP JL381A, PD.01.05, …`
    {
      from: 'sysDescr',
      match: /^HPE? (?:OfficeConnect )?(?:ProCurve )?(?:Switch )?([^,]*?)(?: Switch)? (J[A-Z0-9]\d{2,3}A),/,
      as: '$1 $2',
    },
    // `HP J9776A 2530-24G Switch, revision YA.15.10.0003, ROM …`, `ProCurve J9019B Switch 2510B-24, revision …`
    {
      from: 'sysDescr',
      match:
        /^(?:HPE? |Aruba |Hewlett-Packard |ProCurve )*(J[A-Z0-9]\d{2,3}A|J\d{4}[A-Z])[ :]+(?:ProCurve |HP |Aruba )?(?:Switch )?([^,]*?)(?: Switch)?(?:,| revision)/,
      as: '$2 $1',
    },
    { from: 'sysDescr', match: /^(GbE2c?)\b/ },
  ],
  version: [
    { from: 'sysDescr', match: /revision ([A-Z]{1,2}\.[\w.]+)/ },
    { from: 'sysDescr', match: /, ([A-Z]{1,2}\.\d\d\.\d\d[\w.]*)/ },
  ],
  serial: [{ from: 'hpHttpMgSerialNumber' }],
})
