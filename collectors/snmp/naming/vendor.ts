import type { Profile } from './define-profile.js'
import type { Enterprise } from './enterprises.js'
import type { Fact, Facts } from './facts.js'

/** Makers that sign their sysDescr, for agents whose sysObjectID says nothing. */
const SIGNATURES: readonly { readonly match: RegExp; readonly vendor: string }[] = [
  { match: /^Linux\b/, vendor: 'Linux' },
  { match: /^ESPHome\b/, vendor: 'ESPHome' },
  { match: /\bFreeBSD\b/, vendor: 'FreeBSD' },
  { match: /\bWindows\b/, vendor: 'Microsoft' },
  { match: /^(?:HP|Hewlett[- ]Packard|HPE)\b/, vendor: 'HPE' },
  {
    match:
      /^(Cisco|Dell|Netgear|Zyxel|D-Link|TP-Link|Alta|Allworx|PLANET|EnGenius|Ubiquiti|Canon|Xerox|Ricoh|Lexmark|Brother|Kyocera|Epson|Sharp|Toshiba|Konica Minolta|Samsung|Eaton|APC|Raritan|Synology|QNAP|Rittal|Moxa|Hikvision|Dahua|Axis|Avaya|Mitel|Yealink|Polycom|Grandstream)\b/i,
    vendor: '$1',
  },
]

/** Who made the device: its profile, its enterprise number, ENTITY-MIB, UPS-MIB, or what its sysDescr is signed with. */
export function findVendor(facts: Facts, profile: Profile | null, enterprise: Enterprise | null): Fact | null {
  if (profile !== null) {
    if (typeof profile.vendor === 'string') return { value: profile.vendor, evidence: `profile ${profile.id}` }
    for (const rule of profile.vendor) {
      const found = facts.apply(rule)
      if (found !== null) return { ...found, value: rule.vendor ?? found.value }
    }
  }
  if (enterprise !== null) return { value: enterprise.vendor, evidence: 'sysObjectID' }
  const mfg = facts.get('entPhysicalMfgName') ?? facts.get('upsIdentManufacturer')
  if (mfg !== null && mfg.value.length <= 40) return mfg
  const sysDescr = facts.get('sysDescr')?.value ?? ''
  for (const { match, vendor } of SIGNATURES) {
    const groups = match.exec(sysDescr)
    if (groups !== null) return { value: vendor.replace('$1', groups[1] ?? ''), evidence: `sysDescr: ${match.source}` }
  }
  return null
}
