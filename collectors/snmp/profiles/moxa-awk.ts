import { defineProfile } from '../naming/define-profile.js'

/** Moxa industrial wireless access points. */
export default defineProfile({
  id: 'moxa-awk',
  sysObjectIDs: ['1.3.6.1.4.1.8691.15'],
  vendor: 'Moxa',
  kind: 'access-point',
  objects: {
    'MOXA-AWK4131A-MIB::overviewModelName': '1.3.6.1.4.1.8691.15.34.1.1.1',
    'MOXA-AWK4131A-MIB::overviewFirmwareVersion': '1.3.6.1.4.1.8691.15.34.1.1.5',
    'MOXA-AWK4131A-MIB::overviewSerialNumber': '1.3.6.1.4.1.8691.15.34.1.1.3',
  },
  model: [{ from: 'overviewModelName' }, { from: 'sysDescr', match: /^(?:MOXA )?(AWK-\S+)/i }],
  version: [{ from: 'overviewFirmwareVersion', match: /\d+\.\d\S*/ }],
  serial: [{ from: 'overviewSerialNumber' }],
})
