import { defineProfile } from '../naming/define-profile.js'

/** Aruba controllers and access points (ArubaOS, Instant). */
export default defineProfile({
  id: 'arubaos',
  sysObjectIDs: ['1.3.6.1.4.1.14823'],
  vendor: 'HPE Aruba',
  kind: [
    { from: 'sysObjectID', match: /^1\.3\.6\.1\.4\.1\.14823\.1\.2\./, kind: 'access-point' },
    { from: 'sysDescr', match: /MODEL: ?\d{2,3}\b.*Access Point|\bAP-?\d{3}/, kind: 'access-point' },
    'wifi-controller',
  ],
  osName: 'ArubaOS',
  objects: {
    'WLSX-SYSTEMEXT-MIB::wlsxSysExtModelName': '1.3.6.1.4.1.14823.2.2.1.2.1.3',
    'WLSX-SYSTEMEXT-MIB::wlsxSysExtSerialNumber': '1.3.6.1.4.1.14823.2.2.1.2.1.29',
    'WLSX-SYSTEMEXT-MIB::wlsxSysExtSwVersion': '1.3.6.1.4.1.14823.2.2.1.2.1.28',
    'AI-AP-MIB::aiAPModelName': '1.3.6.1.4.1.14823.2.3.3.1.2.1.1.6',
    'AI-AP-MIB::aiAPSerialNum': '1.3.6.1.4.1.14823.2.3.3.1.2.1.1.4',
  },
  model: [
    { from: 'sysDescr', match: /MODEL: ?(?:Aruba)?([\w-]+)/ },
    { from: 'wlsxSysExtModelName' },
    { from: 'aiAPModelName' },
    { from: 'productName', match: /^(?:ap|a)\d+\w*$/ },
  ],
  // `Version 8.10.0.6-8.10.0.6`: the release, then the partition that runs it.
  version: [
    { from: 'sysDescr', match: /Version ([\d.]+)-\1(?![\w.])/ },
    { from: 'sysDescr', match: /Version ([\d.]+[\w.-]*)/ },
    { from: 'wlsxSysExtSwVersion' },
  ],
  serial: [{ from: 'wlsxSysExtSerialNumber' }, { from: 'aiAPSerialNum' }],
})
