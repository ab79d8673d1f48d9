import { defineProfile } from '../naming/define-profile.js'

/** Brocade Fibre Channel switches (Fabric OS). */
export default defineProfile({
  id: 'brocade-fabric',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.1588'],
  vendor: 'Brocade',
  kind: 'switch',
  osName: 'Fabric OS',
  objects: { 'SW-MIB::swFirmwareVersion': '1.3.6.1.4.1.1588.2.1.1.1.1.6' },
  // The chassis entity's model is a part number; its description is the switch type.
  model: [{ from: 'entPhysicalDescr', match: /^DS[_-](\d+)\w*$/, as: 'Brocade $1' }],
  version: [{ from: 'swFirmwareVersion' }],
})
