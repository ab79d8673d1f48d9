import { defineProfile } from '../naming/define-profile.js'

/** Juniper NetScreen and SSG firewalls (ScreenOS). */
export default defineProfile({
  id: 'juniper-screenos',
  sysObjectIDs: ['1.3.6.1.4.1.3224'],
  vendor: 'Juniper',
  kind: 'firewall',
  osName: 'ScreenOS',
  // `SSG5-Serial version 6.3.0r17.0 (SN: 0162012345678901, Firewall+VPN)`
  model: [
    { from: 'sysDescr', match: /^(\S.*?) version \d/ },
    { from: 'productName', match: /^netscreen-?((?:Ns|ISG|SSG|5GT)\w*\d.*|5GT.*)$/ },
  ],
  version: [{ from: 'sysDescr', match: / version (\d+\.\d+\S*)/ }],
  serial: [{ from: 'sysDescr', match: /\bSN: ?(\w+)/ }],
})
