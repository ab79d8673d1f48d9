import { defineProfile } from '../naming/define-profile.js'

/** F5 BIG-IP and F5OS. */
export default defineProfile({
  id: 'f5',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.3375', '1.3.6.1.4.1.12276'],
  vendor: 'F5',
  kind: 'appliance',
  version: [
    { from: 'sysDescr', match: /services version (\S+)/ },
    { from: 'sysDescr', match: /BIG-IP software release (\S+),?/ },
  ],
  only: ['model'],
})
