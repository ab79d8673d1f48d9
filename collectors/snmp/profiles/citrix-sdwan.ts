import { defineProfile } from '../naming/define-profile.js'

/** Citrix SD-WAN (CloudBridge). */
export default defineProfile({
  id: 'citrix-sdwan',
  sysObjectIDs: ['1.3.6.1.4.1.3845.31'],
  vendor: 'Citrix',
  kind: 'router',
  objects: {
    'CITRIX-NetScaler-SD-WAN-MIB::sdWANStatsApplianceSoftwareVersion': '1.3.6.1.4.1.3845.31.4.2.2.12.1.12',
    'CITRIX-NetScaler-SD-WAN-MIB::sdWANStatsApplianceSerialNumber': '1.3.6.1.4.1.3845.31.4.2.2.12.1.10',
  },
  version: [{ from: 'sdWANStatsApplianceSoftwareVersion', match: /\d+(?:\.\d+)+/ }],
  serial: [{ from: 'sdWANStatsApplianceSerialNumber' }],
})
