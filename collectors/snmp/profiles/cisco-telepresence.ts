import { defineProfile } from '../naming/define-profile.js'

/** Cisco (Tandberg) room systems. */
export default defineProfile({
  id: 'cisco-telepresence',
  sysObjectIDs: ['1.3.6.1.4.1.5596'],
  vendor: 'Cisco',
  kind: 'av',
  // Lines of one label each: `Cisco Codec`, `SoftW: ce9.15.0`, `MCU: Cisco TelePresence SX20`, `Date: 2021-01-20`, `S/N: FTT1234ABCD`.
  model: [{ from: 'sysDescr', match: /^MCU: ?(?:Cisco )?(?:TelePresence )?(.+?)\r?$/m }],
  version: [{ from: 'sysDescr', match: /^SoftW: ?([\w.]+)/m }],
  serial: [{ from: 'sysDescr', match: /^S\/N: ?(\w+)/m }],
  only: ['model', 'version'],
})
