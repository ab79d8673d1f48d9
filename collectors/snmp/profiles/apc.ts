import { defineProfile } from '../naming/define-profile.js'

/** APC by Schneider Electric: UPS, rack PDU, environmental monitors and cooling. */
export default defineProfile({
  id: 'apc',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.318'],
  vendor: 'APC',
  kind: [
    { from: 'sysDescr', match: /Environmental|NetBotz/i, kind: 'environment' },
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.318\.1\.3\.8\./, kind: 'environment' },
    'power',
  ],
  objects: {
    'PowerNet-MIB::upsBasicIdentModel': '1.3.6.1.4.1.318.1.1.1.1.1.1',
    'PowerNet-MIB::upsAdvIdentSerialNumber': '1.3.6.1.4.1.318.1.1.1.1.2.3',
    'PowerNet-MIB::upsAdvIdentFirmwareRevision': '1.3.6.1.4.1.318.1.1.1.1.2.1',
    'PowerNet-MIB::rPDU2IdentModelNumber': '1.3.6.1.4.1.318.1.1.26.2.1.8',
    'PowerNet-MIB::rPDU2IdentSerialNumber': '1.3.6.1.4.1.318.1.1.26.2.1.9',
    'PowerNet-MIB::rPDUIdentModelNumber': '1.3.6.1.4.1.318.1.1.12.1.5',
    'PowerNet-MIB::rPDUIdentSerialNumber': '1.3.6.1.4.1.318.1.1.12.1.6',
    'PowerNet-MIB::sPDUIdentModelNumber': '1.3.6.1.4.1.318.1.1.4.1.4',
    'PowerNet-MIB::sPDUIdentSerialNumber': '1.3.6.1.4.1.318.1.1.4.1.5',
    'PowerNet-MIB::atsIdentModelNumber': '1.3.6.1.4.1.318.1.1.8.1.5',
    'PowerNet-MIB::atsIdentSerialNumber': '1.3.6.1.4.1.318.1.1.8.1.6',
    'PowerNet-MIB::emsIdentProductNumber': '1.3.6.1.4.1.318.1.1.10.3.1.2',
    'PowerNet-MIB::emsIdentSerialNumber': '1.3.6.1.4.1.318.1.1.10.3.1.6',
    'PowerNet-MIB::emsIdentFirmwareRev': '1.3.6.1.4.1.318.1.1.10.3.1.3',
  },
  // The card says MN, HR and SN of what it sits in, except in a UPS: there they are the card’s own (AP96xx).
  model: [
    { from: 'upsBasicIdentModel' },
    { from: 'rPDU2IdentModelNumber' },
    { from: 'rPDUIdentModelNumber' },
    { from: 'sPDUIdentModelNumber' },
    { from: 'atsIdentModelNumber' },
    { from: 'emsIdentProductNumber' },
    { from: 'sysDescr', match: /^APC ((?!Web\/SNMP|Environmental)[^(]*\d[^(]*?) \(/ },
    { from: 'sysDescr', match: /\bMN: ?(?!AP9[56]\d\d)([A-Z]+\d\w*)/ },
  ],
  // PF is the operating system (AOS), AF1 the application.
  version: [
    { from: 'emsIdentFirmwareRev' },
    { from: 'sysDescr', match: /PF: ?(v[\w.]+).*?AF1: ?(v[\w.]+)/, as: 'AOS $1 / App $2' },
  ],
  serial: [
    { from: 'upsAdvIdentSerialNumber' },
    { from: 'rPDU2IdentSerialNumber' },
    { from: 'rPDUIdentSerialNumber' },
    { from: 'sPDUIdentSerialNumber' },
    { from: 'atsIdentSerialNumber' },
    { from: 'emsIdentSerialNumber' },
    { from: 'sysDescr', match: /\bMN: ?(?!AP9[56]\d\d)\S.*? SN: ?(\w{8,})/ },
  ],
  only: ['model', 'version'],
})
