import { defineProfile } from '../naming/define-profile.js'

/** Cisco IronPort mail and web security appliances (AsyncOS). */
export default defineProfile({
  id: 'cisco-asyncos',
  sysObjectIDs: ['1.3.6.1.4.1.15497'],
  vendor: 'Cisco',
  kind: 'appliance',
  osName: 'AsyncOS',
  objects: {
    'ASYNCOSWEBSECURITYAPPLIANCE-MIB::cacheVersion': '1.3.6.1.4.1.15497.1.2.2.3',
  },
  // `IronPort Model C170, AsyncOS Version: 13.5.1-277, Build Date: 2020-07-09, Serial #: 0123456789AB-CDEF123`
  model: [{ from: 'sysDescr', match: /\bModel:? ([\w-]+),/ }],
  version: [{ from: 'sysDescr', match: /AsyncOS(?: \w+)*? Version:? ?(\d[\d.-]*)/ }, { from: 'cacheVersion' }],
  serial: [{ from: 'sysDescr', match: /Serial ?#: ?([\w-]+)/ }],
  only: ['model', 'version'],
})
