import { defineProfile } from '../naming/define-profile.js'

/** Cisco Meraki switches, access points, appliances, cameras and sensors. */
export default defineProfile({
  id: 'meraki',
  sysObjectIDs: ['1.3.6.1.4.1.29671'],
  vendor: 'Cisco Meraki',
  kind: [
    { from: 'sysDescr', match: /\bMeraki (?:MR|CW)\d/, kind: 'access-point' },
    { from: 'sysDescr', match: /\bMeraki MS\d/, kind: 'switch' },
    { from: 'sysDescr', match: /\bMeraki (?:v?MX|Z)\d/, kind: 'firewall' },
    { from: 'sysDescr', match: /\bMeraki MG\d/, kind: 'router' },
    { from: 'sysDescr', match: /\bMeraki MV\d/, kind: 'camera' },
    { from: 'sysDescr', match: /\bMeraki MT\d/, kind: 'environment' },
  ],
  // `Meraki MR42 Cloud Managed Indoor AP`. The agent tells no version and no serial number: they are in the dashboard.
  model: [{ from: 'sysDescr', match: /\bMeraki (v?(?:M[A-Z]|CW|Z)\d[\w-]*)/ }],
  only: ['model'],
})
