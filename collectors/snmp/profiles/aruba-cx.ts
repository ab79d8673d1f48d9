import { defineProfile } from '../naming/define-profile.js'

/** Aruba CX switches. */
export default defineProfile({
  id: 'aruba-cx',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.47196.4.1.1'],
  vendor: 'HPE Aruba',
  kind: 'switch',
  osName: 'ArubaOS-CX',
  model: [
    // `HPE ANW JL658A 6300M 24SFP+ 4SFP56 Swch FL.10.16.1006`: part number, name, version.
    {
      from: 'sysDescr',
      match: /^(?:HPE ANW|Aruba|HPE)? ?([RJS]\w\d{3}[A-Z]) (.+?)(?: Swi?t?ch)? [A-Z]{2}\.\d\d\.\d\d\.\w+$/,
      as: '$2 $1',
    },
    { from: 'entPhysicalDescr', match: /^(?:HPE ANW |Aruba )?(?:[RJS]\w\d{3}[A-Z] )?(\d{4}\w*.*?)(?: Swi?t?ch)?$/ },
  ],
  version: [{ from: 'sysDescr', match: /\b([A-Z]{2}\.\d\d\.\d\d\.\w+)$/ }],
})
