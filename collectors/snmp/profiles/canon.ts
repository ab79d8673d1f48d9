import { defineProfile } from '../naming/define-profile.js'

/** Canon printers. */
export default defineProfile({
  id: 'canon',
  sysObjectIDs: ['1.3.6.1.4.1.1602'],
  vendor: 'Canon',
  kind: [{ from: 'sysDescr', match: /Network Camera|VB-/, kind: 'camera' }, 'printer'],
  // `Canon LBP6670 /P`, `Canon iR-ADV C5235 /P`
  model: [
    { from: 'sysDescr', match: /^Canon (.+?)(?: \/\w+)?$/ },
    { from: 'hrDeviceDescr', match: /^(?:Canon )?(.+)$/ },
  ],
})
