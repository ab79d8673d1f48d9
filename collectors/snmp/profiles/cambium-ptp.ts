import { defineProfile } from '../naming/define-profile.js'

/** Cambium PTP microwave links. */
export default defineProfile({
  id: 'cambium-ptp',
  sysObjectIDs: [
    '1.3.6.1.4.1.17713.5',
    '1.3.6.1.4.1.17713.6',
    '1.3.6.1.4.1.17713.7',
    '1.3.6.1.4.1.17713.8',
    '1.3.6.1.4.1.17713.11',
    '1.3.6.1.4.1.17713.250',
  ],
  vendor: 'Cambium Networks',
  kind: 'access-point',
  objects: {
    'CAMBIUM-PTP500-MIB::productName': '1.3.6.1.4.1.17713.5.8.3',
    'CAMBIUM-PTP500-MIB::softwareVersion': '1.3.6.1.4.1.17713.5.19.1',
    'CAMBIUM-PTP600-MIB::productName': '1.3.6.1.4.1.17713.6.8.3',
    'CAMBIUM-PTP600-MIB::softwareVersion': '1.3.6.1.4.1.17713.6.19.1',
    'CAMBIUM-PTP650-MIB::productName': '1.3.6.1.4.1.17713.7.8.3',
    'CAMBIUM-PTP650-MIB::softwareVersion': '1.3.6.1.4.1.17713.7.19.1',
    'CAMBIUM-PTP670-MIB::productName': '1.3.6.1.4.1.17713.11.8.3',
    'CAMBIUM-PTP670-MIB::softwareVersion': '1.3.6.1.4.1.17713.11.19.1',
    'CAMBIUM-PTP800-MIB::productName': '1.3.6.1.4.1.17713.8.8.3',
    'CAMBIUM-PTP800-MIB::softwareVersion': '1.3.6.1.4.1.17713.8.19.1',
    'CAMBIUM-PTP250-MIB::productName': '1.3.6.1.4.1.17713.250.3.3',
    'CAMBIUM-PTP250-MIB::softwareVersion': '1.3.6.1.4.1.17713.250.10.1',
  },
  model: [{ from: 'productName' }],
  version: [
    { from: 'softwareVersion', match: /(\d+(?:-\d+)+)/ },
    { from: 'softwareVersion', match: /\d+(?:\.\d+)+/ },
  ],
})
