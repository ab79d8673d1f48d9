import { defineProfile } from '../naming/define-profile.js'

/** Lancom routers, access points and switches. */
export default defineProfile({
  id: 'lancom',
  sysObjectIDs: ['1.3.6.1.4.1.2356'],
  vendor: 'LANCOM',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.2356\.14\b/, kind: 'switch' },
    { from: 'sysDescr', match: /^LANCOM (?:GS|XS|IGS|CS|YS)-?\d/, kind: 'switch' },
    { from: 'sysDescr', match: /^LANCOM (?:L|LN|LW|LX|OAP|OW|OX|IAP)-?\d/, kind: 'access-point' },
    { from: 'sysDescr', match: /^LANCOM WLC/, kind: 'wifi-controller' },
    'router',
  ],
  objects: {
    'LCOS-LX-MIB::lcosLXStatusHardwareInfoSWVersion': '1.3.6.1.4.1.2356.13.1.47.9',
    'LCOS-LX-MIB::lcosLXStatusHardwareInfoSerialNumber': '1.3.6.1.4.1.2356.13.1.47.7',
    'LCOS-SX-MIB::lcsSystemInfoModelName': '1.3.6.1.4.1.2356.14.1.1.1.2',
    'LCOS-SX-MIB::lcsSystemInfoFirmwareVersion': '1.3.6.1.4.1.2356.14.1.1.1.10',
  },
  // `LANCOM 1781VA (over ISDN) 10.32.0021RU1 / 01.02.2020 4001234567891234`
  model: [{ from: 'lcsSystemInfoModelName' }, { from: 'sysDescr', match: /^LANCOM ((?:[A-Z]{1,4}-)?\w*\d\S*)/ }],
  version: [
    { from: 'lcosLXStatusHardwareInfoSWVersion' },
    { from: 'lcsSystemInfoFirmwareVersion' },
    { from: 'sysDescr', match: / (\d+\.\d+\.\d{4}\w*) / },
  ],
  serial: [{ from: 'lcosLXStatusHardwareInfoSerialNumber' }, { from: 'sysDescr', match: / (\d{10,18})$/ }],
})
