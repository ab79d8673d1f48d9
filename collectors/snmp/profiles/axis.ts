import { defineProfile } from '../naming/define-profile.js'

/** Axis cameras, intercoms and speakers. */
export default defineProfile({
  id: 'axis',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.368'],
  vendor: 'Axis',
  kind: 'camera',
  // `; AXIS Q6055-E; PTZ Dome Network Camera; 7.40.1; Nov 29 2017 18:51; 725.2; 1;`. The serial number is the MAC.
  model: [{ from: 'sysDescr', match: /^;? ?(?:AXIS )?([^;]+);/ }],
  version: [{ from: 'sysDescr', match: /^;?[^;]*;[^;]*; ?(\d[\d.]*);/ }],
  serial: [{ from: 'ifPhysAddress', match: /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/ }],
})
