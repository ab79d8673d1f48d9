import { defineProfile } from '../naming/define-profile.js'

/** Cambium (Motorola Canopy) PMP 450 and PTP radios and cluster controllers. */
export default defineProfile({
  id: 'cambium-canopy',
  sysObjectIDs: ['1.3.6.1.4.1.161.19'],
  vendor: 'Cambium Networks',
  kind: 'access-point',
  objects: {
    'WHISP-BOX-MIBV2-MIB::productTypeName': '1.3.6.1.4.1.161.19.3.3.1.266',
    'WHISP-BOX-MIBV2-MIB::swVersion': '1.3.6.1.4.1.161.19.3.3.1.25',
    'CMM4-MIB::cmm4SoftwareVersion': '1.3.6.1.4.1.161.19.3.6.3.4',
  },
  // `CANOPY 15.2 AP-DES`
  model: [{ from: 'productTypeName' }],
  version: [
    { from: 'sysDescr', match: /^CANOPY (\d+(?:\.\d+)+)/i },
    { from: 'swVersion', match: /CANOPY (\d+(?:\.\d+)+)/i },
    { from: 'cmm4SoftwareVersion', match: /\d+\.\d\S*/ },
  ],
})
