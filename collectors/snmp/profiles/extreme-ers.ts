import { defineProfile } from '../naming/define-profile.js'

/** Extreme, Avaya and Nortel ERS and BayStack stackables. */
export default defineProfile({
  id: 'extreme-ers',
  sysObjectIDs: ['1.3.6.1.4.1.45'],
  vendor: 'Extreme Networks',
  kind: 'switch',
  objects: {
    'S5-CHASSIS-MIB::s5ChasSerNum': '1.3.6.1.4.1.45.1.6.3.1.6',
    'S5-CHASSIS-MIB::s5ChasComSerNum': '1.3.6.1.4.1.45.1.6.3.3.1.1.7',
  },
  // `Ethernet Routing Switch 4850GTS-PWR+  HW:03  FW:5.6.2.1  SW:v5.7.1.010 BN:10 (c) Avaya Networks`
  model: [
    {
      from: 'sysDescr',
      match: /^(?:Ethernet (?:Routing )?Switch|BayStack|Virtual Services Platform) (\S+)/,
      as: 'ERS $1',
    },
  ],
  version: [{ from: 'sysDescr', match: /SW: ?v?([\d.]+)/ }],
  serial: [{ from: 's5ChasSerNum' }, { from: 's5ChasComSerNum' }],
})
