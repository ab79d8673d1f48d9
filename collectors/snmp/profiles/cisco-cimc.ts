import { defineProfile } from '../naming/define-profile.js'

/** Cisco UCS rack and branch servers, by their management controller (CIMC). */
export default defineProfile({
  id: 'cisco-cimc',
  sysObjectIDs: [
    '1.3.6.1.4.1.9.1.1634', // ciscoE160DP
    '1.3.6.1.4.1.9.1.1635', // ciscoE160D
    '1.3.6.1.4.1.9.1.1636', // ciscoE140DP
    '1.3.6.1.4.1.9.1.1637', // ciscoE140D
    '1.3.6.1.4.1.9.1.1638', // ciscoE140S
    '1.3.6.1.4.1.9.1.1817', // ciscoUCSC460M4Rackserver
    '1.3.6.1.4.1.9.1.2149', // ciscoUCSEN120E54
    '1.3.6.1.4.1.9.1.2151', // ciscoUCSEN120E108
    '1.3.6.1.4.1.9.1.2154', // ciscoUCSEN120E208
    '1.3.6.1.4.1.9.1.2178', // ciscoUCSC220M4
    '1.3.6.1.4.1.9.1.2179', // ciscoUCSC240M4
    '1.3.6.1.4.1.9.1.2180', // ciscoUCSC3160
    '1.3.6.1.4.1.9.1.2182', // ciscoUCSC3260
    '1.3.6.1.4.1.9.1.2183', // ciscoUCSE160DM2K9
    '1.3.6.1.4.1.9.1.2184', // ciscoUCSE180DM2K9
    '1.3.6.1.4.1.9.1.2415', // ciscoUCSE160S
    '1.3.6.1.4.1.9.1.2416', // ciscoUCSE180DM3
    '1.3.6.1.4.1.9.1.2417', // ciscoUCSE1120DM3
    '1.3.6.1.4.1.9.1.2492', // ciscoUCSC220M5
    '1.3.6.1.4.1.9.1.2493', // ciscoUCSC240M5
    '1.3.6.1.4.1.9.1.2562', // ciscoUCSE180DM3K9
    '1.3.6.1.4.1.9.1.2563', // ciscoUCSE1120DM3K9
    '1.3.6.1.4.1.9.1.2737', // ciscoUCSC125
    '1.3.6.1.4.1.9.1.3100', // ciscoUCSC220M6
    '1.3.6.1.4.1.9.1.3101', // ciscoUCSC240M6
    '1.3.6.1.4.1.9.1.3168', // ciscoUCSC225M6
    '1.3.6.1.4.1.9.1.3208', // ciscoUCSC220M7
    '1.3.6.1.4.1.9.1.3209', // ciscoUCSC240M7
  ],
  vendor: 'Cisco',
  kind: 'bmc',
  osName: 'CIMC',
  objects: {
    'CISCO-UNIFIED-COMPUTING-COMPUTE-MIB::cucsComputeRackUnitModel': '1.3.6.1.4.1.9.9.719.1.9.35.1.32',
    'CISCO-UNIFIED-COMPUTING-COMPUTE-MIB::cucsComputeRackUnitSerial': '1.3.6.1.4.1.9.9.719.1.9.35.1.47',
  },
  // `Cisco Integrated Management Controller(CIMC) [UCS C220 M4S], Firmware Version 4.1(2f) Copyright …`
  model: [
    { from: 'cucsComputeRackUnitModel' },
    { from: 'sysDescr', match: /\[(UCS [^\]]+)\]/ },
    { from: 'productName', match: /^cisco(UCS[A-Z]\d+M\d)/ },
  ],
  version: [{ from: 'sysDescr', match: /Firmware Version ([^\s,]+)/ }],
  serial: [{ from: 'cucsComputeRackUnitSerial' }],
})
