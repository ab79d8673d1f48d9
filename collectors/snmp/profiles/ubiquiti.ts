import { defineProfile } from '../naming/define-profile.js'

/** Ubiquiti UniFi, EdgeSwitch, airMAX and airFiber. */
export default defineProfile({
  id: 'ubiquiti',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.41112', '1.3.6.1.4.1.10002', '1.3.6.1.4.1.4413'],
  sysDescr: /^(?:USW|USL|US|UAP|U6|U7|UDM|USG|UXG|UBB|ES|EdgeSwitch)[ -](?:\w+[- ,])*/,
  marker: 'UBNT-UniFi-MIB::unifiApSystemModel',
  vendor: 'Ubiquiti',
  kind: [
    { from: 'sysDescr', match: /^(?:USW|USL|US-|ES-|EdgeSwitch)/, kind: 'switch' },
    { from: 'sysDescr', match: /^(?:UDM|USG|UXG|EdgeOS)/, kind: 'router' },
    { from: 'agentInventoryMachineModel', match: /./, kind: 'switch' },
    'access-point',
  ],
  objects: {
    'UBNT-UniFi-MIB::unifiApSystemModel': '1.3.6.1.4.1.41112.1.6.3.3',
    'UBNT-UniFi-MIB::unifiApSystemVersion': '1.3.6.1.4.1.41112.1.6.3.6',
    'UBNT-EdgeMAX-MIB::ubntModel': '1.3.6.1.4.1.41112.1.5.1.1',
    'EdgeSwitch-SWITCHING-MIB::agentInventoryMachineModel': '1.3.6.1.4.1.4413.1.1.1.1.1.3',
    'EdgeSwitch-SWITCHING-MIB::agentInventorySerialNumber': '1.3.6.1.4.1.4413.1.1.1.1.1.4',
    'EdgeSwitch-SWITCHING-MIB::agentInventorySoftwareVersion': '1.3.6.1.4.1.4413.1.1.1.1.1.13',
    'IEEE802dot11-MIB::dot11manufacturerProductName': '1.2.840.10036.3.1.2.1.3',
    'IEEE802dot11-MIB::dot11manufacturerProductVersion': '1.2.840.10036.3.1.2.1.4',
  },
  model: [
    { from: 'unifiApSystemModel' },
    // `USW-Flex 5.76.7.13442`, `USW-Flex-XG, 6.2.14.13855`
    { from: 'sysDescr', match: /^([A-Z][\w-]+(?:[ -][A-Z0-9][\w-]*)*?),? \d+\.\d+\.\d/ },
    { from: 'agentInventoryMachineModel' },
    { from: 'ubntModel' },
    { from: 'dot11manufacturerProductName' },
  ],
  version: [
    { from: 'unifiApSystemVersion' },
    { from: 'sysDescr', match: /[ ,](\d+\.\d+\.\d[\w.]*)/ },
    { from: 'agentInventorySoftwareVersion' },
    { from: 'dot11manufacturerProductVersion', match: /v(\d+\.\d+[\w.]*)/ },
  ],
  serial: [{ from: 'agentInventorySerialNumber' }, { from: 'entPhysicalSerialNum' }],
})
