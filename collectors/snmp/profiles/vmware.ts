import { defineProfile } from '../naming/define-profile.js'

/** VMware ESXi. */
export default defineProfile({
  id: 'vmware',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.6876'],
  sysDescr: /^VMware ESX/,
  vendor: 'VMware',
  kind: 'hypervisor',
  osName: 'ESXi',
  objects: { 'VMWARE-SYSTEM-MIB::vmwProdVersion': '1.3.6.1.4.1.6876.1.2' },
  version: [{ from: 'vmwProdVersion' }, { from: 'sysDescr', match: /ESXi? (\d\S*)/ }],
})
