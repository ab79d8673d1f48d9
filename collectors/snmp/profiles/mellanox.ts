import { defineProfile } from '../naming/define-profile.js'

/** Mellanox (Nvidia) switches (MLNX-OS, Onyx). */
export default defineProfile({
  id: 'mellanox',
  sysObjectIDs: ['1.3.6.1.4.1.33049'],
  vendor: 'Mellanox',
  kind: 'switch',
  // `Mellanox MSN2410,Onyx,SWv3.9.0300`
  model: [{ from: 'sysDescr', match: /^(?:Linux \S+ )?Mellanox (\w+),/ }],
  version: [{ from: 'sysDescr', match: /,SWv(\d[\w.-]*)/ }],
  only: ['version'],
})
