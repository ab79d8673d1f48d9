import { defineProfile } from '../naming/define-profile.js'

/** Ruckus SmartZone wireless controllers. */
export default defineProfile({
  id: 'ruckus-smartzone',
  sysObjectIDs: [
    '1.3.6.1.4.1.25053.3.1.10', // RUCKUS-PRODUCTS-MIB::ruckusSCG200 and its kin
    '1.3.6.1.4.1.25053.3.1.11', // RUCKUS-PRODUCTS-MIB::ruckusSZ100, ruckusSZ50
  ],
  vendor: 'Ruckus',
  kind: 'wifi-controller',
  osName: 'SmartZone',
  objects: {
    'RUCKUS-CTRL-MIB::ruckusCtrlSystemNodeModel': '1.3.6.1.4.1.25053.1.8.1.1.1.1.1.1.3',
    'RUCKUS-CTRL-MIB::ruckusCtrlSystemNodeVersion': '1.3.6.1.4.1.25053.1.8.1.1.1.1.1.1.9',
    'RUCKUS-CTRL-MIB::ruckusCtrlSystemNodeSerialNumber': '1.3.6.1.4.1.25053.1.8.1.1.1.1.1.1.1',
    'RUCKUS-SZ-SYSTEM-MIB::ruckusSZSystemStatsSerialNumber': '1.3.6.1.4.1.25053.1.4.1.1.1.15.13',
  },
  model: [{ from: 'ruckusCtrlSystemNodeModel' }, { from: 'productName', match: /^ruckus(S\w*\d.*)$/ }],
  version: [{ from: 'ruckusCtrlSystemNodeVersion' }],
  serial: [{ from: 'ruckusCtrlSystemNodeSerialNumber' }, { from: 'ruckusSZSystemStatsSerialNumber' }],
})
