import { defineProfile } from '../naming/define-profile.js'

/** HP printers, LaserJet to PageWide. */
export default defineProfile({
  id: 'hp-printer',
  sysObjectIDs: ['1.3.6.1.4.1.11.2.3.9'],
  vendor: 'HP',
  kind: 'printer',
  objects: { 'HP-LASERJET-COMMON-MIB::fw-rom-revision': '1.3.6.1.4.1.11.2.3.9.4.2.1.1.3.6' },
  // `HP ETHERNET MULTI-ENVIRONMENT,SN:…,FN:…,SVCID:…,PID:HP LaserJet 400 M401dne`; the numbers in it are the network card’s.
  model: [
    { from: 'hrDeviceDescr', match: /^(?:HP |hp )?(.*?)(?: series)?$/ },
    { from: 'sysDescr', match: /PID:(?:HP )?([^,;]+)/ },
  ],
  version: [{ from: 'fw-rom-revision' }, { from: 'sysDescr', match: /\bFW:? ?([\w.]+)/ }],
  only: ['version'],
})
