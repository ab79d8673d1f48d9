import { defineProfile } from '../naming/define-profile.js'

/** Delta, Minuteman and other UPS that carry Delta’s agent. */
export default defineProfile({
  id: 'delta',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.2254'],
  vendor: [{ from: 'dupsIdentManufacturer' }, { from: 'sysObjectID', vendor: 'Delta Electronics' }],
  kind: 'power',
  objects: {
    'DeltaUPS-MIB::dupsIdentManufacturer': '1.3.6.1.4.1.2254.2.4.1.1',
    'DeltaUPS-MIB::dupsIdentModel': '1.3.6.1.4.1.2254.2.4.1.2',
    'DeltaUPS-MIB::dupsIdentUPSSoftwareVersion': '1.3.6.1.4.1.2254.2.4.1.3',
  },
  model: [{ from: 'dupsIdentModel' }],
  version: [{ from: 'dupsIdentUPSSoftwareVersion' }],
})
