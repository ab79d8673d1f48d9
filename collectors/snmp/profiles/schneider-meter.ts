import { defineProfile } from '../naming/define-profile.js'

/** Schneider Electric energy meters. */
export default defineProfile({
  id: 'schneider-meter',
  sysObjectIDs: ['1.3.6.1.4.1.3833'],
  vendor: 'Schneider Electric',
  kind: 'power',
  objects: {
    'PM8ECCMIB::midModelNumber': '1.3.6.1.4.1.3833.1.7.255.15.1.4.1.1.4',
    'PM8ECCMIB::midFirmwareVersion': '1.3.6.1.4.1.3833.1.7.255.15.1.4.1.1.3',
  },
  model: [{ from: 'midModelNumber' }],
  version: [{ from: 'midFirmwareVersion' }],
})
