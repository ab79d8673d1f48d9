import { defineProfile } from '../naming/define-profile.js'

/** Juniper Networks: EX, QFX, SRX and MX. */
export default defineProfile({
  id: 'juniper',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2636'],
  vendor: 'Juniper',
  kind: [
    { from: 'productName', match: /SRX|SSG/, kind: 'firewall' },
    { from: 'productName', match: /EX|QFX/, kind: 'switch' },
    { from: 'jnxBoxDescr', match: /\bSRX|Firewall|gsm-fw/i, kind: 'firewall' },
    { from: 'jnxBoxDescr', match: /\b(?:EX|QFX)\d|Virtual Chassis|switch/i, kind: 'switch' },
    { from: 'sysDescr', match: /ethernet switch|\b(?:ex|qfx)\d/i, kind: 'switch' },
    'router',
  ],
  osName: 'Junos',
  objects: {
    'JUNIPER-MIB::jnxBoxDescr': '1.3.6.1.4.1.2636.3.1.2',
    'JUNIPER-MIB::jnxBoxSerialNo': '1.3.6.1.4.1.2636.3.1.3',
    'JUNIPER-VIRTUALCHASSIS-MIB::jnxVirtualChassisMemberModel': '1.3.6.1.4.1.2636.3.40.1.4.1.1.1.8',
    'JUNIPER-VIRTUALCHASSIS-MIB::jnxVirtualChassisMemberSWVersion': '1.3.6.1.4.1.2636.3.40.1.4.1.1.1.5',
    'HOST-RESOURCES-MIB::hrSWInstalledName': '1.3.6.1.2.1.25.6.3.1.2',
  },
  model: [
    { from: 'sysDescr', match: /^Juniper Networks, Inc\. (\w+\d[\w-]*) / },
    { from: 'jnxBoxDescr', match: /^(?:Juniper )?(\w*\d[\w-]*(?: Internet Router)?)/ },
    { from: 'jnxVirtualChassisMemberModel' },
  ],
  version: [
    { from: 'jnxVirtualChassisMemberSWVersion', match: /^\d\d\.\d\S*/ },
    { from: 'sysDescr', match: /(?:kernel )?JUNOS (\d[^\s,]*)/ },
    { from: 'hrSWInstalledName', match: /\[(\d\d\.\d[^\]]*)\]/ },
  ],
  serial: [{ from: 'jnxBoxSerialNo' }],
})
