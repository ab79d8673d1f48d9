import { defineProfile } from '../naming/define-profile.js'

/** Opengear console servers. */
export default defineProfile({
  id: 'opengear',
  sysObjectIDs: ['1.3.6.1.4.1.25049'],
  vendor: 'Opengear',
  kind: 'appliance',
  objects: {
    'OG-STATUSv2-MIB::ogFirmwareVersion': '1.3.6.1.4.1.25049.17.1.1',
    'OG-STATUSv2-MIB::ogSerialNumber': '1.3.6.1.4.1.25049.17.1.2',
  },
  // `Opengear IM7248-2-DAC-LMP, Linux …, OpenGear/IM72xx Version 5.1.1 …`
  model: [
    { from: 'sysDescr', match: /OpenGear\/(\S+) Version/ },
    { from: 'productName', match: /^og(.+)$/ },
  ],
  version: [
    { from: 'ogFirmwareVersion', match: /^\S+/ },
    { from: 'sysDescr', match: /OpenGear\/\S+ Version (\S+)/ },
  ],
  serial: [{ from: 'ogSerialNumber' }],
  only: ['model', 'version'],
})
